"""Running cases from a sheet: every row checked, nothing kept before confirming, every case once."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.cases.models import Case, Occupant, Seat
from schakel.exchange.running_cases import HEADINGS, checked
from schakel.network.models import Professional
from schakel.people.models import Person
from schakel.sheets.writing import as_csv, as_ods

PAGE = "/casussen/overnemen/"


@pytest.fixture
def house(world):
    with as_owner():
        Professional.objects.filter(pk=world.noor.pk).update(email="noor@huis.example")
        Professional.objects.filter(pk=world.sem.pk).update(email="sem@huis.example")
    return world


def row(number=1, **changes):
    cells = dict.fromkeys(HEADINGS, "") | {
        "Kenmerk": f"2026-{number:03}", "Soort aanpak": "Complexe casus", "Fase": "monitoring",
        "Procesregisseur": "Noor@huis.example", "Aanleiding": "Overlast.", "Doel": "Rust.", "Voornamen": "Anna",
        "Achternaam": "Overgenomen", "Geboortedatum": "12-03-1991", "Deelnemers": "Politie Test; GGZ Test",
    }  # fmt: skip
    return list((cells | changes).values())


def look(client, rows, make=as_ods, ending="ods"):
    content = as_ods("Blad", HEADINGS, rows) if make is as_ods else make(HEADINGS, rows)
    house = re.search(r'<option value="([0-9a-f-]{36})"', client.get(PAGE).text)[1]
    return client.post(PAGE, {"house": house, "file": SimpleUploadedFile(f"lopend.{ending}", content)})


def confirm(client, preview):
    values = {name: re.search(f'name="{name}" value="([^"]+)"', preview.text)[1] for name in ("house", "cells")}
    return client.post(f"{PAGE}bevestigen/", values)


def cases():
    with as_owner():
        return list(Case.objects.all())


class TestTakingIn:
    def test_nothing_is_kept_before_it_is_confirmed(self, house, client_of):
        preview = look(client_of(house.hanneke), [row()])
        assert "1 casus kan worden overgenomen" in preview.text and cases() == []
        with as_owner():
            assert not Person.objects.exists()

    @pytest.mark.parametrize(("make", "ending"), [(as_ods, "ods"), (as_csv, "csv")])
    def test_a_case_stands_in_its_phase_with_director_and_seats(self, house, client_of, make, ending):
        client = client_of(house.hanneke)
        page = confirm(client, look(client, [row(Procesondersteuner="sem@huis.example")], make, ending))
        [case] = cases()
        assert case.number in page.text and case.phase == "monitoring"
        with as_owner():
            seats = Seat.objects.filter(case=case)
            assert sorted(seats.values_list("role", "capacity__organisation__short_name")) == [
                ("participant", "GGZ Test"), ("participant", "Politie Test"),
                ("process_director", "Zorg- en Veiligheidshuis Test"),
                ("process_support", "Zorg- en Veiligheidshuis Test"),
            ]  # fmt: skip
            assert set(Occupant.objects.values_list("professional__name", flat=True)) == {"Noor", "Sem"}
            [person] = Person.objects.filter(file_id=case.pk)
            assert (person.surname, person.birth_date) == ("Overgenomen", "19910312")
            assert Entry.objects.filter(event="case.taken_in", file_id=case.pk, actor_id=house.hanneke.pk).count() == 1

    def test_the_same_sheet_twice_makes_every_case_once(self, house, client_of):
        client = client_of(house.hanneke)
        preview = look(client, [row(1), row(2)])
        confirm(client, preview)
        again = confirm(client, preview)
        assert len(cases()) == 2 and "eerder overgenomen" in again.text and "0 casus" in again.text
        confirm(client, look(client, [row(1), row(2), row(3)]))
        assert len(cases()) == 3

    def test_of_200_rows_the_20_wrong_ones_are_named_and_the_others_are_right(self, house, client_of):
        rows = [row(number, **({"Fase": "ooit"} if number % 10 == 0 else {})) for number in range(1, 201)]
        preview = look(client_of(house.hanneke), rows).text
        assert "180 casussen kunnen worden overgenomen" in preview and "20 rijen kloppen niet" in preview
        assert preview.count("<b>Fase</b>") == 20

    def test_rows_that_are_wrong_are_left_out_and_the_others_made(self, house, client_of):
        client = client_of(house.hanneke)
        page = confirm(client, look(client, [row(1), row(2, Fase="ooit"), row(3)]))
        assert len(cases()) == 2 and "Rij 3" in page.text


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("column", "text", "reason"),
        [
            ("Kenmerk", "", "nodig"), ("Achternaam", "", "nodig"), ("Soort aanpak", "Iets", "heeft het huis niet"),
            ("Procesregisseur", "sem@huis.example", "Geen procesregisseur"), ("Procesregisseur", "x", "Geen"),
            ("Procesondersteuner", "noor@huis.example", "Niemand"), ("Deelnemers", "Politie Test; Nergens", "neemt"),
            ("Geboortedatum", "33309", "dag als getal"), ("Geboortedatum", "31-02-1991", "bestaat niet"),
            ("Geboortedatum", "12-03-2191", "toekomst"), ("Geslacht", "ja", "Kies man"), ("Doel", "=1+1", "formule"),
            ("Burgerservicenummer", "123456789", "proef"), ("Burgerservicenummer", "10000008", "nul vooraan"),
            ("Voornamen", "x" * 201, "te lang"), ("Voornamen", "A\x07b", "stuurteken"),
        ],
    )  # fmt: skip
    def test_is_said_of_the_cell_without_repeating_it(self, house, column, text, reason):
        with as_owner():
            [found] = checked([row(**{column: text})], house.house)
        [(name, said)] = found.errors
        assert name == column and reason in said and (len(text) < 3 or text not in said)

    def test_a_reference_that_stands_twice(self, house):
        with as_owner():
            first, second = checked([row(1), row(1)], house.house)
        assert not first.errors and second.errors[0][0] == "Kenmerk"

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("x.exe", b"MZ"), ("x.ods", b"PK\x03\x04"), ("x.xlsx", b"geen zip"), ("x.csv", b"a;b\n1;2"),
            ("x.csv", ";".join(["x"] * 10_000).encode()), ("x.csv", b"\xff\xfe\x00"), ("x.csv", b"Kenmerk\0"),
        ],
    )  # fmt: skip
    def test_a_file_that_is_no_such_sheet_is_refused(self, house, client_of, name, content):
        client = client_of(house.hanneke)
        house_id = str(house.house.pk)
        page = client.post(PAGE, {"house": house_id, "file": SimpleUploadedFile(name, content)})
        assert page.status_code == 422 and cases() == []

    def test_more_than_200_at_once(self, house, client_of):
        assert look(client_of(house.hanneke), [row(number) for number in range(201)]).status_code == 422


class TestWhoMay:
    def test_only_the_triage_of_the_house(self, house, client_of):
        preview = look(client_of(house.hanneke), [row()])
        for name in ("noor", "pim", "ankie", "gea"):
            client = client_of(getattr(house, name))
            assert "Alleen de triage" in client.get(PAGE).text
            confirm(client, preview)
        assert cases() == []

    def test_what_was_looked_at_is_brought_back_unchanged_or_not_at_all(self, house, client_of):
        client = client_of(house.hanneke)
        look(client, [row()])
        values = {"house": str(house.house.pk), "cells": "WyJ4Il0:onzin"}
        assert client.post(f"{PAGE}bevestigen/", values).status_code == 302 and cases() == []

    def test_who_took_it_in_does_not_see_it_any_more(self, house, client_of):
        client = client_of(house.hanneke)
        confirm(client, look(client, [row()]))
        with as_owner():
            Case.objects.update(opened_at="2026-01-01T00:00Z")
        assert client.get(f"/casussen/{cases()[0].number}/").status_code == 404

    def test_the_example_can_be_filled_in(self, house, client_of):
        assert client_of(house.hanneke).get(f"{PAGE}voorbeeld/")["Content-Disposition"].endswith('.ods"')
