"""Three cases and four referrals with a row in every table about everybody: what the promises over all tables ask.

`family` is Noor's (see schakel/cases/tests/scene.py), `street` is Jelmer's, `ended` is closed; Pim sits in all three.
Polly refers, Linda is her contact, Hanneke is the triage; Bilal keeps a draft to himself.
"""

from datetime import date, timedelta
from types import SimpleNamespace

from django.utils import timezone

from conftest import as_owner
from schakel.cases.models import (
    Case,
    Closing,
    Contribution,
    Correction,
    Hold,
    Occupant,
    Recall,
    Seat,
    SeatPerson,
)
from schakel.cases.tests.scene import add_person, give_seat, open_case
from schakel.conferences.models import Attendance, CaseConference, Conclusion, FormalDecision
from schakel.network.models import Criterion
from schakel.people.models import Address, CitizenNumber, Person, Relation
from schakel.plans.models import Agreement, Answer, Goal, Progress
from schakel.referrals.models import Addition, Claim, Decision, Finding, Referral
from schakel.vault.models import ContentKey, Text

from .furniture import furnish

LONG_AGO = timedelta(days=90)
SEATS = {  # label: case, for whom (empty: the whole)
    "noor": ("family", ""), "sem": ("family", ""), "pim": ("family", ""), "sanne": ("family", "mother"),
    "lieke": ("family", "child"), "jelmer": ("street", ""), "bilal": ("street", ""),
    "pim in the street": ("street", ""), "noor then": ("ended", ""), "pim then": ("ended", ""),
    "coen then": ("family", ""),
}  # fmt: skip
SUBJECTS = {
    "family": ["mother", "child"],
    "street": ["father"],
    "ended": ["son"],
    "asked": ["mover"],
    "draft": ["aunt"],
}


class House(SimpleNamespace):
    """`id["mother"]`: what a label stands for; `rows[model]`: what is in a table, with what the promises ask about."""

    def add(self, row, **facts):
        self.rows.setdefault(type(row), []).append(SimpleNamespace(pk=row.pk, row=row, **facts))
        return row


def build(world):
    family, street, ended = open_case(world), open_case(world, is_area=True), open_case(world, is_area=True)
    house = House(
        world=world, rows={}, id={}, cases={"family": family.case, "street": street.case, "ended": ended.case}
    )
    with as_owner():
        _only_these_seats(
            street,
            [
                ("jelmer", "zvh", "process_director"),
                ("bilal", "college", "participant"),
                ("pim", "police", "participant"),
            ],
        )
        _only_these_seats(ended, [("noor", "zvh", "process_director"), ("pim", "police", "participant")])
        Case.objects.update(is_area=False)
        Case.objects.filter(pk=ended.case.pk).update(closed_at=timezone.now(), phase="closed")
        past = give_seat(family, "coen", "ggz")
        Seat.objects.filter(pk=past.pk).update(ends_at=timezone.now() - timedelta(hours=1))
        for label, scene in (("street", street), ("ended", ended)):
            for name in SUBJECTS[label]:
                scene.people[name] = add_person(scene, name)
        _file_rows(house, {"family": family, "street": street, "ended": ended})
        _referrals(house, world)
        for label, scene in (("family", family), ("street", street), ("ended", ended)):
            _content(house, label, scene)
        furnish(house)
        _words(house, {"family": family, "street": street, "ended": ended})
    return house


def _only_these_seats(scene, seats):
    for seat in scene.seats.values():
        seat.occupants.all().delete()
        seat.persons.all().delete()
        seat.delete()
    scene.seats = {}
    for name, capacity, role in seats:
        give_seat(scene, name, capacity, role=role)


def _file_rows(house, scenes):
    for label, scene in scenes.items():
        house.id[label] = scene.case.pk
        house.id |= {name: person.pk for name, person in scene.people.items()}
    named = {(label, name): seat for label, scene in scenes.items() for name, seat in scene.seats.items()}
    suffix = {"family": "", "street": " in the street", "ended": " then"}
    house.seats = {}
    for (label, name), seat in named.items():
        known = name if f"{name}{suffix[label]}" not in SEATS else f"{name}{suffix[label]}"
        known = "coen then" if name == "coen" else known
        house.seats[known] = seat
        house.id[f"seat of {known}"] = seat.pk
    for label, case in house.cases.items():
        house.add(case, file=label)
    for label, seat in house.seats.items():
        house.add(seat, seat=label)
        for row in SeatPerson.objects.filter(seat=seat):
            house.add(row, seat=label, about={SEATS[label][1]})
        house.add(Occupant.objects.get(seat=seat), seat=label)


def _referrals(house, world):
    house.referrals, house.criteria = {}, [one.pk for one in Criterion.objects.all()]
    now = timezone.now()
    for label, referrer, capacity, times in (
        ("asked", world.polly, "police", {"sent_at": now}),
        ("answered", world.polly, "police", {"sent_at": now}),
        ("withdrawn", world.polly, "police", {"sent_at": now, "withdrawn_at": now}),
        ("draft", world.bilal, "college", {}),
    ):
        referral = Referral.objects.create(
            author=referrer, referrer=referrer, contact=world.linda if capacity == "police" else None,
            house=world.house, regime=world.regime, capacity=world.capacities[capacity], **times,
        )  # fmt: skip
        referral.refresh_from_db()
        house.referrals[label] = house.add(referral, file=label)
        house.id[label] = referral.pk
        for name in SUBJECTS.get(label, ()):
            house.id[name] = Person.objects.create(file_id=referral.pk, surname=name).pk
        criterion = Criterion.objects.first()
        house.add(Claim.objects.create(referral=referral, criterion=criterion, met=True, author=referrer), file=label)
        house.add(Addition.objects.create(referral=referral, author=referrer), file=label)
    answered = house.referrals["answered"]
    decision = Decision.objects.create(referral=answered, outcome="no", formula="1", author=world.hanneke)
    Decision.objects.filter(pk=decision.pk).update(decided_at=now - LONG_AGO)
    house.add(decision, file="answered")
    house.add(
        Finding.objects.create(
            decision=decision, referral=answered, criterion=criterion, met=True, author=world.hanneke
        ),
        file="answered",
    )


