"""The addresses of the remiss screens, below the admin's own."""

from django.urls import path

from workflow.admin import addresses  # noqa: F401 - names the numbers of rows
from workflow.admin.remiss.opening import OpenView
from workflow.admin.remiss.points import PointsView, ShowView
from workflow.admin.remiss.registering import RegisterView
from workflow.admin.remiss.rounds import CloseView, ExtendView, RenewLinkView, RoundView

ROUND = "remiss/<row:pk>"

urlpatterns = [
    path("remiss/oppna/<row:case_pk>/", OpenView.as_view(), name="remiss_open"),
    path(f"{ROUND}/", RoundView.as_view(), name="remiss_round"),
    path(f"{ROUND}/forlang/", ExtendView.as_view(), name="remiss_extend"),
    path(f"{ROUND}/stang/", CloseView.as_view(), name="remiss_close"),
    path("remiss/lank/<row:recipient_pk>/", RenewLinkView.as_view(), name="remiss_renew_link"),
    path(f"{ROUND}/svar/nytt/", RegisterView.as_view(), name="remiss_register"),
    path(f"{ROUND}/synpunkter/", PointsView.as_view(), name="remiss_points"),
    path("remiss/svar/<row:answer_pk>/visa/", ShowView.as_view(), name="remiss_show"),
]
