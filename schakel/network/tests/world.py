"""The fixed cast of the tests: one house, its partners, and Gea, who sits nowhere."""

from datetime import date
from types import SimpleNamespace

from schakel.houses.models import ListEntry
from schakel.network.models import (
    Appointment,
    Capacity,
    Criterion,
    House,
    Municipality,
    Organisation,
    Partnership,
    Professional,
    Regime,
)

LONG_AGO = date(2020, 1, 1)
ORGANISATIONS = {  # key: name, kind, chain
    "zvh": ("Zorg- en Veiligheidshuis Test", "house", "none"),
    "police": ("Politie Test", "police", "justice"),
    "ggz": ("GGZ Test", "mental_health", "care"),
    "school": ("School Test", "school", "care"),
    "town": ("Gemeente Test", "municipality", "government"),
}
PROFESSIONALS = {  # name: organisation, function
    "noor": ("zvh", "procesregisseur"),
    "jelmer": ("zvh", "procesregisseur"),
    "hanneke": ("zvh", "informatieregisseur"),
    "sem": ("zvh", "procesondersteuner"),
    "ankie": ("zvh", "functioneel beheerder"),
    "pim": ("police", "wijkagent"),
    "linda": ("police", "operationeel expert"),
    "polly": ("police", "wijkagent"),
    "sanne": ("ggz", "verpleegkundige"),
    "coen": ("ggz", "psychiater"),
    "lieke": ("school", "zorgcoordinator"),
    "bilal": ("town", "consulent"),
    "gea": ("police", "wijkagent"),
}
IN_THE_HOUSE = {
    "noor": "process_director", "jelmer": "process_director", "hanneke": "triage", "sem": "support",
    "ankie": "administrator",
}  # fmt: skip
CONTACTS = {"noor": "zvh", "linda": "police", "coen": "ggz", "lieke": "school", "bilal": "town"}
LISTED = [
    ("life_domain", "Huisvesting"), ("life_domain", "Financiën"), ("theme", "Verward gedrag"),
    ("closing_reason", "Doelen bereikt"), ("frame_kind", "Contactverbod"), ("postponement", "Veiligheid van een ander"),
]  # fmt: skip
CRITERIA = ["several life domains", "several chains", "system or surroundings", "local or area-bound safety"]


def build():
    """Everybody and everything as attributes: `world.noor`, `world.ggz`, `world.regime` …"""
    world = SimpleNamespace(organisations={}, capacities={})
    for key, (name, kind, chain) in ORGANISATIONS.items():
        organisation = Organisation.objects.create(name=name, short_name=name, kind=kind, chain=chain)
        world.organisations[key] = organisation
        names = ["burgemeester", "college"] if kind == "municipality" else [""]
        for capacity in names:
            world.capacities[capacity or key] = Capacity.objects.create(organisation=organisation, name=capacity)
    world.house = House.objects.create(
        name="Zorg- en Veiligheidshuis Test", region="Test", capacity=world.capacities["zvh"]
    )
    Organisation.objects.update(keeper=world.house)
    for organisation in world.organisations.values():
        organisation.keeper = world.house
    Municipality.objects.create(code="9901", name="Testdam", house=world.house)
    for organisation in world.organisations.values():
        Partnership.objects.create(house=world.house, organisation=organisation, position="covenant", since=LONG_AGO)
    for name, (organisation, function) in PROFESSIONALS.items():
        professional = Professional.objects.create(
            name=name.title(), function=function, organisation=world.organisations[organisation]
        )
        setattr(world, name, professional)
    for name, role in IN_THE_HOUSE.items():
        Appointment.objects.create(professional=getattr(world, name), house=world.house, role=role, since=LONG_AGO)
    for name, organisation in CONTACTS.items():
        Appointment.objects.create(
            professional=getattr(world, name), organisation=world.organisations[organisation], role="contact",
            since=LONG_AGO,
        )  # fmt: skip
    world.regime = _regime(world.house)
    return world


def _regime(house):
    regime = Regime.objects.create(
        house=house, code="complex", name="Complexe casus", purpose="Samen verder waar één organisatie vastloopt.",
        formula="(1 and 2 and 3) or 4", takes_referrals=True, retention_months=60,
    )  # fmt: skip
    for position, (name, label) in enumerate(LISTED):
        of_regime = None if name in ("frame_kind", "postponement") else regime
        ListEntry.objects.create(house=house, regime=of_regime, list=name, label=label, position=position)
    for number, text in enumerate(CRITERIA, start=1):
        Criterion.objects.create(regime=regime, number=number, text=text, area=number == 4)
    return regime