def _content(house, label, scene):
    """In every table of the case a row about the situation, about each person, and about all of them."""
    case, author = scene.case, scene.world.pim
    names = SUBJECTS[label]
    groups = [{label}, *({name} for name in names), set(names)]
    for about in [group for number, group in enumerate(groups) if group not in groups[:number]]:
        facts = {"file": label, "about": about}
        common = {"case": case, "author": author, "about": sorted(house.id[name] for name in about)}
        police = scene.world.capacities["police"]
        conference = house.add(
            CaseConference.objects.create(**common, starts_at=timezone.now(), place="x", chair=author), **facts
        )
        agreement = house.add(_agreement(house, common, conference, "pim"), seat="pim", **facts)
        for row in (
            Hold.objects.create(**common), Correction.objects.create(**common), Goal.objects.create(**common),
            Attendance.objects.create(**common, conference=conference, capacity=police, how="room"),
            Conclusion.objects.create(**common, conference=conference),
            FormalDecision.objects.create(**common, capacity=police),
            Answer.objects.create(**common, agreement=agreement, accepted=True),
            Progress.objects.create(**common, agreement=agreement),
        ):  # fmt: skip
            house.add(row, **facts)
        for heard in (label, "police", "ggz"):
            _brought_in(house, common | {"capacity": police}, facts, heard)
    if label == "street":  # nothing is about nobody any more; were it there, it would still be of its case only
        nobody = {"case": case, "author": author, "about": []}
        facts = {"file": label, "about": set()}
        house.add(CaseConference.objects.create(**nobody, starts_at=timezone.now(), place="x", chair=author), **facts)
        house.add(Answer.objects.create(**nobody, agreement=agreement, accepted=True), **facts)
        house.add(Progress.objects.create(**nobody, agreement=agreement), **facts)
    if label == "family":
        about = {"case": case, "author": author, "about": [house.id["child"]]}
        hidden = _agreement(house, about, None, "sanne")  # that the mother's seat owns it does not show the child's
        house.add(hidden, seat="sanne", file=label, about={"child"})
    if label != "street":
        house.add(Closing.objects.create(case=case, author=author, about=[case.pk]), file=label, about={label})


def support_for_the_mother(house):
    """Ankie supports the family's case, and sees the mother only."""
    with as_owner():
        like = house.seats["sanne"]
        seat = Seat.objects.create(
            case=house.cases["family"], capacity=house.world.capacities["zvh"], author=house.world.noor,
            role="process_support",
            whole_case=False, starts_at=like.starts_at,
        )  # fmt: skip
        SeatPerson.objects.create(seat=seat, case=seat.case, person_id=house.id["mother"])
        Occupant.objects.create(
            seat=seat, professional=house.world.ankie, named_by=house.world.noor, starts_at=seat.starts_at
        )


def _agreement(house, common, conference, seat):
    return Agreement.objects.create(
        **common, title="x", seat=house.seats[seat], conference=conference, due_on=date(2026, 12, 1)
    )


def _brought_in(house, common, facts, heard):
    """One that stands, and one that was recalled, each for one audience."""
    capacities = house.world.capacities
    audience = [capacities[heard].pk if heard in capacities else common["case"].pk]
    for recalled in (False, True):
        contribution = Contribution.objects.create(**common, audience=audience, kind="fact", fact_date="20260101")
        house.add(contribution, heard=heard, recalled=recalled, **facts)
        if recalled:
            row = Recall.objects.create(**common, audience=audience, contribution_id=contribution.pk)
            house.add(row, heard=heard, **facts)


def _words(house, scenes):
    """A text for each contribution, a key and an address for each person, and how two of them are related."""
    for one in house.rows[Contribution]:
        sealed = scenes[one.file].keyring._sealed(one.row, "text", "Er staat iets.").sealed
        text = Text.objects.create(
            file_id=one.row.case_id, of_row=one.pk, field="text", author_id=one.row.author_id, about=one.row.about,
            audience=one.row.audience, sealed=sealed,
        )  # fmt: skip
        house.add(text, file=one.file, about=one.about, heard=one.heard, recalled=one.recalled)
    house.keys = {}
    label_of = {pk: label for label, pk in house.id.items()}
    for person in Person.objects.filter(pk__in=house.id.values()):
        facts = {"file": label_of[person.file_id], "about": {label_of[person.pk]}}
        house.add(person, **facts)
        for heard in (facts["file"], "police"):
            audience = [house.world.capacities["police"].pk if heard == "police" else person.file_id]
            address = Address.objects.create(file_id=person.file_id, person=person, lines="x", audience=audience)
            house.add(address, heard=heard, **facts)
        house.add(CitizenNumber.objects.create(file_id=person.file_id, person=person, sealed=b"x", blind=b"x"), **facts)
    mother, child = house.id["mother"], house.id["child"]
    relation = Relation.objects.create(file_id=house.id["family"], person_id=mother, other_id=child, kind="parent")
    house.add(relation, file="family", about={"mother", "child"})
    for key in ContentKey.objects.all():
        house.add(key, file=label_of[key.file_id], about={label_of[key.person_id]} if key.person_id else set())
