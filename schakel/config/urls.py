"""The table of contents of the site: each capability has its own list."""

from importlib.util import find_spec

from django.urls import include, path
from django.views.i18n import set_language

from schakel.access.doors import public
from schakel.design import catalogue
from schakel.finding.views import search
from schakel.network.doors import house_staff

from .views import healthz

PLACES = [
    "work",
    "finding",
    "exchange",
    "signin",
    "cases",
    "referrals",
    "triage",
    "consultations",
    "network",
    "houses",
    "conferences",
    "plans",
    "mail",
    "requests",
    "documents",
    "worklists",
    "manual",
]

handler500 = "schakel.design.errors.went_wrong"
urlpatterns = [
    path("healthz/", healthz, name="healthz"),
    path("zoeken/", search, name="search"),
    path("taal/", public("the sign-in page speaks Dutch and English, too")(set_language), name="set_language"),
    path("onderdelen/", include(catalogue.urls(house_staff("the parts of which pages are made")))),
]
urlpatterns += [path("", include(f"schakel.{place}.urls")) for place in PLACES if find_spec(f"schakel.{place}.urls")]
