"""The functional administrator sets the formula."""

from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.network.actions import set_formula
from schakel.network.models import Regime

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def page(world):
    return f"/beheer/soorten-aanpak/{world.regime.pk}/"


def formula():
    with as_owner():
        return Regime.objects.get().formula


def test_the_administrator_sets_the_formula_and_it_stands_in_the_log(world, client_of, page):
    ankie = client_of(world.ankie)
    assert ankie.get("/beheer/soorten-aanpak/").status_code == 200
    assert "(1 en 2 en 3) of 4" in ankie.get(page).content.decode()
    assert ankie.post(page, {"formula": "4 of 1 en 2", "edition": 1}).status_code == 302
    assert formula() == "(1 and 2) or 4"
    with as_owner():
        assert Entry.objects.filter(event="regime.formula_set", actor_id=world.ankie.pk).count() == 1


@pytest.mark.parametrize(
    "typed, reason",
    [
        ("1 en", "Hier ontbreekt een criterium"),
        ("1 en 9", "Criterium 9 bestaat niet"),
        ("(1 of 2", "haakje"),
        ("niet 1", "wordt niet begrepen"),
        ("1; drop table", "wordt niet begrepen"),
        ("1\x00", "teken"),
        ("1 of " * 100 + "2", "tekens"),
        ("", "in"),
    ],
)
def test_a_formula_that_cannot_be_read_says_what_is_wrong_and_stays(world, client_of, page, typed, reason):
    refused = client_of(world.ankie).post(page, {"formula": typed, "edition": 1})
    text = refused.content.decode()
    assert refused.status_code == 422
    assert reason in text
    assert formula() == "(1 and 2 and 3) or 4"


def test_others_read_why_they_do_not(world, client_of, page):
    for who in (world.hanneke, world.noor, world.pim):
        for address in (page, "/beheer/soorten-aanpak/"):
            refused = client_of(who).get(address)
            assert refused.status_code == 403
            assert "functioneel beheerder" in refused.content.decode()
        with as_(who), pytest.raises(Refused):
            set_formula(by=who, regime=world.regime, formula="1", edition=1)
    assert formula() == "(1 and 2 and 3) or 4"


def test_an_approach_that_is_not_there_is_not_found(world, client_of):
    assert client_of(world.ankie).get(f"/beheer/soorten-aanpak/{uuid4()}/").status_code == 404


def test_two_administrators_who_set_it_at_once_both_see_both(world, client_of, page):
    with as_(world.ankie):
        set_formula(by=world.ankie, regime=world.regime, formula="1 or 4", edition=1)
        with pytest.raises(Conflict):
            set_formula(by=world.ankie, regime=world.regime, formula="2", edition=1)
    refused = client_of(world.ankie).post(page, {"formula": "2 en 3", "edition": 1})
    text = refused.content.decode()
    assert refused.status_code == 409
    assert "1 of 4" in text
    assert "2 en 3" in text or "2 and 3" in text
