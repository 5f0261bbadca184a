"""Create the roles as groups, with the permissions they need and no more."""

from django.db import migrations

ACTIONS = {
    "open_case": "Can open a case",
    "edit_text": "Can change the text of a case",
    "send_memo": "Can send a case up with a memo",
    "open_remiss": "Can send a text out on remiss",
    "register_answer": "Can register an answer to a remiss",
    "answer_point": "Can answer points of a remiss",
    "answer_motive": "Can answer motives of an återremiss",
    "record_decision": "Can record decisions",
    "announce": "Can record notices, appeals and laga kraft",
    "translate": "Can translate adopted texts",
    "publish_translation": "Can publish translations",
    "read_case": "Can read cases that are being prepared",
}
ROLES = {
    "Handläggare": [
        "open_case",
        "edit_text",
        "send_memo",
        "open_remiss",
        "answer_point",
        "answer_motive",
        "read_case",
    ],
    "Registrator": ["register_answer", "record_decision", "announce", "read_case"],
    "Förtroendevald": ["read_case"],
    "Översättare": ["translate"],
    "Redaktör": ["publish_translation"],
    "Administratör": ["read_case"],
}
WORK_IN_THE_ADMIN = ["Handläggare", "Registrator", "Översättare", "Redaktör", "Administratör"]
REGISTERS = {
    "Handläggare": [("plandocs", "organisation", ["view"])],
    "Registrator": [("plandocs", "organisation", ["view", "add", "change"])],
    "Redaktör": [
        ("plandocs", "accessibilityfeedback", ["view", "change"]),
        ("plandocs", "subjectarea", ["view"]),
    ],
    "Administratör": [
        ("plandocs", "organisation", ["view", "add", "change", "delete"]),
        ("plandocs", "subjectarea", ["view", "add", "change", "delete"]),
        ("plandocs", "municipality", ["change"]),
        ("plandocs", "accessibilityfeedback", ["view", "change"]),
        ("auth", "user", ["view", "add", "change", "delete"]),
        ("auth", "group", ["view"]),
        ("wagtailcore", "workflow", ["view", "add", "change", "delete"]),
        ("wagtailcore", "task", ["view", "add", "change", "delete"]),
    ],
}


def permission(apps, app_label, model, codename, name):
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )[0]


def create(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for role, actions in ROLES.items():
        group, _created = Group.objects.get_or_create(name=role)
        for action in actions:
            group.permissions.add(permission(apps, "plandocs", "case", action, ACTIONS[action]))
        if role in WORK_IN_THE_ADMIN:
            group.permissions.add(
                permission(
                    apps, "wagtailadmin", "admin", "access_admin", "Can access Wagtail admin"
                )
            )
        for app_label, model, verbs in REGISTERS.get(role, []):
            for verb in verbs:
                group.permissions.add(
                    permission(apps, app_label, model, f"{verb}_{model}", f"Can {verb} {model}")
                )
    # Wagtail's own starting groups have rights that no role of ours has
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("workflow", "0001_initial"),
        ("plandocs", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]
    operations = [migrations.RunPython(create, remove)]
