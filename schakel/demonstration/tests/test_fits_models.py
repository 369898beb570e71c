"""What the files of the demonstration say fits the tables that will hold it."""

from importlib import import_module

from django.conf import settings

from schakel.audit.record import ACTS
from schakel.cases.models import Contribution, Seat
from schakel.conferences.models import Attendance, CaseConference
from schakel.demonstration import events
from schakel.demonstration.case_checks import is_running
from schakel.demonstration.reading import read_world
from schakel.network.models import Appointment, Organisation, Partnership, Professional, Regime
from schakel.people.models import Address, Person
from schakel.plans.models import Agreement
from schakel.referrals.models import Decision


def longest(model, field):
    return model._meta.get_field(field).max_length


def cases():
    return read_world().cases.values()


def test_organisations_fit():
    world = read_world()
    for one in world.organisations:
        assert set(one.chains) <= set(Organisation.Chain.values), one.key
        assert one.position in {*Partnership.Position.values, "house"}, one.key
        assert len(one.name) <= longest(Organisation, "name")
        assert len(one.short_name) <= longest(Organisation, "short_name")
        assert len(one.kind) <= longest(Organisation, "kind")


def test_professionals_and_their_roles_fit():
    for person in read_world().people.values():
        assert set(person.roles) <= set(Appointment.Role.values), person.key
        assert len(person.name) <= longest(Professional, "name")
        assert len(person.title) <= longest(Professional, "function")


def test_regimes_fit():
    for regime in read_world().regimes.regime:
        assert len(regime.key) <= longest(Regime, "code")
        assert len(regime.name) <= longest(Regime, "name")


def test_persons_fit():
    for person in (person for case in cases() for person in case.person):
        assert person.role in Person.Role.values
        assert person.gender in Person.Gender.values
        assert len(person.address) <= longest(Address, "lines")


def test_decisions_and_seats_fit():
    for case in cases():
        assert not case.triage or case.triage.outcome in Decision.Outcome.values
        assert {seat.role for seat in case.seat} <= set(Seat.Role.values)


def test_contributions_fit():
    for given in (given for case in cases() for given in case.contribution):
        assert given.kind in Contribution.Kind.values
        assert given.use in Contribution.Use.values


def test_conferences_fit():
    for meeting in (meeting for case in cases() for meeting in case.conference):
        assert {entry.how for entry in meeting.attendance} <= set(Attendance.How.values)
        assert len(meeting.place) <= longest(CaseConference, "place")


def test_agreements_fit_and_have_a_date():
    for case in filter(is_running, cases()):
        for agreement in (agreement for goal in case.goal for agreement in goal.agreement):
            assert len(agreement.title) <= longest(Agreement, "title")
            assert agreement.due, f"{case.key}: {agreement.title}"


def test_the_log_calls_acts_by_their_names():
    import_module(settings.ROOT_URLCONF)
    assert set(events.ALL) <= set(ACTS)
