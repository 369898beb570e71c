"""Forms ask in Dutch, and say how it can be done right."""

from datetime import date, time
from urllib.parse import urlencode

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from schakel.design.forms import (
    ClockField,
    CreatingForm,
    DayField,
    Designed,
    EditingForm,
    Form,
    NeverShownAgain,
    read_day,
)


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


class Question(Form):
    text = forms.CharField(label="Reden", max_length=20, help_text="Kort")
    kind = forms.ChoiceField(label="Soort", choices=[("a", "Feit"), ("b", "Inschatting")], widget=forms.RadioSelect)
    due = DayField(label="Uiterlijk")
    source = forms.CharField(label="Bron", required=False)
    sure = forms.BooleanField(label="Zeker weten")


def show(form):
    return Template("{% load design %}{% fields form %}").render(Context({"form": form}))


@pytest.mark.parametrize(
    "written",
    [
        "12-11-2026",
        "12/11/2026",
        "12.11.2026",
        "12 november 2026",
        "do 12 nov. 2026",
        "2026-11-12",
        " 12  November 2026 ",
    ],
)
def test_a_day_is_read_as_people_write_it(written):
    assert read_day(written) == date(2026, 11, 12)


@pytest.mark.parametrize("written", ["31-02-2026", "2026-13-01", "0-0-2026", "29-02-2025"])
def test_a_day_that_is_not_there_is_refused(written):
    with pytest.raises(ValidationError, match="Deze datum bestaat niet"):
        read_day(written)


@pytest.mark.parametrize("written", ["12-11-26", "morgen", "12 nevember 2026", "١٢-١١-٢٠٢٦", "12-11-2026; DROP"])
def test_a_day_that_cannot_be_read_gets_an_example(written):
    with pytest.raises(ValidationError, match="12-11-2026"):
        read_day(written)


def test_a_year_of_another_age_is_asked_again():
    with pytest.raises(ValidationError, match="Klopt het jaar"):
        DayField().clean("12-11-1066")


def test_a_day_comes_back_as_it_is_asked():
    class Due(Form):
        due = DayField(initial=date(2026, 11, 2))

    assert 'value="02-11-2026"' in show(Due())


@pytest.mark.parametrize(("written", "read"), [("10.15", time(10, 15)), ("9:05", time(9, 5)), ("14 uur", time(14, 0))])
def test_a_time_is_read_as_people_write_it(written, read):
    assert ClockField().clean(written) == read


def test_a_time_that_is_not_there_is_refused():
    with pytest.raises(ValidationError, match="10.15"):
        ClockField().clean("25.00")


def test_every_error_says_in_dutch_what_to_do():
    form = Question({"text": "x" * 30, "kind": "c", "due": "31-02-2026"})
    assert form.errors["text"] == ["Gebruik hoogstens 20 tekens; het zijn er nu 30."]
    assert form.errors["kind"] == ["Kies een van de mogelijkheden die er staan."]
    assert form.errors["due"] == ["Deze datum bestaat niet."]
    assert form.errors["sure"] == ["Maak een keuze."]
    assert Question({}).errors["text"] == ["Vul dit veld in."]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\ud800", "\x1b"])
def test_what_cannot_be_kept_is_refused_before_it_reaches_anything(character):
    assert "niet bewaard" in Question({"text": f"a{character}b"}).errors["text"][0]


def test_new_lines_and_tabs_are_ordinary_text():
    assert "text" not in Question({"text": "a\n\tb\r\nc"}).errors


def test_the_summary_leads_to_the_fields():
    html = show(Question({}))
    assert '<a href="#id_text">Reden</a>: Vul dit veld in.' in html
    assert '<a href="#id_kind_0">Soort</a>: Maak een keuze.' in html
    assert 'role="alert"' in html and 'role="alert"' not in show(Question())


def test_a_field_points_to_its_hint_and_its_error():
    html = show(Question({}))
    assert 'aria-describedby="id_text-hint id_text-error"' in html
    assert 'id="id_text-hint">Kort<' in html
    assert 'aria-invalid="true"' in html


def test_only_what_may_stay_empty_says_so():
    html = show(Question())
    assert html.count("(niet verplicht)") == 1


def test_what_was_typed_is_escaped_when_it_comes_back():
    html = show(Question({"text": '"><script>'}))
    assert "<script" not in html


def test_every_input_has_the_classes_of_the_design():
    html = show(Question())
    assert "utrecht-textbox" in html and "utrecht-radio-button" in html and "utrecht-checkbox" in html


def test_a_broken_key_of_a_new_thing_is_told_without_naming_it():
    class New(CreatingForm):
        text = forms.CharField(label="Tekst")

    html = show(New({"once": "x", "text": "a"}))
    assert "Laad de bladzijde opnieuw" in html
    assert New().initial == {} and 'name="once"' in show(New())


def test_an_edition_below_zero_is_refused():
    assert "edition" in EditingForm({"edition": "-1"}).errors


def test_the_design_can_be_mixed_into_a_form_of_another_kind():
    class Other(Designed, forms.Form):
        text = forms.CharField()

    assert "utrecht-textbox" in str(Other())


class Asked(EditingForm):
    """A form that somebody else was first with."""

    title = forms.CharField()
    kind = forms.ChoiceField(choices=[("fact", "feit"), ("estimate", "inschatting")])
    certain = forms.BooleanField(required=False)
    day = DayField()
    number = forms.CharField(widget=NeverShownAgain)


def test_who_comes_second_sees_both_versions_and_keeps_what_was_typed():
    typed = {"edition": "1", "title": "Mijn titel", "kind": "fact", "day": "1-2-2026", "number": "999990019"}
    form = Asked(QueryDict(urlencode(typed)))
    assert form.is_valid()
    saved = {"edition": 4, "title": "Andere titel", "kind": "estimate", "certain": True, "day": date(2026, 3, 1)}
    pairs = [(str(mine), str(theirs)) for _label, mine, theirs in form.overtaken(saved | {"number": "123"})]
    assert pairs == [("Mijn titel", "Andere titel"), ("feit", "inschatting"), ("nee", "ja"), ("1-2-2026", "01-03-2026")]
    again = Asked(form.data)
    assert again.is_valid() and again.cleaned_data["edition"] == 4 and again.cleaned_data["title"] == "Mijn titel"
