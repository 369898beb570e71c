"""Questions to partners, reminders and answers in the full house."""

from datetime import date

from schakel.access.tests.proper_rows import capacity_of, elsewhere, may, of_case
from schakel.cases.models import Contribution
from schakel.requests.models import InformationRequest, RequestAnswer, RequestReminder

ABOUT = {"family": ["mother", "child"], "street": ["father"], "ended": ["son"]}
RUN = {"noor": {"family"}, "sem": {"family"}, "jelmer": {"street"}}
AT = {
    "zvh": {"noor", "sem", "jelmer"}, "police": {"pim"}, "ggz": {"sanne"}, "school": {"lieke"},
}  # fmt: skip


def furnish(house):
    house.asked = {}
    for label, names in ABOUT.items():
        for about in ({label}, *({name} for name in names)):
            for capacity in ("police", "ggz"):
                _asked(house, label, about, capacity, "answered")
                _asked(house, label, about, capacity, "waits")
    _asked(house, "family", {"child"}, "school", "waits")
    _asked(house, "family", {"mother"}, "ggz", "waits", by_the_house=False)


def _asked(house, label, about, capacity, state, by_the_house=True):
    """By whoever ran the case then: that was another house, if not this one."""
    world, case = house.world, house.cases[label]
    asked = world.capacities[capacity]
    common = {
        "case": case, "author": world.noor, "about": sorted(house.id[name] for name in about), "capacity": asked,
        "audience": sorted([asked.pk, *[world.capacities["zvh"].pk] * by_the_house]),
    }  # fmt: skip
    facts = {
        "file": label,
        "about": about,
        "asked": capacity,
        "state": state,
        "heard": {capacity, *["zvh"] * by_the_house},
    }
    row = InformationRequest.objects.create(**common, kind="known", due_on=date(2026, 1, 1))
    house.add(row, **facts)
    house.asked.setdefault((label, *sorted(about), capacity, state), row)
    house.add(RequestReminder.objects.create(**common, request=row), **facts)
    if state == "answered":
        house.add(RequestAnswer.objects.create(**common, request=row), **facts)


def _heard(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import sight_of

    return one.file == opened and one.about <= sight_of(name) and any(name in AT[heard] for heard in one.heard)


def _taken_back(house, name, one):
    from schakel.access.tests.test_who_sees_what import sight_of

    return "zvh" in one.heard and one.file in RUN.get(name, ()) and one.about <= sight_of(name)


def of_the_request(*about, capacity="police", state="waits", label="family", **more):
    """A row that says about and for whom what its request says."""

    def write(house, name):
        asked = house.asked[(label, *about, capacity, state)]
        values = {"request_id": asked.pk, "capacity_id": asked.capacity_id, "audience": asked.audience}
        return of_case(label, about=list(about), **values, **more)(house, name)

    return write


def question(house, name):
    police, ours = house.world.capacities["police"].pk, capacity_of(house, name)
    more = {"capacity_id": police, "audience": [police, ours], "kind": "known", "due_on": "2026-12-01"}
    return of_case(about=["mother"], **more)(house, name)


def questions_refused(house):
    police, ggz = house.world.capacities["police"].pk, house.world.capacities["ggz"].pk
    return [
        *elsewhere(house), {"audience": [ggz]}, {"audience": [police, ggz]}, {"audience": [house.id["family"]]},
        ("noor", {"audience": [house.world.capacities["zvh"].pk]}), {"withdrawn_at": "2026-11-01"},
        ("pim", {}), ("sanne", {}),
    ]  # fmt: skip


def other_requests(house):
    """Of another question, an answered one, about or for others than it says."""
    answered = house.asked["family", "mother", "police", "answered"]
    street = house.asked["street", "father", "police", "waits"]
    return [
        *elsewhere(house), {"request_id": answered.pk}, {"request_id": street.pk},
        {"request_id": house.asked["family", "child", "police", "waits"].pk},
        {"request_id": house.asked["family", "mother", "ggz", "waits"].pk},
        {"about": [house.id["child"]]}, {"audience": [house.id["family"]]},
        {"capacity_id": house.world.capacities["ggz"].pk},
    ]  # fmt: skip


def in_the_closed_case(house, name):
    return of_the_request("son", label="ended")(house, name)


def answers_refused(house):
    of_others = next(one.pk for one in house.rows[Contribution] if one.file == "street" and one.about == {"father"})
    return [
        *other_requests(house),
        ("noor", {}),
        ("sanne", {}),
        ("lieke", {}),
        {"contribution_id": of_others},
        in_the_closed_case(house, "pim"),
    ]


def answers_accepted(house):
    own = next(one.pk for one in house.rows[Contribution] if one.file == "family" and one.about == {"mother"})
    return [("pim", {"contribution_id": own}), ("sanne", of_the_request("mother", capacity="ggz")(house, "sanne"))]


ROWS = {
    "requests_informationrequest": may("noor", "sem", write=question, refused=questions_refused),
    "requests_requestreminder": may(
        "noor",
        "sem",
        write=of_the_request("mother"),
        refused=lambda house: [*other_requests(house), ("pim", {}), ("noor", in_the_closed_case(house, "noor"))],
    ),
    "requests_requestanswer": may(
        "pim", write=of_the_request("mother"), refused=answers_refused, accepted=answers_accepted
    ),
}
CHANGES = {
    "requests_informationrequest": ("withdrawn_at = now()", _taken_back, ["withdrawn_at = NULL"]),
}
EXISTS = dict.fromkeys(["requests_informationrequest", "requests_requestreminder", "requests_requestanswer"], _heard)
READERS = dict.fromkeys(EXISTS, ("noor", "family"))
QUESTIONS = [
    "access.is_open_request(%(known)s, %(known)s, %(known)s, '{}', '{}')", "access.requests_to_answer(50)",
    "access.requests_overdue(50)",
]  # fmt: skip
