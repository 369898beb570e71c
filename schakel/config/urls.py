"""The table of contents of the site: each capability has its own list."""

from importlib.util import find_spec

from django.urls import include, path

from .views import healthz

PLACES = [
    ("", "schakel.work.urls"),
    ("", "schakel.signin.urls"),
    ("", "schakel.cases.urls"),
    ("", "schakel.referrals.urls"),
    ("", "schakel.network.urls"),
    ("", "schakel.conferences.urls"),
    ("", "schakel.plans.urls"),
    ("", "schakel.people.urls"),
    ("", "schakel.audit.urls"),
    ("onderdelen/", "schakel.design.urls"),
]

urlpatterns = [path("healthz/", healthz, name="healthz")]
urlpatterns += [path(prefix, include(urls)) for prefix, urls in PLACES if find_spec(urls)]
