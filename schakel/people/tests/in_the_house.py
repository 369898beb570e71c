"""What holds for people, in the full house of the promises: see schakel/access/tests/furniture.py."""

from datetime import date, timedelta

from schakel.access.tests.proper_rows import capacity_of, in_other_files, may, signed
from schakel.access.tests.raw import Sql
from schakel.people.models import Address, Alert, Authority, Informing, LegalFrame, Person

SUBJECTS = {
    "family": ["mother", "child"], "street": ["father"], "ended": ["son"], "asked": ["mover"], "draft": ["aunt"],
}  # fmt: skip
SOON = date(2027, 6, 1)
NOW = Sql("now()")
SIGNED = "author_id = access.me()"
KEEP = {"noor": {"family", "ended"}, "sem": {"family"}, "jelmer": {"street"}}
WRITE = {"polly": {"asked"}, "linda": {"asked"}, "bilal": {"draft"}}
FOR_THE_MOTHER = ["noor", "sem", "pim", "sanne"]

QUESTIONS = [
    "access.people_in_hiding()", "access.addresses_left_behind()", "access.standing_in(%(known)s)",
    "access.number_in_file(%(known)s, 'x', NULL)", "access.frames_ending('2020-01-01', '2030-01-01')",
    "access.postponements_ending('2030-01-01')", "access.alerts_ending('2020-01-01', '2030-01-01')",
    "access.birthdays_coming('2020-01-01', '2030-01-01', ARRAY[12, 16, 18])",
]  # fmt: skip


def furnish(house):
    """In every file a row about each person, from the police; an alert about the situation, too."""
    for label, names in SUBJECTS.items():
        for name in names:
            _about(house, label, name)
        if label in house.cases:
            _alert(house, label, label)
    _alert(house, "street", None)  # about nobody, it would still be of its file only
    mother, child = house.id["mother"], house.id["child"]
    both = Authority.objects.create(file_id=house.id["family"], person_id=child, holder_id=mother)
    house.add(both, file="family", about={"mother", "child"})
    _hidden(house)


def _hidden(house):
    """The aunt is in hiding; the son's second address was secret, and he lives openly since."""
    Person.objects.filter(pk=house.id["aunt"]).update(secret_address=True)
    ended, son = house.id["ended"], house.id["son"]
    for secret in (False, True):
        row = Address.objects.create(file_id=ended, person_id=son, lines="x", audience=[ended], secret=secret)
        house.add(row, file="ended", about={"son"}, heard="ended", left=not secret)


def _address_exists(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import reaches, sight_of

    reached = one.file == opened and one.about <= sight_of(name) and reaches(name, one)
    return reached and one.about != {"aunt"} and not getattr(one, "left", False)


def _about(house, label, name):
    facts = {"file": label, "about": {name}}
    common = {
        "file_id": house.id[label], "person_id": house.id[name], "capacity": house.world.capacities["police"],
        "author": house.world.pim,
    }  # fmt: skip
    house.add(LegalFrame.objects.create(**common, kind="x", until=SOON), **facts)
    house.add(Informing.objects.create(**common, moment="before", done=True, on_day=SOON), **facts)
    house.add(
        Informing.objects.create(
            **common, moment="change", done=False, ground="x", on_day=SOON, until=SOON + timedelta(days=1)
        ),
        **facts,
    )
    alone = Authority.objects.create(file_id=house.id[label], person_id=house.id[name], institution="x")
    house.add(alone, **facts)
    _alert(house, label, name)


def _alert(house, label, subject):
    row = Alert.objects.create(
        file_id=house.id[label], about=[house.id[subject]] if subject else [], until=SOON,
        capacity=house.world.capacities["police"], author=house.world.pim,
    )  # fmt: skip
    house.add(row, file=label, about={subject} - {None})


def of_the_mother(**more):
    def write(house, name):
        facts = {"file_id": house.id["family"], "person_id": house.id["mother"]}
        return signed(house, name, **facts, capacity_id=capacity_of(house, name), **more)

    return write


def told_elsewhere(house):
    """In files of others, in a closed one, about persons of another file or out of sight, in another's capacity."""
    ggz, child, ended, son = house.world.capacities["ggz"].pk, house.id["child"], house.id["ended"], house.id["son"]
    return [
        *in_other_files(house), ("sanne", {"person_id": child}), ("pim", {"capacity_id": ggz}),
        ("pim", {"file_id": ended, "person_id": son}), ("hanneke", asked(house)),
        ("sanne", {"capacity_id": house.world.capacities["police"].pk}),
    ]  # fmt: skip


def asked(house):
    return {"file_id": house.id["asked"], "person_id": house.id["mover"]}


def told_in_a_referral(house):
    ggz = house.world.capacities["ggz"].pk
    return [("polly", asked(house)), ("linda", asked(house)), ("noor", {"capacity_id": ggz})]


def alert(house, name):
    facts = {"file_id": house.id["family"], "about": [house.id["mother"]], "until": SOON}
    return signed(house, name, **facts, capacity_id=capacity_of(house, name))


def alerts_refused(house):
    ended, street = house.id["ended"], house.id["street"]
    return [
        {"about": []}, {"about": [house.id["father"]]}, {"about": [house.id["son"]]}, {"about": [ended]},
        {"file_id": ended, "about": [ended]}, {"file_id": street, "about": [street]},
        ("hanneke", {"file_id": house.id["asked"], "about": [house.id["asked"]]}),
    ]  # fmt: skip


def alerts_accepted(house):
    return [
        ("noor", {"about": [house.id["family"]]}),
        ("polly", {"file_id": house.id["asked"], "about": [house.id["mover"]]}),
    ]  # fmt: skip


def authority(house, name):
    return {"file_id": house.id["family"], "person_id": house.id["child"], "holder_id": house.id["mother"]}


ROWS = {
    "people_legalframe": may(
        *FOR_THE_MOTHER, write=of_the_mother(kind="x"), refused=told_elsewhere, accepted=told_in_a_referral
    ),
    "people_informing": may(
        *FOR_THE_MOTHER,
        write=of_the_mother(moment="before", done=True, on_day=SOON),
        refused=told_elsewhere,
        accepted=told_in_a_referral,
    ),
    "people_alert": may("noor", "sem", write=alert, refused=alerts_refused, accepted=alerts_accepted),
    "people_authority": may(
        "noor",
        "sem",
        write=authority,
        refused=lambda house: [
            *in_other_files(house),
            {"holder_id": house.id["son"]},
            {"undone_at": NOW},
        ],
        accepted=lambda house: [("noor", {"holder_id": None, "institution": "x"})],
    ),
}


def kept(house, name, one):
    return one.file in KEEP.get(name, ()) or one.file in WRITE.get(name, ())


def kept_or_brought(house, name, one):
    """Pim of the police brought all of them in; in a closed case only who keeps it mends."""
    return kept(house, name, one) or name == "pim" and one.file in ("family", "street")


CHANGES = {
    "people_legalframe": (f"kind = 'y', {SIGNED}", kept_or_brought, ["kind = 'y'", "kind = 'y', author_id = %(coen)s"]),
    "people_alert": (f"until = '2027-07-01', {SIGNED}", kept, ["until = '2027-07-01'"]),
    "people_relation": ("undone_at = now()", kept, []),
    "people_authority": ("undone_at = now()", kept, []),
}
EXISTS = {"people_address": _address_exists}
