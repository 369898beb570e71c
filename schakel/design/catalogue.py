"""One page for every component, with its variants: for whoever makes pages, and for the browser tests."""

from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import path

from schakel.design import examples


class Part(NamedTuple):
    slug: str
    name: str
    when: str


PARTS = (
    Part(
        "handelingen",
        "Handelingen",
        "Voor alles wat iemand kan doen. Eén sterke knop per kaart; wat niet mag, staat er met de reden.",
    ),
    Part("badges", "Badges", "Voor een toestand in een of twee woorden. De kleur herhaalt wat het woord zegt."),
    Part(
        "datums",
        "Datums en termijnen",
        "Een datum zegt wat hij betekent: nog één werkdag, zes dagen te laat, gisteren.",
    ),
    Part(
        "iconen",
        "Iconen",
        "Bij een woord, nooit in plaats van een woord; alleen in het menu op een smal scherm staan ze los.",
    ),
    Part("kaart", "Kaart", "Eén onderwerp op een vel papier, met rechts hoogstens één link of knop."),
    Part(
        "rijen",
        "Rijen",
        "Voor dingen die om aandacht vragen: een naam, een regel eronder, rechts de stand en de handeling.",
    ),
    Part(
        "tabel",
        "Tabel",
        "Voor dingen met dezelfde paar waarden. Getallen staan rechts; op een smal scherm wordt elke rij een blokje.",
    ),
    Part("feiten", "Feiten", "De paar feiten die boven aan een casus of overleg staan."),
    Part("begrippen", "Begrippen", "Wat is ingevuld, teruggelezen: begrip links, waarde rechts."),
    Part("velden", "Velden", "Eén vraag per veld. Wat niet verplicht is, zegt dat; wat fout is, zegt hoe het wel kan."),
    Part(
        "foutmeldingen",
        "Foutmeldingen",
        "Boven het formulier staat wat er nog moet gebeuren, met een link naar elk veld.",
    ),
    Part("tabbladen", "Tabbladen", "De bladen van één dossier. Elk blad heeft een eigen adres."),
    Part("tijdlijn", "Tijdlijn", "Wat er gebeurde, het nieuwste boven."),
    Part("waarom", "Waarom ziet u dit", "Op elke bladzijde van een dossier: waarom u dit ziet en wie nog meer."),
    Part("leeg", "Nog niets", "Zegt wat hier komt en hoe het begint."),
    Part("melding", "Melding", "Voor wat gelezen moet worden: een mededeling, gelukt, let op, mislukt."),
    Part("bevestigen", "Bevestigen", "Vóór wat niet terug kan: wat er gebeurt, de handeling, de weg terug."),
    Part(
        "versies",
        "Twee versies",
        "Als twee mensen hetzelfde wijzigen: beide versies naast elkaar, niets gaat verloren.",
    ),
    Part("bladeren", "Bladeren", "Bij een lijst die te lang is voor één bladzijde."),
    Part("persoon", "Persoon", "Een naam met een regel erbij. Alleen waar de lezer de naam mag weten."),
    Part("fasen", "Fasen", "Waar een casus staat, van triage tot afsluiten, of welke stap van een formulier dit is."),
    Part("voortgang", "Voortgang", "Hoever iets is, met de getallen in woorden erbij."),
    Part("balk", "Verdeling", "Een geheel en zijn delen. De woorden en getallen staan eronder."),
    Part(
        "leefgebieden",
        "Leefgebieden",
        "Kleine lijnen over de tijd, zoals professionals ze invulden. Er wordt niets opgeteld.",
    ),
    Part("netwerk", "Gezin en netwerk", "De mensen en organisaties om iemand heen, met de lijst erbij."),
    Part("zaal", "Schermen bij een overleg", "Het scherm van de voorzitter en dat voor de muur."),
)
OF_SLUG = {part.slug: part for part in PARTS}


def index(request):
    return render(request, "design/catalogue/index.html", {"parts": PARTS, "title": "Onderdelen"})


def part(request, slug):
    if slug not in OF_SLUG:
        raise Http404
    page = Paginator(range(1, 239), 20).get_page(request.GET.get("page", 3))
    form = examples.ContributionForm()
    wrong = examples.ContributionForm({"once": "x", "text": "", "happened": "31-02-2026", "kind": "mening"})
    values = {"part": OF_SLUG[slug], "page": page, "form": form, "wrong": wrong, **examples.VALUES}
    return render(request, f"design/catalogue/{slug}.html", values)


def room(request, kind):
    """The conference screens as whole pages."""
    if kind not in ("voorzitter", "muur"):
        raise Http404
    values = {"kind": "wall" if kind == "muur" else "chair", "title": "Casustafel volwassenen", **examples.VALUES}
    return render(request, "design/catalogue/room.html", values)


def urls(rule):
    """The addresses of the catalogue; `rule` says who may look (the site's own decorator: this app knows none)."""
    return [
        path("", rule(index), name="catalogue"),
        path("zaal/<slug:kind>/", rule(room), name="catalogue_room"),
        path("<slug:slug>/", rule(part), name="catalogue_part"),
    ]
