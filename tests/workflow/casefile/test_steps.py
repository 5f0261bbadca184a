"""Every verb at every stage, told as case files: what each moves, and the code of what is refused.

A file may say ``refused``, so one file walks the whole way and tries the closed doors as it goes.
"""

from datetime import date

import pytest

from tests.workflow.casefile.files import HEAD, MINORITY, MOTIVE, CaseText
from workflow.models import Vote
from workflow.rules.roll_call import RollCall

pytestmark = pytest.mark.django_db

NOT_NOW = "step_not_possible"
CHANGE = {"find": "två lekplatser", "replace": "tre lekplatser"}


def knocked(file, *, after=0, **codes):
    """Try every verb that the stage does not take; ``codes`` names those with another code."""
    attempts = {
        "memo": {"to": "KSAU", "proposal": ["Skickas vidare."]},
        "decide": {"body": "KSAU", "outcome": "bifall"},
        "open_remiss": {"closes_on": date(2027, 1, 1), "to": ["BUN"]},
        "answer": {"from": "BUN", "stance": "tillstyrker"},
        "extend_remiss": {"closes_on": date(2027, 6, 1)},
        "close_remiss": {},
        "answer_point": {"from": "BUN", "point": 9, "response": "noteras", "reason": "Se ovan."},
        "edit": {**CHANGE, "change": "redaktionell"},
        "answer_motive": {"motive": 1, "response": "foljs", "reason": "Se ovan."},
        "announce": {"adjusted_on": date(2026, 12, 1), "announced_on": date(2026, 12, 1)},
        "appeal": {"outcome": "inlamnat"},
        "confirm_laga_kraft": {},
        "publish_translation": {"locale": "en"},
    }
    for verb, keys in attempts.items():
        if codes.get(verb) is not None or verb not in codes:
            code = codes.get(verb, NOT_NOW)
            getattr(file, verb)(after=after, **keys, refused=code)
    return file


