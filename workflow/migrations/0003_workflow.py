"""Create the workflow every text starts with. An administrator may rearrange it later."""

from django.db import migrations

NAME = "Styrdokumentets väg"
TASKS = [
    ("preparationtask", "PreparationTask", "Arbetsutskottet bereder"),
    ("remisstask", "RemissTask", "Remiss"),
    ("reworkingtask", "ReworkingTask", "Bearbetning"),
    ("boardtask", "BoardTask", "Kommunstyrelsen föreslår"),
    ("decisiontask", "DecisionTask", "Beslutande organ"),
]


def create(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    # Wagtail's "Moderators approval" on the root answers 500 for a page type without a workflow
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    workflow = Workflow.objects.create(name=NAME)
    for order, (model, class_name, name) in enumerate(TASKS):
        content_type, _created = ContentType.objects.get_or_create(
            app_label="workflow", model=model
        )
        task = apps.get_model("workflow", class_name).objects.create(
            name=name, content_type=content_type
        )
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page=root)


def remove(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    for _model, class_name, _name in TASKS:
        apps.get_model("workflow", class_name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("workflow", "0002_roles")]
    operations = [migrations.RunPython(create, remove)]
