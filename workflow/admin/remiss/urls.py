"""The addresses of the remiss screens, below the admin's own."""

from django.urls import path

from workflow.admin.remiss import points, rounds

urlpatterns = [
    path("remiss/oppna/<int:case_pk>/", rounds.OpenView.as_view(), name="remiss_open"),
    path("remiss/<int:pk>/", rounds.RoundView.as_view(), name="remiss_round"),
    path("remiss/<int:pk>/forlang/", rounds.ExtendView.as_view(), name="remiss_extend"),
    path("remiss/<int:pk>/stang/", rounds.CloseView.as_view(), name="remiss_close"),
    path(
        "remiss/lank/<int:recipient_pk>/", rounds.RenewLinkView.as_view(), name="remiss_renew_link"
    ),
    path("remiss/<int:pk>/svar/nytt/", rounds.RegisterView.as_view(), name="remiss_register"),
    path("remiss/<int:pk>/synpunkter/", points.PointsView.as_view(), name="remiss_points"),
    path("remiss/svar/<int:answer_pk>/visa/", points.ShowView.as_view(), name="remiss_show"),
]