def test_each_stage_refuses_every_verb_that_does_not_follow_from_it(play):
    file = CaseText()
    early = {"publish_translation": "not_adopted"}
    knocked(file, memo=None, edit=None, **early)
    file.decided("KF", "bifall", refused="beredning_missing", expect={"stage": "utkast"})
    file.sent_to("KSAU")
    knocked(file, decide=None, edit=None, **early)
    file.decided("KF", "bifall", refused="beredning_missing", expect={"stage": "hos_ksau"})
    file.decided("KS", "bifall", refused=NOT_NOW)
    file.decided("KSAU", "bifall")
    knocked(file, memo=None, open_remiss=None, edit=None, **early)
    file.decided("KS", "bifall", refused=NOT_NOW)
    file.decided(
        "KF", "aterremiss", motives=[MOTIVE], refused=NOT_NOW, expect={"stage": "bearbetas"}
    )
    file.open_remiss(after=0, closes_on=file.day, to=["BUN"])
    knocked(
        file,
        memo="remiss_open",
        decide="remiss_open",
        answer=None,
        extend_remiss=None,
        close_remiss="remiss_open",
        edit=None,
        **early,
    )
    file.decided("KF", "bifall", refused="remiss_open", expect={"stage": "pa_remiss"})
    file.close_remiss(after=1).sent_to("KS")
    knocked(file, answer="remiss_closed", edit=None, **early)
    file.sent_to("KF", expect={"stage": "hos_ks"})  # filed, and nothing moves
    file.decided("KF", "bordlaggning", refused=NOT_NOW)
    file.decided("KF", "bifall", refused="beredning_missing", expect={"stage": "hos_ks"})
    file.decided("KS", "bifall")
    knocked(file, answer="remiss_closed", edit=None, **early)
    file.sent_to("KF", refused=NOT_NOW)
    file.decided("KS", "bifall", refused=NOT_NOW, expect={"stage": "hos_kf"})
    file.decided("KF", "bifall", present=60, expect={"stage": "antagen"})
    knocked(
        file,
        answer="remiss_closed",
        edit="adopted_text_is_frozen",
        announce=None,
        appeal=None,
        publish_translation="nothing_translated",
    )
    file.sent_to("KF", refused=NOT_NOW).decided("KF", "avslag", refused=NOT_NOW)

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_a_rejected_case_takes_nothing_more(play):
    file = CaseText().before_council().decided("KF", "avslag", expect={"stage": "avslagen"})
    knocked(file, announce=None, appeal=None, publish_translation="not_adopted")
    file.decided("KF", "bifall", refused=NOT_NOW).sent_to("KS", refused=NOT_NOW)

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_the_committee_may_say_anything_but_only_its_approval_opens_a_remiss(play):
    remiss = {"closes_on": date(2026, 6, 1), "to": ["BUN"]}
    file = CaseText().sent_to("KSAU").decided("KSAU", "bordlaggning", expect={"stage": "hos_ksau"})
    file.decided("KSAU", "utgar", expect={"stage": "hos_ksau"})
    file.decided("KSAU", "avslag", expect={"stage": "bearbetas"}).open_remiss(
        **remiss, refused=NOT_NOW
    )
    file.sent_to("KSAU").decided("KSAU", "aterremiss", expect={"stage": "bearbetas"})
    file.open_remiss(**remiss, refused=NOT_NOW).sent_to("KSAU").decided("KSAU", "bifall")
    file.open_remiss(**remiss, expect={"stage": "pa_remiss"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_what_the_minutes_cannot_say_is_refused_with_the_most_specific_code(play):
    file = CaseText().before_council()
    third = {"present": 61, "in_favour": 20, "against": 41}
    file.decided("KF", "bifall", present=62, refused="ballot_impossible")
    file.decided("KF", "bifall", present=30, refused="quorum_missing")
    file.decided("KF", "bifall", ballot=third, refused="not_enough_support")
    file.decided("KF", "aterremiss", ballot=third, motives=[MOTIVE], refused="not_enough_support")
    file.decided("KF", "aterremiss", present=61, requested_by=62, refused="ballot_impossible")
    file.decided("KF", "aterremiss", present=61, requested_by=25, refused="motive_missing")
    file.decided("KF", "bordlaggning", present=61, requested_by=20, refused="not_enough_support")
    tie = {"ja_for": "bifall", "nej_for": "avslag", "ja": 30, "nej": 30}
    file.decided("KF", "bifall", present=60, votes=[tie], refused="ballot_impossible")
    named = {**tie, "ja": 2, "nej": 1, "names": {"ja": ["Anna Ek (S)"], "nej": ["Bo Al (M)"]}}
    file.decided("KF", "bifall", present=60, votes=[named], refused="ballot_impossible")
    file.decided("KF", "bifall", paragraph="§ 14/25", refused="dates_impossible")
    file.decided("KF", "bifall_med_andring", refused="amendment_missing")
    file.decided("KS", "bifall", paragraph=80, refused="paragraph_taken")
    file.decided("KSAU", "bifall", present=3, refused="quorum_missing")
    file.decided("KF", "bifall", present=30, jav=["Eva Ek"], expect={"stage": "antagen"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_votes_may_name_who_voted_how_or_be_closed_and_the_report_is_the_same(play):
    vote = {"ja_for": "bifall", "nej_for": "avslag", "ja": 2, "nej": 1, "avstar": 1}
    names = {"ja": ["Anna Ek (S)", "Bo Al (M)"], "nej": ["Cilla Berg (V)"], "avstar": ["Dan L"]}
    file = CaseText().before_council()
    file.decided("KF", "bifall", present=60, votes=[{**vote, "names": names}])
    closed = {**vote, "ja_for": "tillägget", "nej_for": "inget tillägg", "closed": True}
    file.steps[-1]["votes"].append(closed)

    status, printed, _complaint = play(file, "--json")

    named, unnamed = Vote.objects.order_by("pk")
    assert status == 0
    assert "Anna Ek" not in printed
    assert named.roll_call == RollCall(names["ja"], names["nej"], names["avstar"])
    assert (named.is_closed, unnamed.is_closed) == (False, True)
    assert not unnamed.roll_call


def test_a_change_in_substance_must_pass_the_board_and_one_taken_back_need_not(play):
    back = {"find": CHANGE["replace"], "replace": CHANGE["find"]}
    file = CaseText().before_council().edit(**CHANGE, change="i_sak", expect={"stage": "hos_kf"})
    file.decided("KF", "bifall", refused="changed_in_substance")
    file.edit(**back, change="redaktionell").edit(**CHANGE, change="i_sak")
    file.decided("KF", "bifall_med_andring", changes=[back], refused="changed_in_substance")
    file.decided("KS", "bifall", expect={"stage": "hos_kf"})
    file.edit(find="hemmet.", replace="hemmet. ", change="redaktionell")
    file.decided("KF", "bifall", expect={"stage": "antagen"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_after_a_referral_the_chain_is_walked_again_and_a_minority_has_had_its_turn(play):
    file = CaseText().referred_back()
    file.decided("KF", "bifall", refused="beredning_missing")
    file.sent_to("KF", refused="motive_unanswered").motive_answered()
    file.sent_to("KF", expect={"stage": "hos_ks"})
    file.decided("KF", "bifall", refused="beredning_missing").decided("KS", "bifall")
    again = {"ballot": MINORITY, "motives": [MOTIVE]}
    file.decided("KF", "bordlaggning", ballot=MINORITY, refused="minority_right_spent")
    file.decided("KF", "aterremiss", **again, refused="minority_right_spent")
    file.decided(
        "KF", "aterremiss", **again, basis="majority", note="?", refused="minority_right_spent"
    )
    file.decided("KF", "aterremiss", **again, despite=["minority_right_spent"], note="Justerat.")
    file.motive_answered().sent_to("KS").decided("KS", "avslag", expect={"stage": "hos_kf"})
    file.decided("KF", "bifall", expect={"stage": "antagen"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


@pytest.mark.parametrize(
    ("body", "before", "minority"),
    [
        ("KS", "hos_ks", {"present": 15, "in_favour": 6, "against": 9}),
        ("BUN", "hos_kf", {"present": 11, "in_favour": 4, "against": 7}),
    ],
)
def test_another_deciding_bodys_row_takes_the_place_of_the_councils(play, body, before, minority):
    file = CaseText(HEAD.replace('kind = "plan"', f'kind = "plan"\ndecided_by = "{body}"'))
    file.reworked().sent_to("KF", refused=NOT_NOW).sent_to(body, expect={"stage": before})
    file.decided(body, "aterremiss", ballot=minority, refused="not_enough_support")
    file.decided(body, "aterremiss", expect={"stage": "bearbetas"}).sent_to(body)
    file.decided("KF", "bifall", refused=NOT_NOW)
    file.decided(body, "bordlaggning", expect={"stage": before})
    file.decided(body, "bifall_med_andring", changes=[CHANGE], expect={"stage": "antagen"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_another_committees_proposal_is_enough_once_the_board_could_comment(play):
    file = CaseText().reworked().decided("BUN", "bifall_med_andring", changes=[CHANGE])
    file.decided("BUN", "aterremiss", refused=NOT_NOW)
    file.decided("KF", "bifall", refused="beredning_missing")
    file.sent_to("KF", expect={"stage": "hos_ks"}).decided("BUN", "bordlaggning")
    file.decided("KF", "bifall", expect={"stage": "antagen"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_the_points_of_an_earlier_round_may_be_answered_during_a_later_one(play):
    points = [{"on": "whole", "text": "Bra."}, {"on": "två lekplatser", "text": "Fler."}]
    told = {"response": "noteras", "reason": "Vi har sett det."}
    file = CaseText().on_remiss().answer(**{"from": "BUN"}, stance="tillstyrker", points=points)
    file.close_remiss(on=date(2026, 3, 2)).answer_point(**{"from": "Barnnämnden"}, point=1, **told)
    file.sent_to("KS", refused="points_unanswered")
    file.open_remiss(closes_on=date(2026, 4, 1), to=["KS"])
    file.answer_point(**{"from": "BUN"}, point=3, **told, refused=NOT_NOW)
    file.answer_point(**{"from": "BUN"}, point=2, **told).close_remiss(on=date(2026, 4, 2))
    file.sent_to("KS", expect={"stage": "hos_ks"})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)


def test_a_late_answer_is_taken_from_the_registrar_alone(play):
    late = {"on": date(2026, 3, 2), "stance": "synpunkter"}
    file = CaseText().on_remiss(public=True)
    file.answer(**{"from": "BUN"}, **late, refused="remiss_closed")
    file.answer(**{"from": "Eva Ek"}, channel="oppen", **late, refused="remiss_closed")
    file.answer(**{"from": "BUN"}, channel="registrerad", **late, expect={"remiss": [{"late": 1}]})

    status, _printed, complaint = play(file, "--keep-going")

    assert (complaint, status) == ("", 0)
