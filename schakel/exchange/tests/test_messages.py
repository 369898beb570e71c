import copy
import json
from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from schakel.exchange.message import Contact, Message
from schakel.exchange.messages import MessageRefused, read_message
from schakel.people.dates import PartialDate
from schakel.people.gender import Gender
from schakel.people.names import display

TODAY = date(2026, 11, 21)
NUMBER = "999990639"
GOOD = {
    "registratienummer": "PL1500-2026-000123",
    "soort": "ZVH",
    "datumTijd": "2026-11-20T14:03:00+01:00",
    "verzoek": "Graag een casusoverleg.",
    "terugkoppelingGewenst": True,
    "incident": {
        "datumTijd": "2026-11-19T23:10:00Z",
        "locatie": "Zeeruststraat",
        "omschrijving": "Regel één.\r\nRegel twee.",
        "periodeVanTot": {"datumTijdBegin": "2026-10-01T00:00:00Z", "datumTijdEinde": "2026-11-19T23:10:00Z"},
    },
    "natuurlijkPersoon": {
        "burgerservicenummer": NUMBER,
        "naam": {"geslachtsnaam": "Bråkendæl", "voorletters1": "M.", "voorvoegselGeslachtsnaam": "du"},
        "geslachtsaanduiding": "man",
        "geboorte": {"datum": "1999-11-12"},
        "adres": {
            "soortAdres": "02",
            "straatAdres": {"straatnaam": "Zeeruststraat", "huisnummer": 132, "huisletter": "A"},
        },
        "communicatiemiddel": [{"type": "Emailadres", "waarde": "m@voorbeeld.example"}],
    },
    "zorgelijkeSituatie": {
        "situatieSchets": "Schets.",
        "nadereOmschrijving": "Nader.",
        "vraagAntwoord": {"vraag": "ZVH-001", "antwoord": "Ja."},
    },
    "overigeInformatie": {"omschrijving": "Meer.", "uRL": "https://voorbeeld.example/a?b=c"},
}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def sent(**changes):
    """The good message, changed at paths such as incident__locatie; None takes the field away."""
    values = copy.deepcopy(GOOD)
    for path, value in changes.items():
        *parents, last = path.split("__")
        part = values
        for parent in parents:
            part = part[parent]
        if value is None:
            del part[last]
        else:
            part[last] = value
    return json.dumps(values).encode()


def errors(content):
    answer = read_message(content, TODAY)
    assert isinstance(answer, MessageRefused)
    return answer.errors


def test_a_good_message_becomes_a_referral_in_plain_objects():
    message = read_message(sent(), TODAY)
    assert isinstance(message, Message)
    assert message.registration_number == "PL1500-2026-000123"
    assert message.incident.at == datetime(2026, 11, 19, 23, 10, tzinfo=UTC)
    assert message.incident.description == "Regel één.\r\nRegel twee."
    assert message.person.citizen_service_number == NUMBER
    assert display(message.person.name) == "M. du Bråkendæl"
    assert message.person.gender == Gender.MALE
    assert message.person.birth == PartialDate(1999, 11, 12)
    assert (message.person.address.kind, message.person.address.number) == ("residence", 132)
    assert message.person.contacts == (Contact("email", "m@voorbeeld.example"),)
    assert message.concern.question == "ZVH-001"
    assert message.wants_feedback is True
    assert message.further.url.startswith("https://")


def test_what_may_be_absent_may_be_absent():
    message = read_message(
        sent(
            natuurlijkPersoon__geboorte=None,
            natuurlijkPersoon__geslachtsaanduiding=None,
            natuurlijkPersoon__communicatiemiddel=None,
            natuurlijkPersoon__naam={"geslachtsnaam": "Vries"},
        ),
        TODAY,
    )
    assert (message.person.birth, message.person.gender, message.person.contacts) == (None, Gender.UNKNOWN, ())


def test_fields_that_the_schema_does_not_know_are_ignored():
    assert isinstance(read_message(sent(extra={"a": ["b\ud800"]}), TODAY), Message)


