"""Take from the log when each earlier fact was registered: every service wrote there as it acted.

Where the log does not say, the fact was registered when what it follows from was.
"""

from collections import defaultdict

from django.db import migrations

ABOUT = "about"  # the case, or the page by the key that it shares with its translations
EASY_SWEDISH = "sv-simple"

# The fact, the acts that wrote it, how the log and how the row says which it is, what it follows.
OF_DECISION = (("decision",), ("decision_id",), "decision__registered_at")
OF_ROUND = (("round",), ("round_id",), "round__first_published_at")
FACTS = (
    ("workflow.Announcement", ["announce"], *OF_DECISION),
    ("workflow.Appeal", ["record_appeal"], *OF_DECISION),
    ("workflow.DecisionCorrection", ["correct_decision"], *OF_DECISION),
    ("workflow.LagaKraft", ["confirm_laga_kraft"], *OF_DECISION),
    (
        "workflow.PlanEnding",
        ["end_plan"],
        (ABOUT, "decision"),
        ("plan__translation_key", "decision_id"),
        "decision__registered_at",
    ),
    (
        "workflow.MotiveAnswer",
        ["answer_motive"],
        (ABOUT, "motive"),
        ("motive__decision__case_id", "motive__text"),
        "motive__decision__registered_at",
    ),
    (
        "workflow.RemissOpening",
        ["open_remiss"],
        ("round",),
        ("page_id",),
        "page__first_published_at",
    ),
    (
        "workflow.TranslationRelease",
        ["publish_translation", "publish_easy_read"],
        (ABOUT, "locale"),
        ("page__translation_key", "page__locale__language_code"),
        "page__first_published_at",
    ),
    ("plandocs.RemissExtension", ["extend_remiss"], *OF_ROUND),
    ("plandocs.RemissRoundPage", ["close_remiss"], ("round",), ("pk",), "last_published_at"),
    (
        "plandocs.Bemotande",
        ["answer_point"],
        ("answer", "point"),
        ("point__answer_id", "point__number"),
        "point__answer__registered_at",
    ),
)


def instants_of(apps, actions, names):
    """Return when the acts were logged, by what they were about."""
    instants = defaultdict(list)
    for log, about in (("ModelLogEntry", "object_id"), ("PageLogEntry", "page__translation_key")):
        entries = apps.get_model("wagtailcore", log).objects.filter(
            action__in=[f"styrdok.{action}" for action in actions]
        )
        rows = entries.order_by("timestamp", "pk").values_list(about, "data", "timestamp")
        for instance, data, timestamp in rows:
            said = {"locale": EASY_SWEDISH, **data, ABOUT: instance}
            instants[tuple(str(said[name]) for name in names)].append(timestamp)
    return instants


def rows_of(model, columns, follows):
    """Return each row and the instant of what it follows, by what it is about."""
    found = defaultdict(list)
    for pk, instant, *about in model.objects.order_by("pk").values_list("pk", follows, *columns):
        found[tuple(map(str, about))].append((pk, instant))
    return found


def instants_to_give(apps):
    """Give each row and the instant at which it was registered."""
    for label, actions, names, columns, follows in FACTS:
        model = apps.get_model(label)
        instants = instants_of(apps, actions, names)
        for about, facts in rows_of(model, columns, follows).items():
            logged = instants[about][-len(facts) :]  # of what was reworded, the last
            missing = [instant for _pk, instant in facts[len(logged) :]]
            for (pk, _follows), instant in zip(facts, [*logged, *missing], strict=True):
                yield model, pk, instant


def fill(apps, schema_editor):
    for model, pk, instant in instants_to_give(apps):
        row = model.objects.filter(pk=pk)
        if hasattr(model, "closing_registered_at"):
            row.exclude(closed_on=None).update(closing_registered_at=instant)
        elif instant:
            row.update(registered_at=instant)


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0012_instants_of_the_facts"),
        ("plandocs", "0007_instants_of_the_remiss"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
