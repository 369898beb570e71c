"""Known with you? Put to one organisation at a time, read by the triage alone, gone with its decision."""

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import as_, as_owner
from schakel.access.tests.pages import answer as whole_answer
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.people.models import Person
from schakel.referrals import actions as referrals
from schakel.referrals.models import Decision, Referral
from schakel.referrals.tests.scene import decide, sent
from schakel.triage.models import Inquiry, InquiryAnswer
from schakel.triage.reading import asked_by_the_triage, inquiries_about, inquiry_opened
from schakel.vault.models import ContentKey, Text

from .asked import ask, ask_without_name, say

GONE = [(Inquiry, "pk"), (InquiryAnswer, "inquiry"), (Text, "file_id"), (ContentKey, "file_id")]


def left(inquiry):
    with as_owner():
        return [
            model.objects.filter(**{field: inquiry.pk}).count()
            for model, field in (
                (Inquiry, "pk"),
                (InquiryAnswer, "inquiry"),
                (Text, "file_id"),
                (ContentKey, "file_id"),
            )
        ]


def test_the_asked_contact_reads_the_reason_and_who_it_is_about_and_nothing_of_the_referral(world):
    referral = sent(world)
    inquiry = ask(world, referral)
    with as_(world.coen, reading=inquiry):
        opened = inquiry_opened(inquiry)
        assert opened.reason == "Er was eerder behandeling."
        assert opened.persons.startswith("Merel Testvogel, geboren 1980")
        assert not Person.objects.exists()
        assert not Referral.objects.exists()
        assert str(opened.question) == "Wilt u meedenken?"


def test_before_it_is_opened_only_that_something_is_asked_shows_and_a_number(world, client_of):
    inquiry = ask(world, sent(world))
    page = client_of(world.coen).get("/").content.decode()
    assert inquiry.number in page and "Vraag van de triage" in page
    assert "meedenken" not in page and "bekend" not in page
    assert "Testvogel" not in page and "behandeling" not in page


def test_the_contact_opens_it_in_a_browser_answers_and_it_stands_in_the_log(world, client_of):
    inquiry = ask(world, sent(world))
    coen = client_of(world.coen)
    address = f"/triage/vragen/{inquiry.number}/"
    page = coen.get(address)
    assert "Merel Testvogel" in page.content.decode()
    assert "Testvogel" not in page.content.decode().split("</title>")[0]
    assert coen.post(address, {"once": inquiry.asked_of_id, "given": "known", "note": ""}).status_code == 302
    with as_owner():
        assert Entry.objects.filter(kind="opened", file_id=inquiry.pk, actor_id=world.coen.pk).exists()
        assert Entry.objects.filter(event="triage.question_answered", actor_id=world.coen.pk).exists()
    assert inquiry.number not in coen.get("/").content.decode()


@pytest.mark.parametrize("name", ["sanne", "pim", "linda", "gea", "noor", "hanneke", "lieke"])
def test_to_everybody_else_there_is_no_such_question(world, client_of, name):
    inquiry = ask(world, sent(world, contact=world.linda))
    client = client_of(getattr(world, name))
    there, nowhere = (client.get(f"/triage/vragen/{number}/") for number in (inquiry.number, "2222-2222"))
    assert there.status_code == nowhere.status_code == 404
    assert whole_answer(there) == whole_answer(nowhere)


def test_the_referrer_sees_nothing_of_questions_and_answers(world):
    referral = sent(world)
    say(world, ask(world, referral))
    with as_(world.pim, reading=referral):
        assert not Inquiry.objects.exists()
        assert not InquiryAnswer.objects.exists()


def test_the_triage_reads_the_answer_in_the_opened_referral_and_nowhere_else(world):
    referral = sent(world)
    inquiry = ask(world, referral)
    say(world, inquiry, "call", note="Bel na vijven.")
    with as_(world.hanneke, reading=referral):
        found = inquiries_about(referral)
        assert [(str(one.said), one.note) for one in found] == [("Bel mij", "Bel na vijven.")]
    with as_(world.hanneke, reading=inquiry):
        assert not Text.objects.filter(field__in=["answer", "note"]).exists()


def test_who_answered_does_not_read_it_back(world):
    inquiry = ask(world, sent(world))
    say(world, inquiry, "known")
    with as_(world.coen, reading=inquiry):
        assert not Text.objects.filter(field="answer").exists()


