"""A closed case is never quietly continued: it is tested anew, and only who sees both knows that one came before."""

from uuid import uuid4

import pytest
from django.db.models import F

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.models import Case, Continuation, Seat
from schakel.cases.tests.scene import close, open_case
from schakel.people.models import Person
from schakel.referrals.actions.again import begin_again
from schakel.referrals.models import Referral


def begun(scene, by):
    with as_(by, reading=scene.case):
        people = list(Person.objects.filter(file_id=scene.case.pk))
        return begin_again(
            by=by, case=scene.case, regime=scene.world.regime, people=people, reason="Er is weer overlast."
        )


def test_the_director_of_a_closed_case_begins_a_new_test(scene, world):
    close(scene)
    referral = begun(scene, world.noor)
    assert referral.is_draft
    with as_(world.noor, reading=referral):
        assert Person.objects.filter(file_id=referral.pk).count() == 2
        assert Continuation.objects.get().case == scene.case
    with as_owner():
        assert Entry.objects.get(event="referral.begun_again").file_id == scene.case.pk
        assert Case.objects.get(pk=scene.case.pk).closed_at


def test_a_case_that_runs_is_not_begun_again(scene, world):
    with pytest.raises(Refused):
        begun(scene, world.noor)


@pytest.mark.parametrize("name", ["sem", "pim"])
def test_nobody_else_begins_one(scene, world, name):
    close(scene)
    with pytest.raises(Refused):
        begun(scene, getattr(world, name))


def test_who_sees_the_earlier_case_only_does_not_see_that_a_test_began(scene, world):
    close(scene)
    begun(scene, world.noor)
    for somebody in (world.pim, world.sem, world.hanneke):
        with as_(somebody):
            assert not Continuation.objects.exists()
            assert not Referral.objects.exists()


def test_who_sees_the_later_case_only_does_not_see_what_came_before(scene, world):
    close(scene)
    referral = begun(scene, world.noor)
    with as_owner():
        Referral.objects.filter(pk=referral.pk).update(sent_at="2026-01-01T00:00Z")
    with as_(world.hanneke):
        assert Referral.objects.get() == referral
        assert not Continuation.objects.exists()


class TestOnThePage:
    """Noor closes the case; months later there is trouble again."""

    def address(self, scene):
        return f"/casussen/{scene.case.number}/opnieuw-toetsen/"

    def test_the_former_director_begins_a_referral_that_leads_back(self, scene, world, client_of):
        close(scene)
        client, address = client_of(world.noor), self.address(scene)
        assert address in client.get(f"/casussen/{scene.case.number}/fase/").content.decode()
        mother, _child = scene.people.values()
        form = {"regime": world.regime.pk, "people": [mother.pk], "reason": "Weer ruzie.", "once": uuid4()}
        answer = client.post(address, form)
        referral = begun_by(world.noor)
        assert answer["Location"] == f"/aanmeldingen/{referral.number}/"
        page = client.get(answer["Location"]).content.decode()
        assert "Weer ruzie." in page and scene.case.number in page
        with as_(world.noor, reading=referral):
            assert [person.given_names for person in Person.objects.filter(file_id=referral.pk)] == ["Mother"]

    def test_it_needs_a_reason(self, scene, world, client_of):
        close(scene)
        form = {"regime": world.regime.pk, "reason": " ", "once": scene.case.pk}
        assert client_of(world.noor).post(self.address(scene), form).status_code == 422
        assert begun_by(world.noor) is None

    def test_while_it_runs_the_page_says_why_not(self, scene, world, client_of):
        assert client_of(world.noor).get(self.address(scene)).status_code == 403
        page = client_of(world.noor).get(f"/casussen/{scene.case.number}/verbonden/").content.decode()
        assert "Deze casus loopt nog" in page

    def test_who_took_part_reads_why_not_and_an_outsider_finds_nothing(self, scene, world, client_of):
        close(scene)
        assert client_of(world.pim).get(self.address(scene)).status_code == 403
        assert client_of(world.gea).get(self.address(scene)).status_code == 404

    def test_the_triage_reads_the_referral_and_not_from_where_it_came(self, scene, world, client_of):
        close(scene)
        referral = begun(scene, world.noor)
        with as_owner():
            Referral.objects.filter(pk=referral.pk).update(sent_at="2026-01-01T00:00Z")
        page = client_of(world.hanneke).get(f"/aanmeldingen/{referral.number}/").content.decode()
        assert "Er is weer overlast." in page and scene.case.number not in page

    def test_the_new_case_leads_back_for_who_sees_both(self, scene, world, client_of):
        close(scene)
        referral = begun(scene, world.noor)
        later = open_case(world, is_area=True, referral_id=referral.pk)
        with as_owner():
            gone = [scene.seats["sem"].pk, later.seats["pim"].pk]
            Seat.objects.filter(pk__in=gone).update(ends_at=F("starts_at"))
        for name, sees in (("noor", True), ("sem", False)):
            page = client_of(getattr(world, name)).get(f"/casussen/{later.case.number}/verbonden/").content.decode()
            assert (scene.case.number in page) == sees, name
        for name, sees in (("noor", True), ("pim", False)):
            page = client_of(getattr(world, name)).get(f"/casussen/{scene.case.number}/verbonden/").content.decode()
            assert (later.case.number in page) == sees, name


def begun_by(professional):
    with as_owner():
        return Referral.objects.filter(referrer=professional).first()
