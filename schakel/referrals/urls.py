"""Referrals (nl: aanmeldingen)."""

from django.urls import path

import schakel.access.urls  # noqa: F401  the converter of numbers

from .views import again, answering, everything, leaving, lists, people, persons_more, sending, steps, typing, writing

app_name = "referrals"
urlpatterns = [
    path("aanmeldingen/", lists.referrals, name="referrals"),
    path("aanmeldingen/achtergelaten/", leaving.left, name="left"),
    path("aanmeldingen/achtergelaten/<uuid:referral>/", leaving.hand_on, name="hand_on"),
    path("aanmeldingen/achtergelaten/<uuid:referral>/weggooien/", leaving.throw_away_left, name="throw_away_left"),
    path("aanmeldingen/nieuw/", lists.new, name="new"),
    path("aanmeldingen/<number:number>/", writing.referral, name="referral"),
    path("aanmeldingen/<number:number>/alles/", everything.everything, name="everything"),
    path("aanmeldingen/<number:number>/wat/", steps.what, name="what"),
    path("aanmeldingen/<number:number>/criteria/", steps.criteria, name="criteria"),
    path("aanmeldingen/<number:number>/eigen-keten/", steps.chain, name="chain"),
    path("aanmeldingen/<number:number>/kaders/", steps.frames, name="frames"),
    path("aanmeldingen/<number:number>/kaders/nieuw/", persons_more.frame_new, name="frame_new"),
    path("aanmeldingen/<number:number>/kaders/attentie/", persons_more.alert_new, name="alert_new"),
    path("aanmeldingen/<number:number>/informeren/", persons_more.informing, name="informing"),
    path("aanmeldingen/<number:number>/informeren/<uuid:person>/", persons_more.inform, name="inform"),
    path("aanmeldingen/<number:number>/vragen/", steps.questions, name="questions"),
    path("aanmeldingen/<number:number>/getypt/<slug:step>/", typing.typing, name="typing"),
    path("aanmeldingen/<number:number>/getypt/<uuid:unsaved>/weg/", typing.drop, name="drop"),
    path("aanmeldingen/<number:number>/personen/", people.persons, name="persons"),
    path("aanmeldingen/<number:number>/personen/nieuw/", people.person_new, name="person_new"),
    path("aanmeldingen/<number:number>/personen/<uuid:person>/", people.person, name="person"),
    path("aanmeldingen/<number:number>/personen/relatie/", persons_more.relation_new, name="relation_new"),
    path("aanmeldingen/<number:number>/versturen/", sending.send, name="send"),
    path("aanmeldingen/<number:number>/ontvangst/", sending.receipt, name="receipt"),
    path("aanmeldingen/<number:number>/antwoord/pdf/", answering.take_answer, {"form": "pdf"}, name="answer_as_pdf"),
    path("aanmeldingen/<number:number>/antwoord/odt/", answering.take_answer, {"form": "odt"}, name="answer_as_text"),
    path("aanmeldingen/<number:number>/weggooien/", sending.throw_away, name="throw_away"),
    path("aanmeldingen/<number:number>/intrekken/", sending.withdraw, name="withdraw"),
    path("aanmeldingen/<number:number>/aanvullen/", writing.add, name="add"),
    path("aanmeldingen/<number:number>/contactpersoon/", writing.contact, name="contact"),
    path("casussen/<number:number>/opnieuw-toetsen/", again.begin, name="begin_again"),
]
