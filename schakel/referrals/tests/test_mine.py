"""My own referrals, where they stand, and what lies there for long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.referrals import actions
from schakel.referrals.models import Referral
from schakel.triage.models import Question

from .scene import draft, sent
from .typed import at

pytestmark = pytest.mark.django_db(databases=["default", "door"])
MINE = "/aanmeldingen/?toon=mijn"


def listed(client, standing=""):
    return client.get(f"{MINE}&stand={standing}").text


@pytest.fixture
def each(world):
    """One of each: a draft, one that waits, one in which I am asked something, one that I withdrew."""
    with as_(world.pim):
        begun = draft(world)
    waits, asked, withdrawn = sent(world), sent(world), sent(world)
    with as_owner():
        Question.objects.create(referral=asked, author=world.hanneke)
    with as_(world.pim, reading=withdrawn):
        actions.withdraw(by=world.pim, referral=withdrawn, reason="Opgelost.")
    return {"concept": begun, "wacht": waits, "vraag": asked, "ingetrokken": withdrawn}


@pytest.mark.parametrize("standing", ["concept", "wacht", "vraag", "ingetrokken"])
def test_where_they_stand_chooses_which_are_listed(world, client_of, each, standing):
    page = listed(client_of(world.pim), standing)
    assert {name for name, one in each.items() if one.number in page} == {standing}


def test_what_the_triage_asks_stands_as_a_question_to_me_and_to_no_triage(world, client_of, each):
    asked = each["vraag"]
    for address in (f"{MINE}&stand=", at(asked)):
        assert "vraag aan u" in client_of(world.pim).get(address).text
    assert "vraag aan u" not in client_of(world.hanneke).get(at(asked)).text


def test_an_unknown_standing_lists_nothing_less(world, client_of, each):
    page = listed(client_of(world.pim), "onzin")
    assert all(one.number in page for one in each.values())


def test_a_draft_of_long_ago_is_listed_as_an_old_one(world, client_of, each):
    pim = client_of(world.pim)
    assert "meer dan een maand geleden" not in listed(pim)
    with as_owner():
        Referral.objects.filter(pk=each["concept"].pk).update(made_at=timezone.now() - timedelta(days=40))
    assert "1 concept is meer dan een maand geleden begonnen" in listed(pim)
    assert each["concept"].number in listed(pim, "oud")
    assert each["wacht"].number not in listed(pim, "oud")


def test_a_thousand_referrals_are_paged_in_fifteen_statements(world, client_of, django_assert_max_num_queries):
    one = sent(world)
    with as_owner():
        like = {name: getattr(one, name) for name in ("house", "regime", "capacity", "author", "referrer", "sent_at")}
        many = [Referral(**like) for _ in range(1000)]
        Referral.objects.bulk_create(many)
    pim = client_of(world.pim)
    for page in (1, 20):
        with django_assert_max_num_queries(20) as asked:
            text = pim.get(f"{MINE}&stand=wacht&page={page}").text
        assert text.count("wacht op antwoord") == 25
        tables = [query["sql"] for query in asked.captured_queries if ' FROM "' in query["sql"]]
        assert len(tables) <= 15, "\n".join(tables)
