"""How a house works (nl: inrichting), and what it tells everybody (nl: huizen)."""

from django.urls import path

from .views import approaches, exchange, lists, overview, public, tables, texts

app_name = "houses"
HOUSE = "beheer/inrichting/<uuid:house>/"
urlpatterns = [
    path("huizen/", public.houses, name="public"),
    path("huizen/<slug:slug>/", public.house, name="house"),
    path("beheer/inrichting/", overview.mine, name="mine"),
    path(HOUSE, overview.overview, name="overview"),
    path(f"{HOUSE}werkwijze/", overview.way, name="way"),
    path(f"{HOUSE}wijzigingen/", overview.changes, name="changes"),
    path(f"{HOUSE}wijzigingen/<uuid:change>/", overview.change, name="change"),
    path(f"{HOUSE}sluitingsdagen/", lists.days, name="days"),
    path(f"{HOUSE}sluitingsdagen/<uuid:day>/", lists.day, name="day"),
    path(f"{HOUSE}vragen/", lists.questions, name="questions"),
    path(f"{HOUSE}vragen/<uuid:question>/", lists.question, name="question"),
    path(f"{HOUSE}lijsten/", lists.lists, name="lists"),
    path(f"{HOUSE}lijsten/<slug:name>/", lists.one_list, name="list"),
    path(f"{HOUSE}lijsten/<slug:name>/<uuid:regime>/", lists.one_list, name="list"),
    path(f"{HOUSE}lijstwaarden/<uuid:entry>/", lists.entry, name="entry"),
    path(f"{HOUSE}teksten/", texts.texts, name="texts"),
    path(f"{HOUSE}teksten/<slug:key>/", texts.text, name="text"),
    path(f"{HOUSE}tafels/", tables.tables, name="tables"),
    path(f"{HOUSE}tafels/nieuw/", tables.table, name="new_table"),
    path(f"{HOUSE}tafels/<uuid:table>/", tables.table, name="table"),
    path(f"{HOUSE}uitwisselen/", exchange.exchange, name="exchange"),
    path(f"{HOUSE}uitwisselen/bestand/", exchange.download, name="download"),
    path(f"{HOUSE}soorten-aanpak/nieuw/", approaches.new, name="new_approach"),
    path(f"{HOUSE}soorten-aanpak/<uuid:regime>/", approaches.approach, name="approach"),
    path(f"{HOUSE}soorten-aanpak/<uuid:regime>/criteria/", approaches.criteria, name="criteria"),
    path(f"{HOUSE}criteria/<uuid:criterion>/", approaches.criterion, name="criterion"),
]
