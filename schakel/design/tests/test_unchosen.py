"""What a list says where nothing was chosen yet."""

from django import forms
from django.utils import translation

from schakel.design.forms import Form


class Asked(Form):
    one = forms.ModelChoiceField(queryset=None)
    other = forms.ModelChoiceField(queryset=None, empty_label="niemand")


def test_a_list_asks_to_choose_unless_it_says_something_of_its_own():
    with translation.override("nl"):
        first = [str(next(iter(field.choices))[1]) for field in Asked().fields.values()]
    assert first == ["Kies …", "niemand"]
