"""For one's own machine, and for the demo: nothing needs to be set."""

from styrdok import env
from styrdok.settings.base import *

ENVIRONMENT = env.read(
    {
        "SECRET_KEY": "for one's own machine only; production refuses to start without its own",
        "DATABASE_URL": "sqlite:///var/styrdok.sqlite3",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "BASE_URL": "http://127.0.0.1:8000",
        "DATA_DIR": "var",
        "EMAIL_URL": "file:///var/mail",
        "DEFAULT_FROM_EMAIL": "styrdok@localhost",
        "DEBUG": "yes",
    }
)
globals().update(from_environment(ENVIRONMENT))
SERVE_MEDIA = True

if ENVIRONMENT.debug:  # a changed template is to be seen at once
    CACHES["texts"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}

ENVIRONMENT.data_dir.mkdir(parents=True, exist_ok=True)
