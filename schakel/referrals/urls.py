"""Referrals (nl: aanmeldingen)."""

from django.urls import path

import schakel.access.urls  # noqa: F401  the converter of numbers

from .views import lists, people, sending, writing

app_name = "referrals"
urlpatterns = [
    path("aanmeldingen/", lists.referrals, name="referrals"),
    path("aanmeldingen/nieuw/", lists.new, name="new"),
    path("aanmeldingen/<number:number>/", writing.referral, name="referral"),
    path("aanmeldingen/<number:number>/wat/", writing.what, name="what"),
    path("aanmeldingen/<number:number>/criteria/", writing.criteria, name="criteria"),
    path("aanmeldingen/<number:number>/personen/", people.persons, name="persons"),
    path("aanmeldingen/<number:number>/personen/nieuw/", people.person_new, name="person_new"),
    path("aanmeldingen/<number:number>/personen/<uuid:person>/", people.person, name="person"),
    path("aanmeldingen/<number:number>/versturen/", sending.send, name="send"),
    path("aanmeldingen/<number:number>/intrekken/", sending.withdraw, name="withdraw"),
    path("aanmeldingen/<number:number>/aanvullen/", writing.add, name="add"),
    path("aanmeldingen/<number:number>/contactpersoon/", writing.contact, name="contact"),
]
