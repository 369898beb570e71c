"""What is typed and not saved: kept apart, for who types alone, and gone once it is saved or thrown away."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from conftest import as_, as_owner
from schakel.referrals import actions
from schakel.referrals.models import Unsaved
from schakel.vault.models import Text

from .scene import draft, sent
from .test_writing import events
from .typed import at, what_form

pytestmark = pytest.mark.django_db(databases=["default", "door"])
SCRIPT = {"headers": {"HX-Request": "true"}}


def type_on(client, referral, step="what", unsaved="", kept="", **typed):
    form = what_form(2, **typed) | {"unsaved": unsaved, "kept": kept}
    return client.post(at(referral, f"getypt/{step}/"), form, **SCRIPT)


def kept_by(answer):
    """Where this window keeps its typing from now on."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', answer.text)[1] for name in ("unsaved", "kept")}


def typed_texts():
    with as_owner():
        rows = list(Unsaved.objects.values_list("pk", flat=True))
        return Text.objects.filter(of_row__in=rows).count()


@pytest.fixture
def referral(world):
    with as_(world.pim):
        return draft(world, contact=world.linda)


def test_who_comes_back_finds_what_they_typed_impossible_dates_included(world, client_of, referral):
    pim = client_of(world.pim)
    assert type_on(pim, referral, goal="Nog niet af", since="31-02-2025").status_code == 200
    page = pim.get(at(referral, "wat/")).text
    assert "Nog niet af" in page
    assert "31-02-2025" in page
    assert "Dit typte u en bewaarde u nog niet" in page


def test_nobody_else_sees_it_not_the_contact_not_the_triage(world, client_of):
    referral = sent(world, contact=world.linda)
    type_on(client_of(world.pim), referral, goal="Geheim van Pim")
    assert "Geheim van Pim" not in client_of(world.linda).get(at(referral, "wat/")).text
    assert "Geheim van Pim" not in client_of(world.hanneke).get(at(referral)).text
    for other in (world.linda, world.hanneke):
        with as_(other, reading=referral):
            assert not Unsaved.objects.exists()
            with as_owner():
                row = Unsaved.objects.get()
            assert not Text.objects.filter(of_row=row.pk).exists()


def test_typing_on_is_one_entry_and_keeps_the_last_words_only(world, client_of, referral):
    pim, before = client_of(world.pim), len(events())
    first = kept_by(type_on(pim, referral, goal="Een"))
    for goal in ("Een twee", "Een twee drie"):
        first = kept_by(type_on(pim, referral, goal=goal, **first))
    assert events()[before:] == ["referral.typing"]
    assert typed_texts() == 1


def test_saving_destroys_what_was_typed(world, client_of, referral):
    pim = client_of(world.pim)
    kept = kept_by(type_on(pim, referral, goal="Af"))
    assert pim.post(at(referral, "wat/"), what_form(2, goal="Af") | kept).status_code == 302
    assert typed_texts() == 0
    assert "nog niet" not in pim.get(at(referral, "wat/")).text.split("<form")[1]


def test_two_windows_keep_both(world, client_of, referral):
    pim = client_of(world.pim)
    one = kept_by(type_on(pim, referral, goal="Venster een"))
    kept_by(type_on(pim, referral, goal="Venster een, verder", **one))
    type_on(pim, referral, goal="Venster twee", **one)  # went on from the same words
    page = pim.get(at(referral, "wat/")).text
    assert "Venster een, verder" in page
    assert "Venster twee" in page


def test_going_back_to_what_was_saved_destroys_it_with_an_entry(world, client_of, referral):
    pim = client_of(world.pim)
    kept = kept_by(type_on(pim, referral, goal="Weg ermee"))
    answer = pim.post(at(referral, f"getypt/{kept['unsaved']}/weg/"), {"step": "what"})
    assert answer.url == at(referral, "wat/")
    assert "Weg ermee" not in pim.get(answer.url).text
    assert events()[-1] == "referral.typing_dropped"
    assert typed_texts() == 0


def test_who_was_signed_out_reads_so_beside_what_they_typed(referral):
    answer = type_on(Client(), referral, goal="Nog hier")
    assert answer.status_code == 401
    assert "U bent uitgelogd" in answer.text


def test_a_number_of_a_citizen_is_never_kept(world, client_of, referral):
    pim = client_of(world.pim)
    type_on(pim, referral, step="everything", citizen_number="999906756", given_names="Mees")
    with as_(world.pim, reading=referral):
        from schakel.referrals.reading import Opened

        opened = Opened(referral)
        [row] = opened.ring.reveal(opened.unsaved)
        assert "Mees" in row.typed
        assert "999906756" not in row.typed


def test_what_was_withdrawn_elsewhere_keeps_nothing_more_and_says_so(world, client_of):
    referral = sent(world)
    with as_(world.pim, reading=referral):
        actions.withdraw(by=world.pim, referral=referral, reason="Verhuisd.")
    refused = type_on(client_of(world.pim), referral, goal="Te laat")
    assert refused.status_code == 403
    assert "ingetrokken" in refused.text


@pytest.mark.parametrize("step", ["nergens", "persons"])
def test_a_step_that_is_none_is_not_there(world, client_of, referral, step):
    assert type_on(client_of(world.pim), referral, step=step).status_code == 404


@pytest.mark.parametrize("typed", [{"unsaved": "x"}, {"unsaved": str(uuid4())}, {"kept": "-1"}, {"goal": "x\x00y"}])
def test_odd_things_are_kept_all_the_same(world, client_of, referral, typed):
    assert type_on(client_of(world.pim), referral, **typed).status_code == 200


def test_too_much_for_one_page_is_refused_with_the_reason(world, client_of, referral):
    refused = type_on(client_of(world.pim), referral, goal="x" * 500_000)
    assert refused.status_code == 403
    assert "te veel" in refused.text


def test_another_site_cannot_type_here(world, client_of, referral):
    assert client_of(world.pim).post(at(referral, "getypt/what/"), what_form(2)).status_code == 400


def test_to_a_colleague_there_is_no_such_referral(world, client_of, referral):
    assert type_on(client_of(world.gea), referral).status_code == 404


@pytest.mark.parametrize("kept_before", [False, True])
def test_what_was_on_its_way_when_the_step_was_saved_is_not_kept_again(world, client_of, referral, kept_before):
    pim = client_of(world.pim)
    window = {"unsaved": str(uuid4()), "kept": ""}
    if kept_before:
        window = kept_by(type_on(pim, referral, goal="A", unsaved=window["unsaved"]))
    assert pim.post(at(referral, "wat/"), what_form(2, goal="Af") | window).status_code == 302
    late = type_on(pim, referral, goal="Af", **window)
    assert "net bewaard" in late.text and typed_texts() == 0
    assert "bewaarde u nog niet" not in pim.get(at(referral, "wat/")).text
    with as_owner():
        Unsaved.objects.update(ended_at=timezone.now() - timedelta(minutes=1))
    type_on(pim, referral, goal="Toch verder", **window)
    assert "Toch verder" in pim.get(at(referral, "wat/")).text, "typed on in the window that was saved"


def test_saving_under_the_key_of_somebody_else_saves_and_takes_nothing_of_theirs(world, client_of, referral):
    theirs = kept_by(type_on(client_of(world.linda), referral, goal="Van Linda"))
    page = client_of(world.pim).post(at(referral, "wat/"), what_form(2, goal="Af") | theirs)
    assert page.status_code == 302
    assert "Van Linda" in client_of(world.linda).get(at(referral, "wat/")).text
