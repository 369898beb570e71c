from django.urls import path

import schakel.access.urls  # noqa: F401

from .views import at_the_table, lists, one

CASE = "casussen/<number:number>/overleggen/"
ONE = f"{CASE}<uuid:pk>/"

app_name = "conferences"
urlpatterns = [
    path("overleggen/", lists.coming, name="coming"),
    path(CASE, lists.of_case, name="of_case"),
    path(f"{CASE}nieuw/", one.convene, name="convene"),
    path(ONE, one.conference, name="conference"),
    path(f"{ONE}verplaatsen/", one.move, name="move"),
    path(f"{ONE}begin/", one.start, name="start"),
    path(f"{ONE}einde/", one.end, name="end"),
    path(f"{ONE}tafel/", at_the_table.table, name="table"),
    path(f"{ONE}scherm/", at_the_table.wall, name="wall"),
    path(f"{ONE}fase/", at_the_table.go_to, name="go_to"),
    path(f"{ONE}aanwezigheid/", at_the_table.attendance, name="attendance"),
    path(f"{ONE}conclusie/", at_the_table.conclude, name="conclude"),
    path(f"{ONE}besluit/", at_the_table.decide, name="decide"),
]
