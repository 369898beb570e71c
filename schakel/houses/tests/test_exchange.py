"""A set-up goes to another house as a file, whole and without persons; hostile files change nothing."""

import copy
import json

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.houses import actions
from schakel.houses.exchange import FileError, as_text, differences, read, set_up_of
from schakel.houses.lists import life_domains
from schakel.houses.models import Change
from schakel.network.models import Appointment, Capacity, House, Organisation, Regime
from schakel.network.tests.world import LONG_AGO

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def neighbour(world):
    with as_owner():
        own = Organisation.objects.create(name="Buur", short_name="Buur", kind="house", chain="none")
        house = House.objects.create(name="Buurhuis", region="Buur", capacity=Capacity.objects.create(organisation=own))
        Appointment.objects.create(professional=world.coen, house=house, role="administrator", since=LONG_AGO)
    return house


@pytest.fixture
def written(world):
    with as_(world.ankie):
        actions.ask(by=world.ankie, house=world.house, text="Wie?", kind="choice", choices=["a", "b"])
        actions.close_day(by=world.ankie, house=world.house, day="2026-12-28")
        actions.set_text(by=world.ankie, house=world.house, key="plan", text="interventieplan", edition=0)
        actions.set_table(
            by=world.ankie, house=world.house, regime=world.regime, name="Tafel", rhythm="weekly", weekday=1,
            begins="09:00", ends="10:00", chair=world.noor,
        )  # fmt: skip
        return as_text(set_up_of(House.objects.get(pk=world.house.pk)))


def test_a_file_names_nobody_and_reads_back_as_the_same(world, written):
    assert not any(name in written for name in ("Noor", "Ankie", "Politie", str(world.noor.pk)))
    with as_(world.ankie):
        assert differences(set_up_of(world.house), read(written)) == []


def test_another_house_takes_over_everything_in_one_go(world, neighbour, written):
    parts = ["way", "closed_days", "questions", "lists", "texts", "regimes", "tables"]
    with as_(world.coen):
        assert [part for part, _, _ in differences(set_up_of(neighbour), read(written))] != []
        actions.take_over(by=world.coen, house=neighbour, set_up=read(written), parts=parts)
        assert differences(set_up_of(House.objects.get(pk=neighbour.pk)), read(written)) == []
        taken = Regime.objects.get(house=neighbour)
        assert taken.formula == "(1 and 2 and 3) or 4"
        assert life_domains(taken) == ["Huisvesting", "Financiën"]
        assert Change.objects.filter(house=neighbour, event="setup.taken_over").count() == 1


def test_in_parts_and_nothing_half_done(world, neighbour, written):
    set_up = read(written)
    set_up["tables"][0]["regime"] = "complex"
    with as_(world.coen):
        with pytest.raises(Refused, match="Neem die ook over"):
            actions.take_over(by=world.coen, house=neighbour, set_up=set_up, parts=["texts", "tables"])
        assert neighbour.texts.count() == 0
        actions.take_over(by=world.coen, house=neighbour, set_up=set_up, parts=["texts"])
        assert neighbour.texts.get().text == "interventieplan"
        assert Regime.objects.filter(house=neighbour).count() == 0
    with as_(world.gea), pytest.raises(Refused):
        actions.take_over(by=world.gea, house=neighbour, set_up=set_up, parts=["texts"])


def changed(written, *path, value):
    found = copy.deepcopy(json.loads(written))
    place = found
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(found)


HOSTILE = [
    (("schema",), 2, "versie"), (("kind",), "x", "mogelijkheden"), (("persons",), [], "persons"),
    (("way", "triage_workdays"), -1, "heel getal"), (("way", "triage_workdays"), True, "heel getal"),
    (("way", "list_meets_at"), "25:00", "tijd"), (("closed_days", 0, "day"), "2026-02-30", "datum"),
    (("texts", "receipt"), "{bsn}", "kent"), (("texts", "onbekend"), "x", "niet bekend"),
    (("texts", "plan"), "x\x00", "teken"), (("regimes", 0, "formula"), "1 and 9", "9"),
    (("regimes", 0, "citation_link"), "javascript:alert(1)", "https"),
    (("regimes", 0, "criteria", 1, "number"), 1, "twee keer"), (("regimes", 0, "hidden"), "nee", "ja of nee"),
    (("questions", 0, "choices"), [], "keuze"), (("questions", 0, "regime"), "niets", "staat niet in het bestand"),
    (("tables", 0, "ends"), "08:00", "na het begin"), (("lists", "life_domain"), [], "niet bekend"),
    (("house",), "x" * 200, "te lang"), (("regimes",), {}, "lijst"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "reason"), HOSTILE, ids=str)
def test_a_hostile_file_is_refused_with_what_is_wrong(written, path, value, reason):
    with pytest.raises(FileError, match=reason):
        read(changed(written, *path, value=value))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, "NaN", '"x"', " " * 600_000])
def test_what_is_no_file_of_a_house_is_refused(text):
    with pytest.raises(FileError):
        read(text)


def test_on_the_page_one_compares_and_takes_over(world, neighbour, written, client_of):
    page = f"/beheer/inrichting/{neighbour.pk}/uitwisselen/"
    coen = client_of(world.coen)
    assert "interventieplan" in coen.post(page, {"other": world.house.pk}).content.decode()
    assert coen.post(page, {"other": world.house.pk, "do": "take"}).status_code == 422
    assert coen.post(page, {"other": world.house.pk, "do": "take", "part": ["texts"]}).status_code == 302
    assert coen.post(page, {"written": "{"}).status_code == 422
    assert (
        "interventieplan"
        in client_of(world.ankie).get(f"/beheer/inrichting/{world.house.pk}/uitwisselen/bestand/").content.decode()
    )


def test_what_differs_is_said_in_words_and_not_in_codes(world, neighbour, written, client_of):
    page = client_of(world.coen).post(f"/beheer/inrichting/{neighbour.pk}/uitwisselen/", {"other": world.house.pk})
    lines = [line for _part, _name, part in page.context["parts"] for line in part]
    said = " ".join(str(value) for line in lines for value in line).split()
    codes = ("None", "True", "False", "choice", "weekly", "complex", "police", "triage_way", "2026-12-28", "and")
    assert not set(codes) & set(said)
    assert {"Dinsdag", "dinsdag"} & set(said) and "9.00" in " ".join(said)
