"""Two at the very same moment, with SQL and without the locks of the application: one of them happens, and wholly."""

from threading import Thread
from uuid import uuid4

import psycopg
import pytest

from conftest import as_owner
from schakel.access.tests import attack
from schakel.cases.models import Case, HouseOffer, HouseRequest, LeadAnswer, LeadOffer, Occupant, Seat
from schakel.network.models import Appointment, Professional
from schakel.referrals.models import Decision, Referral
from schakel.referrals.tests.scene import sent
from schakel.triage.models import Inquiry, InquiryAnswer

from .test_handing_over import north  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "door"])
REFUSED = psycopg.errors.InsufficientPrivilege


def at_once(first, second):
    """Both begin, the second before the first; the first acts, then the second while the first is not done yet.

    Each is (who, [(statement, values), …]). The answer is what the second was refused with.
    """
    refusal = []
    with attack.connect() as one, attack.connect() as two:
        one.execute("SET lock_timeout = '20s'; SET statement_timeout = '20s'")
        two.execute("SET lock_timeout = '20s'; SET statement_timeout = '20s'")

        def act(login, statements):
            for statement, values in statements:
                login.execute(statement, values)

        def follow():
            try:
                act(two, second[1])
                two.execute("COMMIT")
            except psycopg.Error as error:
                refusal.append(error)
                two.execute("ROLLBACK")

        for login, (who, _statements) in ((two, second), (one, first)):
            login.execute("BEGIN")
            attack.claim(login, attack.identity_here(login, who))
        act(one, first[1])
        following = Thread(target=follow)
        following.start()
        following.join(timeout=1)
        one.execute("COMMIT")
        following.join(timeout=30)
    return refusal[0] if refusal else None


def decision(world, referral):
    return (
        "INSERT INTO referrals_decision (id, author_id, edition, referral_id, outcome, formula, decided_at) "
        "VALUES (gen_random_uuid(), %s, 1, %s, 'no', '1', clock_timestamp())", [world.hanneke.pk, referral.pk],
    )  # fmt: skip


def withdrawal(world, referral):
    change = "UPDATE referrals_referral SET author_id = %s, withdrawn_at = now() WHERE id = %s"
    return change, [world.pim.pk, referral.pk]


def question(world, referral, organisation="ggz", contact="coen"):
    asked = [world.house.pk, world.organisations[organisation].pk, getattr(world, contact).pk]
    return (
        "INSERT INTO triage_inquiry (id, author_id, edition, kind, referral_id, house_id, organisation_id, "
        "asked_of_id, asked_at) VALUES (gen_random_uuid(), %s, 1, 'known', %s, %s, %s, %s, clock_timestamp())",
        [world.hanneke.pk, referral.pk, *asked],
    )


def answer(world, inquiry):
    return (
        "INSERT INTO triage_inquiryanswer (id, author_id, edition, inquiry_id, answered_at) "
        "VALUES (gen_random_uuid(), %s, 1, %s, clock_timestamp())", [world.coen.pk, inquiry.pk],
    )  # fmt: skip


def count(model, **found):
    with as_owner():
        return model.objects.filter(**found).count()


class TestTheTriage:
    def test_no_question_stays_when_another_decides_at_that_moment(self, world):
        referral = sent(world)
        refusal = at_once((world.hanneke, [decision(world, referral)]), (world.hanneke, [question(world, referral)]))
        assert isinstance(refusal, REFUSED)
        assert (count(Decision), count(Inquiry)) == (1, 0)

    def test_nor_when_it_was_asked_just_before(self, world):
        referral = sent(world)
        assert not at_once((world.hanneke, [question(world, referral)]), (world.hanneke, [decision(world, referral)]))
        assert (count(Decision), count(Inquiry)) == (1, 0)

    def test_an_answer_that_is_being_given_is_not_kept_after_the_decision(self, world):
        referral = sent(world)
        with as_owner():
            inquiry = Inquiry.objects.create(
                author=world.hanneke, kind="known", referral_id=referral.pk, house=world.house, asked_of=world.coen,
                organisation=world.organisations["ggz"],
            )  # fmt: skip
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            at_once((world.coen, [answer(world, inquiry)]), (world.hanneke, [decision(world, referral)]))
        assert (count(Decision), count(Inquiry), count(InquiryAnswer)) == (1, 0, 0)

    def test_two_who_ask_are_one_question(self, world):
        referral = sent(world)
        second = question(world, referral, "school", "lieke")
        refusal = at_once((world.hanneke, [question(world, referral)]), (world.hanneke, [second]))
        assert isinstance(refusal, REFUSED)
        assert count(Inquiry) == 1

    @pytest.mark.parametrize("withdrawn_first", [True, False])
    def test_what_is_withdrawn_is_not_decided_on(self, world, withdrawn_first):
        referral = sent(world)
        both = [(world.pim, [withdrawal(world, referral)]), (world.hanneke, [decision(world, referral)])]
        assert isinstance(at_once(*(both if withdrawn_first else reversed(both))), REFUSED)
        assert count(Decision) == (not withdrawn_first)
        assert count(Referral, withdrawn_at=None) == (not withdrawn_first)


