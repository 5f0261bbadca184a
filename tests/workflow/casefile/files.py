"""Case files written step by step, three days apart unless a step says its day."""

import json
from datetime import date, timedelta

HEAD = """
[case]
diarienummer = "KS 2026/0200"
title = "Lekplatsplan"
kind = "plan"
text = [
  {heading = "Varför"},
  {paragraph = "Barn ska kunna leka nära hemmet."},
  {focus_area = "Nära lek"},
  {measure = "Rusta två lekplatser om året.", responsible = ["Tekniska kontoret"]},
]
[[organisation]]
code = "KF"
name = "Kommunfullmäktige"
type = "fullmaktige"
members = 61
[[organisation]]
code = "KS"
name = "Kommunstyrelsen"
type = "styrelse"
members = 15
[[organisation]]
code = "KSAU"
name = "Kommunstyrelsens arbetsutskott"
type = "utskott"
members = 7
[[organisation]]
code = "BUN"
name = "Barnnämnden"
type = "namnd"
members = 11
"""
FIRST_DAY = date(2026, 1, 12)
MOTIVE = {"text": "Kostnaden ska belysas.", "supporters": 25}
MINORITY = {"present": 61, "in_favour": 25, "against": 36}


class CaseText:
    """A case file as text. Each verb adds a step: ``CaseText().memo(to="KSAU", …)``."""

    def __init__(self, head=HEAD):
        self.head = head
        self.steps = []
        self.day = FIRST_DAY

    def __getattr__(self, verb):
        def add(*, on=None, after=3, **keys):
            self.day = on or self.day + timedelta(days=after)
            self.steps.append({"on": self.day, "do": verb, **keys})
            return self

        return add

    def __str__(self):
        return self.head + "".join(f"[[step]]\n{_lines(step)}" for step in self.steps)

    def sent_to(self, body, **keys):
        return self.memo(to=body, proposal=["Planen antas."], **keys)

    def decided(self, body, outcome, **keys):
        return self.decide(body=body, outcome=outcome, **keys)

    def reworked(self):
        return self.sent_to("KSAU").decided("KSAU", "bifall", paragraph=12)

    def before_board(self):
        return self.reworked().sent_to("KS")

    def before_council(self):
        return self.before_board().decided("KS", "bifall", paragraph=80)

    def referred_back(self):
        return self.before_council().decided(
            "KF", "aterremiss", paragraph=90, ballot=MINORITY, motives=[MOTIVE]
        )

    def motive_answered(self):
        return self.answer_motive(motive=1, response="foljs_delvis", reason="Se avsnitt 3.")

    def adopted(self):
        return self.before_council().decided("KF", "bifall", present=60)

    def on_remiss(self, **keys):
        arguments = {"closes_on": date(2026, 3, 1), "to": ["BUN"], **keys}
        return self.reworked().open_remiss(**arguments)


def _lines(step):
    return "".join(f"{key} = {_toml(value)}\n" for key, value in step.items())


def _toml(value):
    match value:
        case date():
            return value.isoformat()
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
