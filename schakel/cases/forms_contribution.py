"""What is asked when something is brought in."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm
from schakel.people.dates import DateError, parse_registry
from schakel.people.forms import LineField, PartialDateField, TextField

from .forms import LONGEST, by_id, choices, person_choices
from .house_lists import life_domains, words_for
from .models import Contribution, SecrecyWeighing
from .rules import may_be_said

SITUATION = "situation"
EVERYBODY, NAMED = "everybody", "named"
KIND_HINTS = {
    "fact": _("What you or a colleague saw or established."),
    "estimate": _("What you think of it, and what that rests on. A fact and an estimate are two contributions."),
    "intended_step": _("What your organisation means to do."),
}


class ContributionForm(CreatingForm):
    """One piece of information: about whom, what, from whom and for whom."""

    about = forms.MultipleChoiceField(label=_("About whom"), widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(label=_("Kind"), choices=Contribution.Kind, widget=forms.RadioSelect)
    text = TextField(rows=5, max_length=LONGEST, label=_("What do you bring in?"))
    fact_date = PartialDateField(label=_("Date of the fact"), required=True)
    source = LineField(
        label=_("Source"), required=False, max_length=300, help_text=_("Who saw or said it, and how do you know?")
    )
    obtained = forms.ChoiceField(label=_("How was it obtained?"), required=False)
    reliability = forms.ChoiceField(label=_("How reliable is it?"), required=False)
    life_domain = forms.ChoiceField(label=_("Life domain"), required=False)
    use = forms.ChoiceField(
        label=_("What may others do with it?"), choices=Contribution.Use, widget=forms.RadioSelect,
        initial=Contribution.Use.HERE_ONLY,
    )  # fmt: skip
    reach = forms.ChoiceField(
        label=_("For whom is it?"), widget=forms.RadioSelect, initial=EVERYBODY,
        choices=[
            (EVERYBODY, _("everybody who takes part for these persons")), (NAMED, _("only the organisations I tick")),
        ],
    )  # fmt: skip
    audience = forms.MultipleChoiceField(label=_("Organisations"), widget=forms.CheckboxSelectMultiple, required=False)
    capacity = forms.ChoiceField(label=_("On behalf of"))
    spoken_by = LineField(
        label=_("With whom did you speak?"), required=False, max_length=200,
        help_text=_("Only when you write down what another organisation said: name, function, how and when."),
    )  # fmt: skip

    draft = forms.UUIDField(widget=forms.HiddenInput, required=False)
    ground = forms.ChoiceField(
        required=False, label=_("What does professional secrecy allow?"), choices=SecrecyWeighing.Ground,
        widget=forms.RadioSelect,
        help_text=_("You decide, Schakel does not. Only your own organisation reads this."),
    )  # fmt: skip
    reasoning = TextField(
        rows=3, max_length=LONGEST, required=False, label=_("How did you weigh that?"),
        help_text=_("Which consent, which duty, or why speaking outweighs silence here."),
    )  # fmt: skip

    def __init__(self, *args, case, circle, seats, people, runs, weighs=False, corrects=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.circle, self.runs, self.corrects = case, circle, runs, corrects
        self.persons, self.own = by_id(people), by_id({seat.capacity for seat in seats})
        self.seated = by_id(sorted({seat.capacity for seat in circle}, key=str))
        self._ask_about_whom(any(seat.whole_case for seat in seats))
        self._ask_for_whom()
        self._ask_from_lists()
        self.fields["kind"].choice_hints = KIND_HINTS
        if not weighs:
            del self.fields["ground"], self.fields["reasoning"]
        elif not runs:  # who runs the case may speak for others, whose weighing it is not
            self.fields["ground"].required = True
        if case.is_area:
            self.fields["text"].help_text = _(
                "About the area, never about persons. Citizen service numbers, telephone numbers, mail addresses, "
                "licence plates and names after a form of address are refused; other names are not recognised."
            )

    def _ask_about_whom(self, whole):
        about = person_choices(self.persons.values()) + ([(SITUATION, _("the situation as a whole"))] if whole else [])
        self.fields["about"].choices = about
        if len(about) == 1:
            self.fields["about"].initial = [about[0][0]]

    def _ask_from_lists(self):
        """The words of the house; one that is no longer in its list stays where it stood."""
        for name, words in (
            ("life_domain", life_domains(self.case)),
            ("obtained", words_for(self.case, "obtained")),
            ("reliability", words_for(self.case, "reliability")),
        ):
            kept = self.initial.get(name)
            words = [*words, kept] if kept and kept not in words else words
            self.fields[name].choices = [("", _("Choose …")), *((word, word) for word in words)]

    def _ask_for_whom(self):
        self.fields["audience"].choices = [pair for pair in choices(self.seated.values()) if pair[0] not in self.own]
        others = [one for key, one in self.seated.items() if key not in self.own]
        spoken_for = [*self.own.values(), *(others if self.runs else [])]
        self.fields["capacity"].choices = choices(spoken_for)
        if self.corrects or len(spoken_for) == 1:
            del self.fields["capacity"]
        if not self.runs or str(getattr(self.corrects, "pk", "")) in self.own:
            del self.fields["spoken_by"]

    def clean_fact_date(self):
        date = parse_registry(self.cleaned_data["fact_date"])
        if date.is_known and date.earliest() > timezone.localdate() and self.data.get("kind") == "fact":
            raise forms.ValidationError(_("A fact cannot lie in the future; what will happen is an intended step."))
        return self.cleaned_data["fact_date"]

    def clean(self):
        values = super().clean()
        self._check_about(values)
        self._check_audience(values)
        if self.on_behalf and not values.get("spoken_by") and "spoken_by" not in self.errors:
            self.add_error("spoken_by", _("Say with whom you spoke."))
        self._check_weighing(values)
        if not (verdict := may_be_said(self.case, values.get("text", ""), values.get("source", ""))):
            self.add_error("text", verdict.refusal)
        return values

    def _check_about(self, values):
        about = values.get("about", [])
        if SITUATION in about and len(about) > 1:
            self.add_error("about", _("Choose persons or the situation, not both."))

    def _check_weighing(self, values):
        """Asked of who brings in for their own organisation in care; whatever the answer, it is theirs."""
        if "ground" not in self.fields or self.on_behalf or "ground" in self.errors:
            return
        if not values.get("ground"):
            self.add_error("ground", _("Make a choice."))
        elif values["ground"] != SecrecyWeighing.Ground.NONE and not values.get("reasoning"):
            self.add_error("reasoning", _("Write down how you weighed it; only your own organisation reads it."))

    def _check_audience(self, values):
        if values.get("reach") != NAMED:
            values["audience"] = []
            return
        people = {self.persons[one].pk for one in values.get("about", []) if one in self.persons}
        unseated = [
            self.seated[one] for one in values.get("audience", []) if not self.circle.sees(self.seated[one].pk, people)
        ]
        if unseated:
            words = _("{organisation} takes no part for everybody this is about.")
            self.add_error("audience", words.format(organisation=", ".join(map(str, unseated))))
        elif not values.get("audience"):
            self.add_error("audience", _("Tick at least one organisation."))

    @property
    def speaker(self):
        """In what capacity this is brought in: the one that is corrected, the chosen one, or the only one."""
        chosen = self.cleaned_data.get("capacity", "")
        return self.corrects or self.seated.get(chosen) or next(iter(self.own.values()))

    @property
    def on_behalf(self):
        return str(self.speaker.pk) not in self.own

    def read(self):
        """What the act takes."""
        values = {
            name: self.cleaned_data[name]
            for name in ("kind", "text", "fact_date", "source", "obtained", "reliability", "life_domain", "use")
        }
        if self.cleaned_data.get("ground") and not self.on_behalf:
            values["weighing"] = {name: self.cleaned_data[name] for name in ("ground", "reasoning")}
        return values | {
            "people": [self.persons[one] for one in self.cleaned_data["about"] if one != SITUATION],
            "audience": [self.seated[one] for one in self.cleaned_data["audience"]],
            "spoken_by": self.cleaned_data.get("spoken_by", "") if self.on_behalf else "",
        }


def values_of(contribution):
    """What a correction starts with."""
    everybody = contribution.audience == [contribution.case_id]
    return {
        "about": [SITUATION] if contribution.concerns_the_whole else [str(one) for one in contribution.about],
        "kind": contribution.kind, "text": contribution.text, "fact_date": contribution.fact_date,
        "source": contribution.source, "obtained": contribution.obtained, "reliability": contribution.reliability,
        "life_domain": contribution.life_domain, "use": contribution.use,
        "reach": EVERYBODY if everybody else NAMED,
        "audience": [str(one) for one in contribution.audience], "spoken_by": contribution.spoken_by,
        "capacity": str(contribution.capacity_id),
    }  # fmt: skip


def versions_beside(form, saved):
    """Of each field its label, what was typed and what a colleague made of it meanwhile."""
    theirs = values_of(saved)
    shown = [one for one in form.visible_fields() if one.name in theirs]
    return [(one.label, _in_words(one.field, one.value()), _in_words(one.field, theirs[one.name])) for one in shown]


def _in_words(field, value):
    """A value as one reads it, one choice or several."""
    chosen = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(chosen.get(str(one), str(field.prepare_value(one) or "")) for one in values)


def readable_date(eight_digits):
    try:
        return str(parse_registry(eight_digits) or "")
    except DateError:
        return ""
