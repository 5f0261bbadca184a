"""For the tests: fast, quiet, and nothing left behind."""

from pathlib import Path
from tempfile import TemporaryDirectory

from styrdok import env
from styrdok.settings.base import *

SCRATCH = TemporaryDirectory(prefix="styrdok-test-")  # removed when the process ends

ENVIRONMENT = env.read(
    {
        "SECRET_KEY": "for tests only",
        "DATABASE_URL": f"sqlite:///{SCRATCH.name}/styrdok.sqlite3",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "BASE_URL": "http://localhost",
        "DATA_DIR": SCRATCH.name,
        "EMAIL_URL": "memory:",
        "DEFAULT_FROM_EMAIL": "styrdok@localhost",
    }
)
globals().update(from_environment(ENVIRONMENT))
SERVE_MEDIA = True

if "sqlite" in ENVIRONMENT.database["ENGINE"]:
    # A file, not memory: two people who write at once need two connections, as in real life.
    ENVIRONMENT.database["TEST"] = {"NAME": str(Path(SCRATCH.name) / "test.sqlite3")}
    ENVIRONMENT.database["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"

else:  # nobody misses a test database that a power failure took
    ENVIRONMENT.database.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"

# A test signs in once or more, which in the database takes a dozen queries, and one a page.
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