def test_every_error_is_named_at_once_with_its_path():
    content = sent(
        verzoek=None,
        terugkoppelingGewenst="ja",
        natuurlijkPersoon__naam={},
        natuurlijkPersoon__geboorte__datum="1999-02-31",
        natuurlijkPersoon__burgerservicenummer="999990638",
        natuurlijkPersoon__communicatiemiddel=[{"type": "Fax", "waarde": "x"}],
        incident__locatie=" ",
        zorgelijkeSituatie=[],
    )
    assert [error.split(":")[0] for error in errors(content)] == [
        "incident.locatie",
        "natuurlijkPersoon.burgerservicenummer",
        "natuurlijkPersoon.communicatiemiddel[0].type",
        "natuurlijkPersoon.geboorte.datum",
        "natuurlijkPersoon.naam.geslachtsnaam",
        "terugkoppelingGewenst",
        "verzoek",
        "zorgelijkeSituatie",
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("natuurlijkPersoon__geboorte__datum", "1999-02-31"),
        ("natuurlijkPersoon__geboorte__datum", "1999-02-31T00:00:00Z"),
        ("natuurlijkPersoon__geboorte__datum", "12-11-1999"),
        ("natuurlijkPersoon__geboorte__datum", "2026-11-22"),
        ("natuurlijkPersoon__geboorte__datum", "1879-12-31"),
        ("datumTijd", "2026-11-20T14:03:00"),
        ("datumTijd", "2026-11-20"),
        ("datumTijd", "2026-11-20T25:03:00Z"),
        ("datumTijd", "2026-11-20T14:03:00+25:00"),
        ("incident__periodeVanTot__datumTijdEinde", "2026-09-30T00:00:00Z"),
        ("overigeInformatie__uRL", "geen adres"),
        ("overigeInformatie__uRL", "https://"),
        ("overigeInformatie__uRL", "https://voorbeeld.example:poort/"),
        ("overigeInformatie__uRL", "https://voorbeeld.example/\u202e"),
        ("natuurlijkPersoon__burgerservicenummer", "999990638"),
        ("natuurlijkPersoon__burgerservicenummer", "999990639\n"),
        ("natuurlijkPersoon__burgerservicenummer", "٩٩٩٩٩٠٦٣٩"),
        ("natuurlijkPersoon__burgerservicenummer", 999990639),
        ("natuurlijkPersoon__naam__geslachtsnaam", "De\nVries"),
        ("natuurlijkPersoon__naam__geslachtsnaam", "Vries\x00"),
        ("natuurlijkPersoon__naam__geslachtsnaam", "Vries" * 41),
        ("natuurlijkPersoon__naam__voorvoegselGeslachtsnaam", "van der " * 3),
        ("natuurlijkPersoon__adres__straatAdres__huisnummer", 12.5),
        ("natuurlijkPersoon__adres__straatAdres__huisnummer", -3),
        ("natuurlijkPersoon__adres__straatAdres__huisnummer", True),
        ("natuurlijkPersoon__adres__straatAdres__huisnummer", "132"),
        ("zorgelijkeSituatie__situatieSchets", "\ud800"),
        ("zorgelijkeSituatie__situatieSchets", "   "),
        ("incident__omschrijving", "nul \x00"),
        ("registratienummer", ""),
        ("registratienummer", ["x"]),
        ("soort", "XYZ"),
        ("soort", None),
        ("soort", ["ZVH"]),
    ],
)
def test_one_wrong_field_gives_one_error_that_names_it(path, value):
    found = errors(sent(**{path: value}))
    assert len(found) == 1, found
    assert found[0].startswith(path.replace("__", ".") + ": ")


def test_a_house_number_with_a_decimal_point_that_is_whole_is_that_number():
    message = read_message(sent().replace(b'"huisnummer": 132', b'"huisnummer": 132.0'), TODAY)
    assert message.person.address.number == 132


@pytest.mark.parametrize("kind", ["NAZ", "VT"])
def test_other_kinds_are_refused_politely_and_not_judged(kind):
    found = errors(sent(soort=kind, verzoek=None))
    assert len(found) == 1
    assert kind in found[0]
    assert "only takes in ZVH" in found[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"{", "not valid JSON"),
        (b"{} {}", "not valid JSON"),
        (b"\xff\x00", "not UTF-8"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        ("{}".encode("utf-16"), "byte order mark"),
        (b'"' + b"x" * (2 * 1024 * 1024) + b'"', "larger than 2 MB"),
        (b"[" * 100_000, "nested"),
        (b"[" * 33 + b"]" * 33, "nested"),
        (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "nested"),
        (b'{"soort": "ZVH", "soort": "VT"}', '"soort" stands twice'),
        (b'{"999990639": 1, "999990639": 2}', "A field stands twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "NaN"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "too large"),
        (b'{"a": "\x00"}', "not valid JSON"),
        (b'"tekst"', "$: must be a group of fields"),
        (b"[]", "$: must be a group of fields"),
        (b"null", "$: must be a group of fields"),
    ],
)
def test_what_is_no_message_gets_one_clear_answer(content, expected):
    found = errors(content)
    assert len(found) == 1
    assert expected in found[0]
    assert "999990639" not in found[0]


def leaves(values):
    if isinstance(values, dict | list):
        for part in values.values() if isinstance(values, dict) else values:
            yield from leaves(part)
    elif isinstance(values, str) and len(values) > 4:
        yield values


@pytest.mark.parametrize("field", list(GOOD))
def test_no_error_repeats_anything_that_the_sender_wrote(field):
    secret = "Streefhoek-991122"
    for spoilt in ({"datum": secret}, [secret], secret + "\x00"):
        text = " ".join(errors(sent(**{field: spoilt})))
        assert secret not in text
        assert not [leaf for leaf in leaves(GOOD["natuurlijkPersoon"]) if leaf in text]


def test_the_representation_shows_nothing_of_the_person():
    shown = repr(read_message(sent(), TODAY))
    assert not [leaf for leaf in leaves(GOOD["natuurlijkPersoon"]) if leaf in shown]


@given(st.binary(max_size=200))
def test_any_bytes_get_an_answer(content):
    assert isinstance(read_message(content, TODAY), MessageRefused)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["datum", "naam", "vraag"]), inner),
        max_leaves=5,
    ),
    st.sampled_from([*GOOD, "incident__periodeVanTot", "natuurlijkPersoon__naam", "natuurlijkPersoon__adres"]),
)
def test_any_value_in_any_field_gets_an_answer(value, path):
    content = sent(**{path: value}) if value is not None else sent(**{path: []})
    assert isinstance(read_message(content, TODAY), Message | MessageRefused)
