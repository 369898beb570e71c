"""A referral about an area names nobody, in none of its texts."""

import pytest

from conftest import as_
from schakel.access.verdict import Refused
from schakel.referrals import actions
from schakel.referrals.completeness import missing_in
from schakel.referrals.reading import Opened

from .scene import draft
from .typed import at, what_form

pytestmark = pytest.mark.django_db(databases=["default", "door"])
AN_AREA = "Deze casus gaat over een gebied. Over een persoon? Doe een aanmelding."
TRACES = ["Het is mevrouw Testvogel.", "De auto heeft kenteken 12-ABC-3.", "Zij wonen op Reigerlaan 12."]


@pytest.fixture
def area(world):
    with as_(world.pim):
        return draft(world, met=[4], persons=0)


@pytest.mark.parametrize("text", TRACES)
def test_a_name_an_address_or_a_licence_plate_is_refused_with_the_way_to_go(world, client_of, area, text):
    refused = client_of(world.pim).post(at(area, "wat/"), what_form(area.edition, happened=text))
    assert refused.status_code == 422
    assert AN_AREA in refused.text
    assert text in refused.text


def test_about_persons_the_same_words_are_kept(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    form = what_form(referral.edition, happened=TRACES[0])
    assert client_of(world.pim).post(at(referral, "wat/"), form).status_code == 302


def test_grounds_and_answers_are_held_against_it_too(world, area):
    with as_(world.pim, reading=area), pytest.raises(Refused, match="gaat over een gebied"):
        actions.write(by=world.pim, referral=area, edition=area.edition, words={"tried": TRACES[1]})


def test_what_was_said_before_it_was_about_an_area_is_missing_at_sending(world):
    with as_(world.pim):
        referral = draft(world, met=[4], persons=0)
    with as_(world.pim, reading=referral):
        claims = {one.criterion: (False, one.ground) for one in Opened(referral).claims}
        actions.write(
            by=world.pim, referral=referral, edition=referral.edition, words={"happened": TRACES[0]}, claims=claims
        )
        back = {criterion: (criterion.area, "Overlast in de wijk.") for criterion in claims}
        actions.write(by=world.pim, referral=referral, edition=referral.edition, claims=back)
        pages = [one.page for one in missing_in(Opened(referral))]
    assert "referrals:what" in pages
