"""All settings, in one place. What differs between installations comes from the environment (see environment.py)."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from .databases import for_django, forget_everything, server, sign_in
from .environment import REQUIRED, flag, key, number, text, url
from .logs import LOGGING  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
EMBEDDED = None if os.environ.get("SCHAKEL_DATABASE_URL") else VAR / "postgres"

# A demonstration shows personas to sign in with and holds no real person. Never in an installation with real data.
DEMONSTRATION = flag("SCHAKEL_DEMONSTRATION", default=bool(EMBEDDED))
DEVELOPMENT = flag("SCHAKEL_DEVELOPMENT", default=False)  # reload code and styles; says nothing more about errors
DEBUG = False

# National messages come in as referrals in the name of one colleague: the user name of their account.
MESSAGES_REFERRER = text("SCHAKEL_MESSAGES_REFERRER", "politie" if EMBEDDED else "")

# Keys, outside the database ------------------------------------------------------------------------------------------
KEYS = VAR / "keys" if EMBEDDED else None
SECRET_KEY = key("SCHAKEL_SECRET_KEY", made_in=KEYS).hex()
IDENTITY_KEY = key("SCHAKEL_IDENTITY_KEY", made_in=KEYS)  # seals who acts, for the row policies
MASTER_KEY = key("SCHAKEL_MASTER_KEY", made_in=KEYS)  # wraps the keys of the content of case files
VAULT_KEY = key("SCHAKEL_VAULT_KEY", made_in=KEYS)  # the blind index of citizen service numbers

# Databases -----------------------------------------------------------------------------------------------------------
DATABASE_SERVER = server(embedded=EMBEDDED)
DATABASE_ROLE = text("SCHAKEL_DB_ROLE", "schakel_app")
POOL = {"min_size": 1, "max_size": number("SCHAKEL_POOL", 10), "timeout": 5, "reset": forget_everything}
LASTING = POOL if DATABASE_ROLE == "schakel_app" else None  # migrations and jobs take their time, one at a time
DATABASES = {
    "default": for_django(DATABASE_SERVER, DATABASE_ROLE, LASTING, **({} if LASTING else {"timeouts": {}})),
    "door": for_django(DATABASE_SERVER, "schakel_door", LASTING),
}
DATABASE_ROUTERS = ["schakel.signin.router.DoorRouter"]
LOG_DATABASE = sign_in(DATABASE_SERVER, "schakel_log")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The application -----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "schakel.access",
    "schakel.audit",
    "schakel.vault",
    "schakel.signin",
    "schakel.design",
    "schakel.network",
    "schakel.houses",
    "schakel.worklists",
    "schakel.people",
    "schakel.referrals",
    "schakel.cases",
    "schakel.conferences",
    "schakel.plans",
    "schakel.requests",
    "schakel.documents",
    "schakel.sheets",
    "schakel.paper",
    "schakel.triage",
    "schakel.finding",
    "schakel.consultations",
    "schakel.work",
    "schakel.mail",
    "schakel.exchange",
    "schakel.manual",
    "schakel.demonstration",
    "schakel.jobs",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "schakel.access.middleware.ActorMiddleware",
    "schakel.network.middleware.ProfessionalMiddleware",
    "schakel.audit.middleware.LogMiddleware",
]
ROOT_URLCONF = "schakel.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "schakel.work.navigation.frame",
                "schakel.manual.touring.panel",
            ],
            "builtins": ["schakel.design.templatetags.design"],
        },
    }
]
if DEVELOPMENT:  # templates are read again for every page
    TEMPLATES[0]["APP_DIRS"] = False
    TEMPLATES[0]["OPTIONS"]["loaders"] = ["django.template.loaders.app_directories.Loader"]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
# A file that comes in stays in memory until it is sealed, so that nothing of it lies readable on a disk; a larger one
# does not arrive.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 21 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# Signing in ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "signin.Account"
AUTHENTICATION_BACKENDS = ["schakel.signin.backend.DoorBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "signin:signin"
LOGIN_REDIRECT_URL = "/"
PERSONAS = "schakel.demonstration.personas.personas"  # who stands on the sign-in page of a demonstration

# Language, time ------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Files ---------------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [VAR / "assets", ("manual/pictures", ROOT / "docs/manual/images")]
PAPER_FONTS = VAR / "paper"
FINGERPRINTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEVELOPMENT else FINGERPRINTED
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEVELOPMENT
MEDIA_ROOT = VAR / "files"

# The browser ---------------------------------------------------------------------------------------------------------
ADDRESS = url("SCHAKEL_ADDRESS", *(["http://localhost:8000"] if EMBEDDED else []))
SECURE = urlsplit(ADDRESS).scheme == "https"
ALLOWED_HOSTS = [urlsplit(ADDRESS).hostname, *text("SCHAKEL_HOSTS", "").split()]
if DEMONSTRATION:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ADDRESS] if SECURE else []
SESSION_ENGINE = "schakel.signin.sessions"
SESSION_COOKIE_NAME = "__Host-schakel" if SECURE else "schakel"
SESSION_COOKIE_AGE = 10 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["htmx"],
    }
}

# Mail: one a day to each colleague, without content. Without a server none is sent; a demonstration shows them only.
MAIL_SERVER = url("SCHAKEL_MAIL_SERVER", None, ("smtp+starttls", "smtps", "smtp"), "smtp+starttls://mail.example.nl")
MAIL_PASSWORD = text("SCHAKEL_MAIL_PASSWORD", "")
MAIL_FROM = text("SCHAKEL_MAIL_FROM", "Schakel <schakel@localhost>" if EMBEDDED or not MAIL_SERVER else REQUIRED)

# The virus scanner that documents pass; without one they do not wait for it, and their page says so.
SCANNER = url("SCHAKEL_SCANNER", None, schemes=("unix", "tcp"), example="unix:///run/clamav/clamd.ctl")
