"""Very many small cases, to measure with: `make bench`. Nobody would want to read them."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from schakel.cases.models import Case, Contribution, LeadAnswer, LeadOffer, Occupant, ProcessNote, Seat, SeatPerson
from schakel.conferences.models import CaseConference
from schakel.network.models import Appointment, Capacity, House, Professional, Regime
from schakel.people.models import Informing, LegalFrame, Person
from schakel.plans.models import Agreement, Answer, Goal
from schakel.vault.keys import new_key, wrapped
from schakel.vault.models import ContentKey, Text
from schakel.vault.words import Keyring

from .copying import copy_rows
from .load import NotADemonstrationError
from .reading import read_world

EACH = 60  # cases of one colleague: what a process director has
AT_ONCE = 500
TABLE = [  # who sits in each of them: persona, capacity, role
    ("procesregisseur2", "zvh-merreland", "process_director"),  # not the contact of the house, who knows of every case
    ("ondersteuner", "zvh-merreland", "process_support"),
    ("politie", "politie-merredam", "participant"),
    ("gemeente", "gemeente-merredam/college", "lead"),
    ("ggz", "ggz", "participant"),
]
SPOKEN = "In de afgelopen week is er twee keer contact geweest. Het ging rustiger dan de maand ervoor."
ORDER = [
    Case, ContentKey, Person, Seat, SeatPerson, Occupant, LeadOffer, LeadAnswer, Informing, LegalFrame, ProcessNote,
    Contribution, CaseConference, Goal, Agreement, Answer, Text,
]  # fmt: skip
READINGS = """
INSERT INTO public.audit_entry (id, at, kind, event, actor_id, organisation_id, function, file_id, purpose)
SELECT gen_random_uuid(), s.starts_at + n * interval '2 days 1 hour', 'opened', 'file.opened', p.id, p.organisation_id,
       p.function, s.case_id, 'casus geopend'
FROM public.cases_occupant o JOIN public.cases_seat s ON s.id = o.seat_id
JOIN public.network_professional p ON p.id = o.professional_id, generate_series(1, 3) AS n
WHERE s.case_id = ANY (%s)
"""


@dataclass
class Pile:
    """Rows that are stored together, by table."""

    rows: dict = field(default_factory=lambda: {model: [] for model in ORDER})

    def add(self, row):
        self.rows[type(row)].append(row)
        return row

    def store(self, at):
        """The numbers of cases are the database's own."""
        for model, rows in self.rows.items():
            copy_rows(model, [(row, at) for row in rows])


def make_many(cases=10_000, *, in_tests=False):
    """Add that many small cases to the loaded house; each persona of `TABLE` sits in about sixty of them."""
    if not (settings.DEMONSTRATION or in_tests):
        raise NotADemonstrationError("Fictitious cases belong in a demonstration only (SCHAKEL_DEMONSTRATION).")
    now, house = timezone.now(), House.objects.get(slug="merreland")
    regime = Regime.objects.get(house=house, code="complex_case")
    table = _staff(cases)
    numbers = iter(range(cases))
    while batch := list(islice(numbers, AT_ONCE)):
        with transaction.atomic():
            at = now - timedelta(days=20 + batch[0] % 300)
            pile = Pile()
            made = [_case(pile, house, regime, table, number, at) for number in batch]
            pile.store(at)
            with connection.cursor() as cursor:
                cursor.execute(READINGS, [made])