def test_two_who_hand_over_the_same_caseload_are_one(world, scene):
    with as_owner():
        mara = Professional.objects.create(name="Mara", function="manager", organisation=world.organisations["zvh"])
        Appointment.objects.create(professional=mara, house=world.house, role="manager", since="2020-01-01")
        Appointment.objects.create(
            professional=world.hanneke, house=world.house, role="process_director", since="2020-01-01"
        )
    give = "SELECT access.hand_over(%s, %s, %s, %s, 'away', NULL)"
    acts = [
        (mara, [(give, [uuid4(), world.house.pk, world.noor.pk, taker.pk])]) for taker in (world.jelmer, world.hanneke)
    ]
    at_once(*acts)
    with as_owner():
        sitting = Occupant.objects.not_over().filter(seat=scene.seats["noor"])
        assert [one.professional for one in sitting] == [world.jelmer]


class TestTheLead:
    def both(self, world, scene):
        with as_owner():
            offer = LeadOffer.objects.create(
                case=scene.case, seat=scene.seats["pim"], author=world.noor, about=[scene.case.pk]
            )
        accept = (
            "INSERT INTO cases_leadanswer (id, author_id, edition, offer_id, accepted, lead_professional_id, ground, "
            "answered_at) VALUES (gen_random_uuid(), %s, 1, %s, true, %s, '', clock_timestamp())",
            [world.pim.pk, offer.pk, world.pim.pk],
        )
        end = ("UPDATE cases_leadoffer SET ended_at = now(), author_id = %s WHERE id = %s", [world.noor.pk, offer.pk])
        return (world.pim, [accept]), (world.noor, [end])

    def role(self, scene):
        with as_owner():
            return Seat.objects.get(pk=scene.seats["pim"].pk).role

    def test_an_offer_that_is_taken_back_gives_no_lead(self, world, scene):
        accept, end = self.both(world, scene)
        assert isinstance(at_once(end, accept), REFUSED)
        assert (self.role(scene), count(LeadAnswer)) == ("participant", 0)

    def test_a_lead_that_is_ended_as_it_begins_does_not_stay(self, world, scene):
        accept, end = self.both(world, scene)
        assert not at_once(accept, end)
        assert (self.role(scene), count(LeadAnswer)) == ("participant", 1)


class TestToAnotherHouse:
    def both(self, world, scene, north):  # noqa: F811
        with as_owner():
            houses = {"from_house": world.house, "to_house": north.house}
            offer = HouseOffer.objects.create(case=scene.case, author=world.noor, about=[scene.case.pk], **houses)
            HouseRequest.objects.create(id=offer.pk, regime=world.regime, text="x", handover_days=14, **houses)
        accept = (
            "INSERT INTO cases_houseanswer (id, request_id, author_id, accepted, reason, director_id, regime_id, "
            "answered_at) VALUES (gen_random_uuid(), %s, %s, true, '', %s, %s, now())",
            [offer.pk, north.tess.pk, north.nelis.pk, north.regime.pk],
        )
        take = ("SELECT access.take_over(%s)", [offer.pk])
        back = ("UPDATE cases_houseoffer SET withdrawn_at = now() WHERE id = %s", [offer.pk])
        return (north.tess, [accept, take]), (world.noor, [back])

    def test_what_is_taken_back_is_not_taken_over(self, world, scene, north):  # noqa: F811
        accept, back = self.both(world, scene, north)
        assert isinstance(at_once(back, accept), REFUSED)
        assert count(Case, house=world.house) == 1

    def test_what_is_taken_over_is_not_taken_back(self, world, scene, north):  # noqa: F811
        accept, back = self.both(world, scene, north)
        assert isinstance(at_once(accept, back), REFUSED)
        assert (count(Case, house=north.house), count(HouseOffer, withdrawn_at=None)) == (1, 1)
