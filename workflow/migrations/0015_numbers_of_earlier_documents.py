"""Number what is registered already in the order in which the journal has shown it so far.

It was told by the day, and within a day by the kind: what came in, what was met, what went up, what
was decided, what followed. From now on a document has the number it got.
"""

from datetime import date

from django.db import migrations

ENDED = ("antagen", "avslagen")


def documents(apps, case):
    """Give the day, the rank within the day and the key of each document that is registered."""

    def rows(app, name, *order, **of_case):
        return apps.get_model(app, name).objects.filter(**of_case).order_by(*order)

    sent = list(rows("workflow", "Submission", "sent_on", "pk", case=case))
    decisions = list(rows("workflow", "Decision", "pk", case=case))
    carried = [(memo.sent_on, memo.registered_at) for memo in sent if memo.moved_case]
    if case.stage in ENDED:
        by_decider = [found for found in decisions if found.body_id == case.decided_by_id]
        carried += [(date.max, found.registered_at) for found in by_decider[-1:]]

    def public_since(answer):
        instants = [instant for until, instant in carried if until >= answer.answered_on]
        return max(min(instants), answer.registered_at) if instants else None

    yield from ((memo.sent_on, 20, memo) for memo in sent)
    for decision in decisions:
        of_decision = {"decision": decision}
        yield decision.decided_on, 30, decision
        for name, day, rank in (
            ("Adoption", None, 31),
            ("PlanEnding", None, 32),
            ("DecisionCorrection", "corrected_on", 60),
            ("Announcement", "announced_on", 40),
            ("Appeal", "known_on", 50),
            ("LagaKraft", "confirmed_on", 55),
        ):
            for fact in rows("workflow", name, "pk", **of_decision):
                yield getattr(fact, day) if day else decision.decided_on, rank, fact
        of_motives = {"motive__decision": decision}
        for answer in rows("workflow", "MotiveAnswer", "motive__number", **of_motives):
            if public_since(answer):
                yield answer.answered_on, 15, answer
    for opening in rows("workflow", "RemissOpening", "opened_on", "page_id", case=case):
        of_round = {"round": opening.page_id}
        for recipient in rows("plandocs", "RemissRecipient", "pk", **of_round):
            yield recipient.asked_on, 35, recipient
        if opening.page.is_public:
            yield opening.opened_on, 36, opening
        for extension in rows("plandocs", "RemissExtension", "pk", **of_round):
            yield extension.decided_on, 37, extension
        for answer in rows("plandocs", "RemissAnswer", "received_on", "pk", **of_round):
            yield answer.received_on, 10, answer
    firsts = {}
    of_points = {"point__answer__round__opening__case": case}
    for met in rows("plandocs", "Bemotande", "answered_on", "pk", **of_points):
        if since := public_since(met):
            firsts.setdefault((met.answered_on, since), met)
    yield from ((met.answered_on, 14, met) for met in firsts.values())
    of_text = {"page__translation_key": case.revision.translation_key}
    for release in rows("workflow", "TranslationRelease", "pk", **of_text):
        yield release.released_on, 70, release


def number(apps, schema_editor):
    Entry = apps.get_model("workflow", "JournalEntry")
    cases = apps.get_model("plandocs", "Case").objects.filter(journal_entries=None)
    for case in cases.select_related("revision").order_by("pk"):
        found = sorted(documents(apps, case), key=lambda document: document[:2])
        Entry.objects.bulk_create(
            Entry(case=case, number=place, key=f"{fact._meta.model_name}:{fact.pk}")
            for place, (_day, _rank, fact) in enumerate(found, start=1)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0014_numbers_of_the_journal"),
        ("plandocs", "0007_instants_of_the_remiss"),
    ]
    operations = [migrations.RunPython(number, migrations.RunPython.noop)]
