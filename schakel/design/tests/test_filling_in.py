"""One way to draw a form: the token, what is wrong, the questions, the act and the way back."""

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from schakel.design.forms import EditingForm, Form
from schakel.design.tests.test_parts import Refused


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


class Question(Form):
    text = forms.CharField(label="Reden")


class Changed(EditingForm):
    text = forms.CharField(label="Reden")


class Attached(Question):
    letter = forms.FileField(label="Bijlage")


class Confirmed(Question):
    laid_out = "design/components/errors.html"


def show(text, **values):
    return Template(text).render(Context({"csrf_token": "abc"} | values))


def test_a_form_brings_its_token_and_goes_back_without_sending():
    html = show("{% fill_in form 'Vastleggen' back='/terug/' %}", form=Question())
    assert "novalidate" in html and 'name="csrfmiddlewaretoken"' in html and 'name="text"' in html
    assert 'href="/terug/">Annuleren</a>' in html and html.count("<button") == 1
    assert "Annuleren" not in show("{% fill_in form 'Vastleggen' %}", form=Question())


def test_a_refused_form_cannot_be_sent_and_says_why():
    html = show("{% fill_in form 'Vastleggen' verdict=verdict %}", form=Question(), verdict=Refused())
    assert "disabled" in html and 'type="submit"' not in html and Refused.refusal in html


def test_only_a_form_with_a_file_is_sent_in_parts():
    assert "multipart/form-data" in show("{% fill_in form 'Vastleggen' %}", form=Attached())
    assert "enctype" not in show("{% fill_in form 'Vastleggen' %}", form=Question())


def test_what_only_asks_carries_no_token_in_its_address():
    html = show("{% fill_in form 'Zoeken' get=True %}", form=Question())
    assert 'method="get"' in html and "csrf" not in html


def test_laid_out_by_hand_nothing_of_the_form_is_forgotten():
    text = "{% by_hand form 'Vastleggen' %}{% field form.text %}{% endby_hand %}"
    html = show(text, form=Changed({"edition": "3"}))
    assert "error-summary" in html and html.count('name="edition"') == 1 and html.count('name="text"') == 1
    assert "<p>Lees dit</p>" in show("{% by_hand None 'Tekenen' %}<p>Lees dit</p>{% endby_hand %}")


def test_a_form_that_knows_how_its_questions_lie_is_drawn_so():
    assert 'name="text"' not in show("{% fill_in form 'Vastleggen' %}", form=Confirmed())


def test_what_nobody_knows_is_not_swallowed():
    with pytest.raises(TypeError):
        show("{% fill_in form 'Vastleggen' bakc='/terug/' %}", form=Question())
