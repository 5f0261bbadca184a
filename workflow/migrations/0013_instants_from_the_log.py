"""Take from the log when each earlier fact was registered: every service wrote there as it acted.

Where the log does not say, the fact was registered when what it follows from was.
"""

from collections import defaultdict

from django.db import migrations
from django.db.models import F

EASY_SWEDISH = "sv-simple"


def read_log(apps):
    """Return the instants of every act, by its action and by what it was about."""
    instants = defaultdict(list)
    for name, about in (("ModelLogEntry", "object_id"), ("PageLogEntry", "page_id")):
        entries = apps.get_model("wagtailcore", name).objects.filter(action__startswith="styrdok.")
        rows = entries.order_by("timestamp", "pk").values_list("action", about, "data", "timestamp")
        for action, instance, data, timestamp in rows.iterator():
            action = action.removeprefix("styrdok.")
            if key := KEYS.get(action, lambda instance, data: None)(str(instance), data):
                instants[action, *key].append(timestamp)
    return instants


KEYS = {
    "announce": lambda case, data: (data["decision"],),
    "record_appeal": lambda case, data: (data["decision"],),
    "correct_decision": lambda case, data: (data["decision"],),
    "confirm_laga_kraft": lambda case, data: (data["decision"],),
    "end_plan": lambda plan, data: (data["decision"], plan),
    "open_remiss": lambda case, data: (data["round"],),
    "extend_remiss": lambda case, data: (data["round"],),
    "close_remiss": lambda case, data: (data["round"],),
    "answer_point": lambda case, data: (data["answer"], data["point"]),
    "answer_motive": lambda case, data: (case, data["motive"]),
    "publish_translation": lambda text, data: (text, data["locale"]),
    "publish_easy_read": lambda text, data: (text, EASY_SWEDISH),
}


def fill(apps, schema_editor):
    instants = read_log(apps)
    of_decision = ("announce", "record_appeal", "correct_decision", "confirm_laga_kraft")
    facts = ("Announcement", "Appeal", "DecisionCorrection", "LagaKraft")
    for action, name in zip(of_decision, facts, strict=True):
        rows = apps.get_model("workflow", name).objects.annotate(
            about=F("decision_id"), earliest=F("decision__registered_at")
        )
        give(rows, lambda row, action=action: instants[action, row.about])
    give(
        apps.get_model("workflow", "PlanEnding").objects.annotate(
            earliest=F("decision__registered_at")
        ),
        lambda row: instants["end_plan", row.decision_id, str(row.plan_id)],
    )
    give(
        apps.get_model("workflow", "RemissOpening").objects.annotate(
            earliest=F("page__first_published_at")
        ),
        lambda row: instants["open_remiss", row.page_id],
    )
    give(
        apps.get_model("plandocs", "RemissExtension").objects.annotate(
            earliest=F("round__first_published_at")
        ),
        lambda row: instants["extend_remiss", row.round_id],
    )
    give(
        apps.get_model("plandocs", "RemissRoundPage")
        .objects.exclude(closed_on=None)
        .annotate(earliest=F("last_published_at")),
        lambda row: instants["close_remiss", row.pk],
        field="closing_registered_at",
    )
    give(
        apps.get_model("plandocs", "Bemotande").objects.annotate(
            answer=F("point__answer_id"),
            number=F("point__number"),
            earliest=F("point__answer__registered_at"),
        ),
        lambda row: instants["answer_point", row.answer, row.number][-1:],
    )
    give(
        apps.get_model("workflow", "MotiveAnswer").objects.annotate(
            case=F("motive__decision__case_id"),
            text=F("motive__text"),
            earliest=F("motive__decision__registered_at"),
        ),
        lambda row: instants["answer_motive", str(row.case), row.text][-1:],
    )
    originals = {
        (key, code): str(pk)
        for pk, key, code in apps.get_model("plandocs", "PlanRevisionPage").objects.values_list(
            "pk", "translation_key", "locale__language_code"
        )
    }
    give(
        apps.get_model("workflow", "TranslationRelease").objects.annotate(
            text=F("page__translation_key"),
            code=F("page__locale__language_code"),
            earliest=F("page__first_published_at"),
        ),
        lambda row: instants[
            "publish_easy_read" if row.code == EASY_SWEDISH else "publish_translation",
            originals.get((row.text, "sv")),
            row.code,
        ],
    )


def give(rows, instants_of, field="registered_at"):
    """Give each row the next instant of those that the log has for it, in the order of the keys."""
    for row in rows.order_by("pk"):
        found = instants_of(row)
        instant = found.pop(0) if found else row.earliest
        if instant is not None:
            rows.filter(pk=row.pk).update(**{field: instant})


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0012_instants_of_the_facts"),
        ("plandocs", "0007_instants_of_the_remiss"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
