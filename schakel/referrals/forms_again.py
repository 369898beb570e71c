"""What is asked before a new test begins from an earlier case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.cases.forms import LONGEST, by_id, person_choices
from schakel.design.forms import CreatingForm
from schakel.people.forms import TextField


class AgainForm(CreatingForm):
    """Under which kind of approach, about whom, and why it is necessary again."""

    regime = forms.ChoiceField(label=_("Kind of approach"), widget=forms.RadioSelect)
    people = forms.MultipleChoiceField(
        label=_("About whom"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_(
            "Only whom you tick comes along: who they are, and whether an address is secret. The rest is asked anew."
        ),
    )  # fmt: skip
    reason = TextField(
        rows=5, max_length=LONGEST, label=_("Why is a new test necessary?"),
        help_text=_("What happens now? These words begin the new referral; the earlier case does not keep them."),
    )  # fmt: skip

    def __init__(self, *args, ways, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.ways = {str(regime.pk): (regime, disclosure) for regime, disclosure in ways}
        self.persons = by_id(people)
        self.fields["regime"].choices = [(key, str(regime)) for key, (regime, _disclosure) in self.ways.items()]
        self.fields["regime"].initial = next(iter(self.ways), None)
        self.fields["people"].choices = person_choices(people)
        self.fields["people"].initial = list(self.persons)
        if not people:
            del self.fields["people"]

    def read(self):
        regime, disclosure = self.ways[self.cleaned_data["regime"]]
        people = [self.persons[one] for one in self.cleaned_data.get("people", [])]
        rest = {"reason": self.cleaned_data["reason"], "key": self.cleaned_data["once"]}
        return rest | {"regime": regime, "disclosure": disclosure, "people": people}