def _staff(cases):
    """For each place at the table the capacity, and enough colleagues of the persona to share the cases with."""
    world, found = read_world(), []
    for key, capacity, role in TABLE:
        persona = Professional.objects.get(name=world.people[key].name)
        others = [
            Professional(name=f"Collega {number} {persona.function}", function=persona.function,
                         organisation_id=persona.organisation_id)
            for number in range(1, max(cases // EACH, 1))
        ]  # fmt: skip
        Professional.objects.bulk_create(others)
        _appoint(others, persona)
        name = capacity.partition("/")[2]
        seat = Capacity.objects.get(organisation_id=persona.organisation_id, name=name)
        found.append((seat, role, [persona, *others]))
    return found


def _appoint(others, persona):
    """Colleagues hold the role in the house that the persona holds."""
    for held in persona.appointments.filter(house__isnull=False):
        Appointment.objects.bulk_create(
            Appointment(professional=other, house_id=held.house_id, role=held.role, since=held.since)
            for other in others
        )


def _case(pile, house, regime, table, number, at):
    """A case with two persons, five seats, three contributions, a conference, a goal and two agreements."""
    case = Case(house=house, regime=regime, phase=Case.Phase.values[number % 3], opened_by=table[0][2][0])
    case.author = case.opened_by
    persons = [Person(file_id=case.pk, given_names=f"Proef {n}", surname=f"Vogel {number}", position=n) for n in (1, 2)]
    ring = _ring(pile, case, persons)
    pile.add(case)
    for person in persons:
        pile.add(person)
    seats = [_seat(pile, case, place, number, persons, at) for place in table]
    words = ring.sealed(case, occasion=f"{SPOKEN} {SPOKEN}", goal="Rust en een plek om te wonen.")
    shared = {"case": case, "author": case.author}
    for seat in seats[2:]:
        about = [persons[0].pk]
        row = Contribution(
            **shared, about=about, audience=[case.pk], capacity=seat.capacity, kind="fact", fact_date="20260901",
            life_domain=regime.life_domains[0],
        )  # fmt: skip
        words += ring.sealed(pile.add(row), text=SPOKEN, source="Eigen waarneming")
    words += _plan(pile, ring, seats, shared, number)
    words += _beside(pile, ring, case, persons, seats, number)
    pile.rows[Text] += words
    return case.pk


def _beside(pile, ring, case, persons, seats, number):
    """Everybody was told or will be, one of three has a legal frame or a call to make, and the lead was accepted."""
    today, home = timezone.localdate(), {"author": case.author, "capacity": seats[0].capacity}
    words = []
    for place, person in enumerate(persons):
        later = today + timedelta(days=number % 60 + 1) if place else None
        informing = Informing(
            **home, file_id=case.pk, person=person, moment="after_triage", done=not place, on_day=today, until=later,
            ground="Nog niet bereikt" if place else "",
        )  # fmt: skip
        words += ring.sealed(pile.add(informing), who="De wijkagent")
    if number % 3 == 0:
        frame = LegalFrame(
            **home, file_id=case.pk, person=persons[0], kind="Toezicht", until=today + timedelta(days=number % 200)
        )
        note = ProcessNote(
            case=case, author=case.author, about=[case.pk], audience=[seats[0].capacity_id], call_back_on=today
        )
        words += ring.sealed(pile.add(frame), conditions=SPOKEN) + ring.sealed(pile.add(note), text=SPOKEN)
    offer = pile.add(LeadOffer(case=case, author=case.author, about=[case.pk], seat=seats[3]))
    pile.add(LeadAnswer(offer=offer, author=case.author, accepted=True, lead_professional=case.author))
    return words + ring.sealed(offer, reason=SPOKEN)


def _plan(pile, ring, seats, shared, number):
    """Agreements fall due from some weeks back to some weeks ahead; one of each two was accepted."""
    about, now = [shared["case"].pk], timezone.now()
    conference = CaseConference(
        **shared, about=about, starts_at=now + timedelta(days=number % 40 + 1), place="Merredam", chair=shared["author"]
    )
    goal = Goal(**shared, about=about, life_domain="Wonen")
    words = ring.sealed(pile.add(conference), question="Hoe gaat het verder?")
    words += ring.sealed(pile.add(goal), text="Rust en een plek om te wonen.")
    for place, seat in enumerate(seats[2:4]):
        due = (now + timedelta(days=(number * 7 + place) % 90 - 30)).date()
        agreement = Agreement(
            **shared, about=about, goal_id=goal.pk, title="Wekelijks langsgaan", seat=seat, due_on=due
        )
        words += ring.sealed(pile.add(agreement), text=SPOKEN)
        if place:
            pile.add(Answer(**shared, about=about, agreement=agreement, accepted=True))
    return words


def _ring(pile, case, persons):
    """The keys of a case, stored with the rest."""
    keys = {person_id: new_key() for person_id in [None, *(person.pk for person in persons)]}
    for person_id, key in keys.items():
        blob = wrapped(key, house_id=case.house_id, file_id=case.pk, person_id=person_id)
        pile.add(ContentKey(house_id=case.house_id, file_id=case.pk, person_id=person_id, wrapped=blob))
    return Keyring(case.pk, case.house_id, keys)


def _seat(pile, case, place, number, persons, at):
    """The care organisation sits for the first person only."""
    capacity, role, colleagues = place
    whole = capacity.organisation.kind != "mental_health"
    seat = Seat(case=case, capacity=capacity, role=role, whole_case=whole, starts_at=at, author=case.author)
    pile.add(seat)
    if not whole:
        pile.add(SeatPerson(seat=seat, case=case, person=persons[0]))
    occupant = colleagues[number % len(colleagues)]
    pile.add(Occupant(seat=seat, professional=occupant, starts_at=at, named_by=case.author))
    return seat
