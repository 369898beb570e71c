"""The triage (nl: triage): worklist, questions, meetings, decisions."""

from django.urls import path

import schakel.access.urls  # noqa: F401  the converter of numbers

from .views import asking, assessing, inquiring, meetings, worklist

app_name = "triage"
urlpatterns = [
    path("triage/", worklist.waiting, name="worklist"),
    path("triage/afgehandeld/", worklist.remained, name="remainders"),
    path("triage/overleggen/", meetings.meetings, name="meetings"),
    path("triage/overleggen/nieuw/", meetings.new, name="meeting_new"),
    path("triage/overleggen/<uuid:triagemeeting>/", meetings.meeting, name="meeting"),
    path("triage/overleggen/<uuid:triagemeeting>/afdruk/", meetings.printed, name="meeting_print"),
    path("triage/overleggen/<uuid:triagemeeting>/sluiten/", meetings.end, name="meeting_end"),
    path("triage/overleggen/<uuid:triagemeeting>/<number:number>/", meetings.item, name="meeting_item"),
    path("triage/overleggen/<uuid:triagemeeting>/<number:number>/bespreken/", meetings.begin, name="meeting_show"),
    path("triage/vragen/<number:number>/", inquiring.inquiry, name="inquiry"),
    path("aanmeldingen/<number:number>/triage/", assessing.referral, name="referral"),
    path("aanmeldingen/<number:number>/beoordelen/", assessing.assess, name="assess"),
    path("aanmeldingen/<number:number>/bekend/", inquiring.known, name="known"),
    path("aanmeldingen/<number:number>/anoniem/", inquiring.anonymous, name="anonymous"),
    path("aanmeldingen/<number:number>/bekend/<uuid:inquiry>/", inquiring.take_back, name="take_back"),
    path("aanmeldingen/<number:number>/vragen/", asking.questions, name="questions"),
    path("aanmeldingen/<number:number>/vragen/nieuw/", asking.ask, name="ask"),
    path("aanmeldingen/<number:number>/vragen/<uuid:question>/", asking.reply, name="reply"),
]