@pytest.mark.parametrize("given", ["known", "not_known", "call", None])
def test_whatever_is_answered_nobody_sees_a_difference_before_opening(world, client_of, given):
    """Of the triage the first page, the worklist and the list of referrals; of others every page they have."""
    referral = sent(world)
    inquiry = ask(world, referral)
    clients = [client_of(one) for one in (world.hanneke, world.pim, world.linda, world.sanne)]
    pages = ["/", "/triage/", "/aanmeldingen/", "/triage/afgehandeld/"]
    before = [whole_answer(client.get(page)) for client in clients for page in pages]
    if given:
        say(world, inquiry, given)
    assert [whole_answer(client.get(page)) for client in clients for page in pages] == before


@pytest.mark.parametrize("outcome", ["no", "advice", "elsewhere", "case"])
def test_with_the_decision_questions_answers_words_and_keys_are_gone(world, outcome):
    referral = sent(world)
    inquiry = ask(world, referral)
    say(world, inquiry, "known")
    assert left(inquiry) == [1, 1, 3, 1]
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [1, 2, 3] if outcome == "case" else [], outcome=outcome)
    assert left(inquiry) == [0, 0, 0, 0]


def test_withdrawing_the_referral_ends_them_as_well(world):
    referral = sent(world)
    inquiry = ask(world, referral)
    with as_(world.pim, reading=referral):
        referrals.withdraw(by=world.pim, referral=referral, reason="Niet meer nodig.")
    assert left(inquiry) == [0, 0, 0, 0]


def test_with_raw_sql_a_decision_ends_them_too(world):
    referral = sent(world)
    inquiry = ask(world, referral)
    with as_(world.hanneke), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO referrals_decision (id, author_id, edition, referral_id, outcome, formula, decided_at) "
            "VALUES (gen_random_uuid(), %s, 1, %s, 'no', '1', clock_timestamp())", [world.hanneke.pk, referral.pk],
        )  # fmt: skip
    assert left(inquiry) == [0, 0, 0, 0]


def test_one_organisation_at_a_time(world):
    referral = sent(world)
    ask(world, referral)
    with pytest.raises(Refused, match="nog niet geantwoord"):
        ask(world, referral, "lieke", "school")


def test_after_the_answer_the_next_one_until_the_limit_of_the_house(world):
    with as_owner():
        type(world.house).objects.update(inquiries_at_most=1)
        world.house.refresh_from_db()
    referral = sent(world)
    say(world, ask(world, referral))
    with as_owner():
        referral.house.refresh_from_db()
    with pytest.raises(Refused, match="niet meer organisaties"):
        ask(world, referral, "lieke", "school")


def test_not_the_organisation_of_the_referrer_and_only_its_contact(world):
    referral = sent(world)
    with pytest.raises(Refused, match="aanmelder"):
        ask(world, referral, "linda", "police")
    with pytest.raises(Refused, match="contactpersoon"):
        ask(world, referral, "sanne", "ggz")


def test_a_question_that_was_taken_back_is_gone_for_who_was_asked(world):
    from schakel.triage import actions

    referral = sent(world)
    inquiry = ask(world, referral)
    with as_(world.hanneke, reading=referral):
        actions.take_back(by=world.hanneke, referral=referral, inquiry=inquiry)
    with as_(world.coen):
        assert asked_by_the_triage(world.coen, 25) == []
    closed = pytest.raises(DatabaseError, match="no case file lies open")
    with as_(world.coen, reading=inquiry), closed, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT access.opened()")


def test_an_answer_after_the_decision_is_refused_with_the_reason(world):
    from schakel.triage import actions

    referral = sent(world)
    inquiry = ask(world, referral)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [], outcome="no")
    with as_(world.coen), pytest.raises(Refused, match="niet meer"):
        actions.answer(by=world.coen, inquiry=inquiry, given="known")


def test_who_is_asked_without_a_name_never_learns_it(world):
    referral = sent(world)
    first, second = ask_without_name(world, referral)
    with as_(world.coen, reading=first):
        opened = inquiry_opened(first)
        assert (opened.persons, opened.reason) == ("", "Behandeling.")
        assert "schulden" in opened.text
    with as_(world.lieke, reading=second):
        assert inquiry_opened(second).reason == "Leerplicht."


@pytest.mark.parametrize(
    "text", ["Merel heeft schulden.", "Geboren 12-05-1980.", "Nummer 999990019.", "Bel 06-12345678."]
)
def test_a_text_in_which_somebody_is_found_is_refused(world, text):
    with pytest.raises(Refused, match="niemand"):
        ask_without_name(world, sent(world), text)


def test_nobody_decided_anything_by_asking(world):
    referral = sent(world)
    ask(world, referral)
    with as_owner():
        assert not Decision.objects.exists()
