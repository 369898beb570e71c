from django.urls import path

import schakel.access.urls  # noqa: F401

from .views import (
    circle,
    contributions,
    course,
    drafts,
    finding,
    listing,
    people,
    picture,
    standing,
    taking_part,
)

CASE = "casussen/<number:number>/"

app_name = "cases"
urlpatterns = [
    path("casussen/", listing.cases, name="cases"),
    path(CASE + "gezin/", people.people, name="people"),
    path(CASE + "gezin/toevoegen/", people.add_person, name="add_person"),
    path(CASE + "gezin/relatie/", people.relate, name="relate"),
    path(CASE + "gezin/<uuid:person>/adres/", people.add_address, name="add_address"),
    path(CASE + "gezin/<uuid:person>/corrigeren/", people.correct_person, name="correct_person"),
    path(CASE + "inbreng/", contributions.contributions, name="contributions"),
    path(CASE + "inbreng/toevoegen/", contributions.bring_in, name="bring_in"),
    path(CASE + "inbreng/concept/", drafts.keep, name="keep_draft"),
    path(CASE + "inbreng/concept/<uuid:draft>/weggooien/", drafts.drop, name="drop_draft"),
    path(CASE + "inbreng/eigen/", picture.own, name="own_contributions"),
    path(CASE + "inbreng/afdrukken/", picture.on_paper, name="contributions_on_paper"),
    path(CASE + "inbreng/<uuid:contribution>/bevestigen/", standing.confirm, name="confirm"),
    path(CASE + "inbreng/<uuid:contribution>/versies/", standing.versions, name="versions"),
    path(CASE + "inbreng/<uuid:contribution>/corrigeren/", contributions.correct, name="correct"),
    path(CASE + "inbreng/<uuid:contribution>/intrekken/", contributions.recall, name="recall"),
    path(CASE + "beeld/", picture.picture, name="picture"),
    path(CASE + "zoeken/", finding.find, name="find"),
    path("niet-meer-gebruiken/<uuid:asked>/", standing.stop_using, name="stop_using"),
    path(CASE + "deelnemers/", circle.circle, name="circle"),
    path(CASE + "deelnemers/toevoegen/", circle.give_seat, name="give_seat"),
    path(CASE + "deelnemers/<uuid:seat>/beeindigen/", circle.end_seat, name="end_seat"),
    path(CASE + "fase/", course.course, name="course"),
    path(CASE + "fase/wijzigen/", course.move, name="move"),
    path(CASE + "afsluiten/", course.close, name="close"),
    path(CASE + "vernietigingsstop/", course.hold, name="hold"),
    path("deelname/", taking_part.taking_part, name="taking_part"),
    path("deelname/<uuid:seat>/", taking_part.seat, name="seat"),
    path("deelname/bezetting/<uuid:occupant>/beeindigen/", taking_part.end_occupation, name="end_occupation"),
]
