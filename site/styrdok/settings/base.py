"""What is the same wherever Styrdok runs. Nothing here reads the environment."""

from pathlib import Path

from django.utils.functional import Promise

from styrdok import csp, formats, languages
from styrdok.env import BASE_DIR, Environment

languages.teach_django()

INSTALLED_APPS = [
    "workflow",
    "plandocs",
    "wagtail_localize",
    # Not wagtail_localize.locales: its tree sync copies unadopted Swedish pages, live.
    "wagtail.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "styrdok.csp.TwoPolicies",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "workflow.addresses.LongNumbersMiddleware",
    # Last, so that it meets a refusal first and can still use the session and the messages.
    "workflow.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "styrdok.urls"
WSGI_APPLICATION = "styrdok.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "workflow.reading.frame.frame",
            ],
            "libraries": {"reading": "workflow.reading.tags"},
        },
    },
]

STATICFILES_DIRS = [BASE_DIR / "site" / "static"]
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
SERVE_MEDIA = False  # a web server in front does it in production

# A text that has been put together once is kept by what it says (Reading.digest), so nothing kept
# is ever old. It must be kept in the process: a new release prints with other templates.
IN_PROCESS = "django.core.cache.backends.locmem.LocMemCache"
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": IN_PROCESS},
    "texts": {
        "BACKEND": IN_PROCESS,
        "LOCATION": "texts",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

# Language and time

TIME_ZONE = "Europe/Stockholm"  # every legal day begins and ends on Swedish wall-clock time
USE_TZ = True
USE_I18N = True
LANGUAGE_CODE = "sv"
LANGUAGES_BIDI = ["he", "ar", "ar-dz", "ckb", "fa", "ug", "ur", *languages.RIGHT_TO_LEFT]
# Both go before the catalogues of the packages; the second mends those of Wagtail.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
FORMAT_MODULE_PATH = ["styrdok.formats"]
# For languages that Django has no formats for, with the names of the months in Swedish.
DATE_FORMAT, DATETIME_FORMAT = formats.DATE_FORMAT, formats.DATETIME_FORMAT
SHORT_DATE_FORMAT = "Y-m-d"
YEAR_MONTH_FORMAT, MONTH_DAY_FORMAT, FIRST_DAY_OF_WEEK = "F Y", "j F", 1

WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = languages.named(["sv", "en"])
# An untranslated copy of a page would otherwise go live at once, in Swedish under /en/.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Wagtail

WAGTAIL_SITE_NAME = "Styrdok"
WAGTAILADMIN_USER_LOGIN_FORM = "workflow.admin.signing_in.LoginForm"
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "swedish",  # PostgreSQL stems; SQLite has no such thing and ignores it
    },
}
# The deciding body adopts; publishing follows. Loaded while wagtail.models is still importing,
# so the module must import no models at its top level.
WAGTAIL_FINISH_WORKFLOW_ACTION = "workflow.finish.publish_adopted_revision"
# With it on, approving an outdated revision would end a case without publishing anything.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # every download passes the permission check
# Nothing about our users or our version is sent to anyone.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
# The edit form of a plan with a hundred measures posts some two thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Security that is the same everywhere

CONTENT_SECURITY_POLICY = {"DIRECTIVES": csp.PUBLIC}
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# Decided by the machine: from_environment gives them their values

BASE_URL: str
BEHIND_PROXY: bool
DATA_DIR: Path
WAGTAIL_CONTENT_LANGUAGES: list[tuple[str, Promise]]


def from_environment(environment: Environment) -> dict[str, object]:
    """Turn what the machine decides into Django's names for it."""
    content_languages = languages.named(environment.content_languages)
    admin_only = [
        pair
        for pair in WAGTAILADMIN_PERMITTED_LANGUAGES
        if pair[0] not in environment.content_languages
    ]
    return {
        "SECRET_KEY": environment.secret_key,
        "DEBUG": environment.debug,
        "ALLOWED_HOSTS": environment.allowed_hosts,
        "DATABASES": {"default": environment.database},
        "BASE_URL": environment.base_url,
        "BEHIND_PROXY": environment.behind_proxy,
        "WAGTAILADMIN_BASE_URL": environment.base_url,
        "CSRF_TRUSTED_ORIGINS": [environment.base_url],
        "DATA_DIR": environment.data_dir,
        "MEDIA_ROOT": environment.data_dir / "media",
        "STATIC_ROOT": environment.data_dir / "static",
        "DEFAULT_FROM_EMAIL": environment.default_from_email,
        "SERVER_EMAIL": environment.default_from_email,
        **environment.email,
        "LOCALE_PATHS": [*environment.own_words, *LOCALE_PATHS],
        "LANGUAGES": [*content_languages, *admin_only],
        "WAGTAIL_CONTENT_LANGUAGES": content_languages,
    }
