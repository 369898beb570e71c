"""Two worlds that differ in something hidden: whoever may not know of it gets the same answers, byte for byte."""

from datetime import date
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import as_, as_owner
from schakel.cases.models import Case, Contribution, Occupant, Seat, SeatPerson
from schakel.conferences.models import CaseConference
from schakel.people.models import Person
from schakel.plans.models import Agreement
from schakel.referrals.models import Referral

from .furniture import listed
from .pages import answer, fill, pages
from .raw import as_contact

QUESTIONS = [  # every function that the application may ask, with ids that somebody could know from long ago
    *(f"access.{name}()" for name in (
        "my_seats", "my_cases", "my_open_cases", "cases_i_know", "cases_i_found", "cases_i_direct", "cases_i_run",
        "my_sight", "seats_i_fill", "seats_i_see", "seats_i_found", "my_files", "files_i_keep", "my_referrals",
        "files_that_take_people", "referrals_i_write", "referrals_i_assess", "agreements_i_own", "organisations_i_see",
        "opened", "shown", "my_ears", "recalled",
    )),
    "audit.readings()", "work.news(now() - interval '1 year', 50)", "work.stalls(50)",
    *(f"access.{name}(%(known)s)" for name in ("my_capacities_in", "my_sight_in", "seats_i_found_in")),
    "access.is_colleague(%(known)s, %(sanne)s)", "access.i_may_recall(%(known)s, %(known)s, %(known)s)",
    *listed("QUESTIONS"),
]  # fmt: skip
QUIET = settings(
    max_examples=12, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def ask(statement, values=None):
    """What comes back, or how it is refused."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return sorted(map(repr, cursor.fetchall()))
    except DatabaseError as error:
        return str(error).splitlines()[0]


def answers(house, name, known, file=None):
    """Of everything that can be asked with SQL."""
    values = {"known": known, "sanne": house.world.sanne.pk}
    found = {}
    with as_(getattr(house.world, name), reading=file), as_contact(name == "lieke"):
        for model in apps.get_models():
            table = model._meta.db_table
            found[table] = (
                ask(f"SELECT * FROM {table}"),
                ask(f"SELECT count(*), max({model._meta.pk.column}::text) FROM {table}"),
            )
        for question in QUESTIONS:
            found[question] = ask(f"SELECT * FROM {question} AS answer", values)
    return found


def screens(client, number=None):
    """Of every page: those without ids, and those of one case."""
    parameters = {"number": number}
    for route, name, wanted in pages():
        if name not in ("signin:signout", "healthz") and {word for _, word in wanted} <= (
            {"number"} if number else set()
        ):
            yield route, answer(client.get(fill(route, parameters)))


class Hidden:
    """Something that is there in one of the two worlds."""

    def __init__(self, house):
        self.house, self.world = house, house.world

    def case(self):
        case = Case.objects.create(
            author=self.world.hanneke, opened_by=self.world.hanneke, house=self.world.house, regime=self.world.regime
        )
        seat = Seat.objects.create(
            case=case, capacity=self.world.capacities["ggz"], author=self.world.jelmer, starts_at=timezone.now(),
            role="process_director",
        )  # fmt: skip
        Occupant.objects.create(
            seat=seat, professional=self.world.sanne, named_by=self.world.coen, starts_at=timezone.now()
        )
        Person.objects.create(file_id=case.pk, surname="Verborgen")
        return self.written(case, [case.pk])

    def referral(self):
        referral = Referral.objects.create(
            author=self.world.bilal, referrer=self.world.bilal, house=self.world.house, regime=self.world.regime,
            capacity=self.world.capacities["college"], sent_at=timezone.now(),
        )  # fmt: skip
        return referral.pk

    def seat_for_the_mother(self):
        seat = Seat.objects.create(
            case=self.house.cases["family"], capacity=self.world.capacities["college"], author=self.world.noor,
            whole_case=False, starts_at=timezone.now(),
        )  # fmt: skip
        SeatPerson.objects.create(seat=seat, case=seat.case, person_id=self.house.id["mother"])
        Occupant.objects.create(
            seat=seat, professional=self.world.bilal, named_by=self.world.bilal, starts_at=timezone.now()
        )
        return seat.pk

    def words_about_the_mother(self):
        return self.written(self.house.cases["family"], [self.house.id["mother"]])

    def words_about_both(self):
        return self.written(self.house.cases["family"], sorted([self.house.id["mother"], self.house.id["child"]]))

    def written(self, case, about):
        common = {"case": case, "author": self.world.noor, "about": about}
        Contribution.objects.create(
            **common, capacity=self.world.capacities["zvh"], audience=[case.pk], kind="fact", fact_date="20260101"
        )
        CaseConference.objects.create(**common, starts_at=timezone.now(), place="x", chair=self.world.noor)
        Agreement.objects.create(**common, title="x", seat=self.house.seats["noor"], due_on=date(2026, 12, 1))
        return about[0]


HIDDEN = ["case", "referral", "seat_for_the_mother", "words_about_the_mother", "words_about_both"]


@pytest.mark.parametrize(("name", "file"), [("gea", None), ("lieke", None), ("lieke", "family")])
@QUIET
@given(hidden=st.lists(st.sampled_from(HIDDEN), min_size=1, max_size=4))
def test_with_sql_nobody_learns_of_what_is_hidden(house, name, file, hidden):
    opened = house.cases[file] if file else None
    nowhere = UUID(int=0)
    with transaction.atomic():
        before = answers(house, name, nowhere, opened)
        with as_owner():
            known = [getattr(Hidden(house), one)() for one in hidden]
        after = [answers(house, name, one, opened) for one in [nowhere, known[0]]]
        transaction.set_rollback(True)
    for found in after:
        differing = {question for question in before if found[question] != before[question]}
        # Who was told an id of a person they see, or of their own case, may of course ask about it.
        assert differing - {"access.my_sight_in(%(known)s)"} == set(), differing


@pytest.mark.parametrize(("name", "file"), [("gea", None), ("lieke", "family")])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_on_no_page_anybody_learns_of_what_is_hidden(house, client_of, name, file, hidden):
    client = client_of(getattr(house.world, name))
    number = house.cases[file].number if file else None
    before = dict(screens(client, number))
    with as_owner():
        getattr(Hidden(house), hidden)()
    for route, found in screens(client, number):
        assert found == before[route], route
