"""The functional administrator sets up a house; others read why not, and nothing decided before changes."""

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.houses import actions
from schakel.houses.lists import life_domains
from schakel.houses.models import Change, IntakeQuestion, ListEntry
from schakel.houses.questions import questions_for
from schakel.houses.texts import text_of, word_of
from schakel.network.models import Appointment, Capacity, Criterion, House, Organisation, Regime
from schakel.network.tests.world import LONG_AGO

pytestmark = pytest.mark.django_db(databases=["default", "door"])
PAGES = [
    "", "werkwijze/", "wijzigingen/", "sluitingsdagen/", "vragen/", "lijsten/", "lijsten/frame_kind/", "teksten/",
    "teksten/plan/", "teksten/receipt/", "tafels/", "tafels/nieuw/", "soorten-aanpak/nieuw/", "uitwisselen/",
]  # fmt: skip
A_TABLE = {"name": "Casustafel", "rhythm": "weekly", "weekday": 1, "begins": "09:30", "ends": "12:00"}
WAY = {
    "triage_way": "list", "triage_workdays": 5, "list_closes_on": 0, "list_closes_at": "12.00", "list_meets_on": 1,
    "list_meets_at": "9.00", "urgent": "Bel eerst.", "answered_days": 30, "liberation_day": "always",
    "mail_hour": 8, "stall_weeks": 4, "covenant_days": 56, "advice_months": 24,
    "recall_again_days": 7, "motto": "",
    "contact_point": "", "inquiries_at_once": 1, "inquiries_at_most": 5,
}  # fmt: skip


@pytest.fixture
def neighbour(world):
    """Another house, with Coen as its administrator."""
    with as_owner():
        own = Organisation.objects.create(name="Buur", short_name="Buur", kind="house", chain="none")
        house = House.objects.create(
            name="Buurhuis", region="Buur", slug="buur", capacity=Capacity.objects.create(organisation=own)
        )
        Appointment.objects.create(professional=world.coen, house=house, role="administrator", since=LONG_AGO)
    return house


def base(house):
    return f"/beheer/inrichting/{house.pk}/"


@pytest.mark.parametrize("page", PAGES)
def test_the_administrator_sees_every_page_and_others_read_why_not(
    world, client_of, page, django_assert_max_num_queries
):
    ankie = client_of(world.ankie)
    with django_assert_max_num_queries(25):  # session, identity and log included
        assert ankie.get(base(world.house) + page).status_code == 200
    for who in (world.noor, world.gea):
        refused = client_of(who).get(base(world.house) + page)
        assert refused.status_code == 403
        assert "functioneel beheerder" in refused.content.decode()


def test_the_administrator_of_one_house_does_nothing_in_another(world, neighbour, client_of):
    coen = client_of(world.coen)
    assert coen.get(base(neighbour)).status_code == 200
    assert coen.get(base(world.house)).status_code == 403
    assert coen.post(base(world.house) + "werkwijze/", WAY | {"edition": 1}).status_code == 403
    with as_(world.coen), pytest.raises(Refused, match="eigen huis|huis zelf"):
        actions.ask(by=world.coen, house=world.house, text="?")
    with as_(world.coen), connection.cursor() as cursor:
        for statement in (
            f"UPDATE network_house SET motto = 'x' WHERE id = '{world.house.pk}'",
            f"UPDATE network_regime SET formula = 'x' WHERE house_id = '{world.house.pk}'",
            f"UPDATE houses_listentry SET retired_at = now() WHERE house_id = '{world.house.pk}'",
        ):
            cursor.execute(statement)
            assert cursor.rowcount == 0, statement
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute(
                "INSERT INTO houses_closedday (id, house_id, author_id, day, reason, since) "
                "VALUES (gen_random_uuid(), %s, %s, '2026-12-28', '', clock_timestamp())",
                [world.house.pk, world.coen.pk],
            )


def test_the_way_of_working_is_set_and_stands_in_the_history_and_in_the_log(world, client_of):
    ankie = client_of(world.ankie)
    assert ankie.post(base(world.house) + "werkwijze/", WAY | {"edition": 1}).status_code == 302
    with as_owner():
        house = House.objects.get(pk=world.house.pk)
        assert (house.triage_way, house.list_meets_on, house.edition) == ("list", 1, 2)
        assert Entry.objects.filter(event="house.set", actor_id=world.ankie.pk).count() == 1
        change = Change.objects.get(house=house)
    assert "dinsdag" in ankie.get(f"{base(house)}wijzigingen/{change.pk}/").content.decode()


def test_a_triage_by_list_without_its_moments_is_refused(world, client_of):
    answer = client_of(world.ankie).post(base(world.house) + "werkwijze/", WAY | {"edition": 1, "list_meets_at": ""})
    assert answer.status_code == 422
    assert "Een triage met een lijst heeft dit nodig" in answer.content.decode()


def test_who_was_overtaken_sees_both_versions(world, client_of):
    ankie = client_of(world.ankie)
    with as_(world.ankie):
        actions.set_house(by=world.ankie, house=world.house, edition=1, urgent="Mail niet.")
    answer = ankie.post(base(world.house) + "werkwijze/", WAY | {"edition": 1})
    assert answer.status_code == 409
    assert "Mail niet." in answer.content.decode() and "Bel eerst." in answer.content.decode()


