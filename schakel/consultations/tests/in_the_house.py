"""What questions for advice add to the promises over all tables and pages."""

from schakel.access.tests.proper_rows import may, me
from schakel.consultations.models import Consultation, Response, Tally

STAFF = {"noor", "jelmer", "sem", "hanneke"}
EVERYBODY = [
    "pim",
    "noor",
    "sem",
    "sanne",
    "lieke",
    "jelmer",
    "bilal",
    "polly",
    "linda",
    "hanneke",
    "coen",
    "gea",
    "ankie",
]


def furnish(house):
    """Pim asked, Noor answered and Pim asked on; Noor asked something herself."""
    world, house.consultations = house.world, {}
    for name in ("pim", "noor"):
        asked = Consultation.objects.create(author=getattr(world, name), house=world.house, kind="situation")
        house.consultations[name] = house.add(asked, asker=name)
        house.id[f"consultation of {name}"] = asked.pk
    pim = house.consultations["pim"]
    advice = Response.objects.create(consultation=pim, author=world.noor, kind="advice", minutes=15)
    on = Response.objects.create(consultation=pim, author=world.pim, kind="asked_on")
    for one in (advice, on):
        house.add(one, asker="pim")
    house.add(Tally.objects.create(house=world.house, quarter="2020-01-01", kind="policy", asked=3), tally=True)
    own = Response.objects.create(consultation=house.consultations["noor"], author=world.noor, kind="asked_on")
    house.add(own, asker="noor")


def consultation(house, name):
    return {"author_id": me(house, name).pk, "kind": "policy", "house_id": house.world.house.pk}


def response(house, name):
    """Staff answer what Pim asked; he asks on."""
    kind = "asked_on" if name == "pim" else "advice"
    return {"author_id": me(house, name).pk, "consultation_id": house.consultations["pim"].pk, "kind": kind}


def responses_refused(house):
    world, own = house.world, house.consultations["noor"].pk
    ggz = world.organisations["ggz"].pk
    return [
        ("pim", {"kind": "advice"}), ("pim", {"minutes": 5}), ("pim", {"consultation_id": own}),
        ("noor", {"consultation_id": own}), ("noor", {"kind": "asked_on"}),
        ("noor", {"kind": "in_touch", "organisation_id": own}),
        ("noor", {"kind": "in_touch", "organisation_id": ggz, "colleague_id": world.pim.pk}),
    ]  # fmt: skip


def responses_accepted(house):
    world = house.world
    ggz = world.organisations["ggz"].pk
    return [
        ("noor", {"kind": "in_touch", "organisation_id": ggz, "minutes": 20}),
        ("noor", {"kind": "in_touch", "organisation_id": ggz, "colleague_id": world.sanne.pk}),
        ("noor", {"kind": "refer"}),
    ]


def sees(name, opened, one, contact):
    return name == one.asker or name in STAFF


ROWS = {
    "consultations_consultation": may(*EVERYBODY, write=consultation),
    "consultations_response": may(
        "noor", "pim", "jelmer", "sem", "hanneke", write=response, refused=responses_refused,
        accepted=responses_accepted,
    ),
}  # fmt: skip
EXISTS = dict.fromkeys(["consultations_consultation", "consultations_response"], sees) | {
    "consultations_tally": lambda name, opened, one, contact: name in STAFF
}
QUESTIONS = [
    "access.consultations_i_answer()", "access.consultations_i_asked()", "access.my_consultations()",
    "access.houses_i_count_advice_of()", "access.advice_in_numbers('2000-01-01', '2100-01-01')",
    "access.may_be_met(%(known)s, %(sanne)s, %(known)s)",
]  # fmt: skip