def test_a_reworded_question_leaves_the_old_one_to_its_answers(world, client_of):
    with as_(world.ankie):
        first = actions.ask(by=world.ankie, house=world.house, text="Wie?", kind="text")
        actions.ask(by=world.ankie, house=world.house, text="Waar?", kind="text", regime=world.regime)
        second = actions.reword_question(by=world.ankie, question=first, text="Wie dan?", kind="text")
        actions.move_question(by=world.ankie, question=second, up=False)
        assert [one.text for one in questions_for(world.house, world.regime)] == ["Waar?", "Wie dan?"]
        old = IntakeQuestion.every.get(pk=first.pk)
        assert old.text == "Wie?" and old.retired_at
        with pytest.raises(Refused, match="intussen"):
            actions.retire_question(by=world.ankie, question=first)


def test_a_question_is_added_once_however_often_it_is_sent(world, client_of):
    sent = {"text": "Wie?", "kind": "text", "once": "00000000-0000-4000-8000-000000000001"}
    ankie = client_of(world.ankie)
    assert [ankie.post(base(world.house) + "vragen/", sent).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        assert IntakeQuestion.objects.count() == 1
    without = ankie.post(base(world.house) + "vragen/", sent | {"kind": "choice", "choices": "a"})
    assert without.status_code == 422


def test_what_is_taken_off_a_list_is_no_longer_to_choose_and_still_there(world):
    with as_(world.ankie):
        actions.add_entry(by=world.ankie, house=world.house, name="life_domain", regime=world.regime, label="Zingeving")
        assert life_domains(world.regime) == ["Huisvesting", "Financiën", "Zingeving"]
        entry = ListEntry.objects.get(label="Financiën")
        actions.retire_entry(by=world.ankie, entry=entry)
        assert life_domains(world.regime) == ["Huisvesting", "Zingeving"]
        assert ListEntry.every.get(pk=entry.pk).label == "Financiën"
        with pytest.raises(Refused, match="al in de lijst"):
            actions.add_entry(
                by=world.ankie, house=world.house, name="life_domain", regime=world.regime, label="zingeving"
            )


def test_a_text_of_the_house_says_what_it_must_and_nothing_unknown(world):
    with as_(world.ankie):
        for text, reason in (("Dank u.", "moet"), ("{nummer} {bsn}", "kent"), ("{nummer", "accolade"),
                             ("{nummer!r}", "één woord"), ("{nummer.a}", "kent"), ("{}{nummer}", "kent")):  # fmt: skip
            with pytest.raises(Refused, match=reason):
                actions.set_text(by=world.ankie, house=world.house, key="receipt", text=text, edition=0)
        actions.set_text(by=world.ankie, house=world.house, key="receipt", text="Binnen: {nummer}", edition=0)
        house = House.objects.get(pk=world.house.pk)
        assert text_of(house, "receipt", number="K7ZM-4QTD") == "Binnen: K7ZM-4QTD"
        assert word_of(house, "plan") == "plan van aanpak"
        with pytest.raises(Conflict):
            actions.set_text(by=world.ankie, house=house, key="receipt", text="{nummer}", edition=0)
        actions.leave_text(by=world.ankie, house=house, key="receipt", edition=1)
        assert "ontvangen" in text_of(House.objects.get(pk=house.pk), "receipt", number="X", date="morgen")


def test_a_reworded_criterion_leaves_its_text_to_what_was_judged_by_it(world):
    with as_(world.ankie):
        old = world.regime.criteria.get(number=1)
        actions.reword_criterion(by=world.ankie, criterion=old, text="anders", area=False)
        assert world.regime.criteria.get(number=1).text == "anders"
        assert Criterion.every.get(pk=old.pk).text == "several life domains"
        with pytest.raises(Refused, match="formule"):
            actions.retire_criterion(by=world.ankie, criterion=world.regime.criteria.get(number=4))


def test_an_approach_under_which_something_runs_stays_hidden_or_visible(scene):
    world = scene.world
    with as_(world.ankie):
        with pytest.raises(Refused, match="Wat verborgen is, blijft verborgen"):
            actions.set_approach(by=world.ankie, regime=world.regime, edition=1, hidden=True)
        fresh = actions.add_approach(
            by=world.ankie, house=world.house, code="levensloop", name="Levensloop", purpose="x"
        )
        actions.set_approach(by=world.ankie, regime=fresh, edition=1, hidden=True, name="Levensloop")
        assert Regime.objects.get(pk=fresh.pk).hidden
        with pytest.raises(Refused, match="Wat verborgen is, blijft verborgen"):
            actions.set_approach(by=world.ankie, regime=fresh, edition=2, hidden=False, name="Levensloop")


def test_who_sets_up_cannot_ask_whether_something_runs_where_it_is_hidden(scene):
    """The database answers alike for a hidden approach with a case and for one without."""
    world = scene.world
    with as_owner():
        Regime.objects.filter(pk=world.regime.pk).update(hidden=True)
        empty = Regime.objects.create(house=world.house, code="leeg", name="Leeg", purpose="x", hidden=True)
    with as_(world.ankie), connection.cursor() as cursor:
        for regime in (world.regime, empty):
            cursor.execute("SELECT access.may_be_hidden(%s, false), access.may_be_hidden(%s, true)", [regime.pk] * 2)
            assert cursor.fetchone() == (False, True)


def test_a_table_ends_after_it_begins(world, client_of):
    sent = A_TABLE | {"regime": world.regime.pk}
    ankie = client_of(world.ankie)
    assert ankie.post(base(world.house) + "tafels/nieuw/", sent | {"ends": "09:00"}).status_code == 422
    assert ankie.post(base(world.house) + "tafels/nieuw/", sent).status_code == 302
    assert "Casustafel" in ankie.get(base(world.house) + "tafels/").content.decode()
