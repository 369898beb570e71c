"""Asking for what holds for a person: frames, informing, alerts, relations, authority, hidden addresses.

For referrals and cases alike. Every form is made with the persons and capacities to choose from; `read()` gives what
its act takes, the key included.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, EditingForm, Form

from .forms import LineField, PartialDateField, TextField
from .lists import FRAME_KINDS, POSTPONEMENT_GROUNDS
from .models import Informing, Relation
from .showing import display_name, life_line

LONGEST = 4_000  # characters
SITUATION = "situation"


def person_choices(people):
    return [(str(person.pk), f"{display_name(person)} · {life_line(person)}") for person in people]


class AboutAPerson(CreatingForm):
    """About whom, and from which organisation; what leaves no choice is not asked."""

    person = forms.ChoiceField(label=_("About whom"))
    capacity = forms.ChoiceField(label=_("From which organisation"))
    passed_on = ()  # what the act takes as it was typed

    def __init__(self, *args, people, capacities, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = {str(one.pk): one for one in people}
        self.capacities = {str(one.pk): one for one in capacities}
        self.fields["person"].choices = [("", _("Choose a person")), *person_choices(people)]
        self.fields["capacity"].choices = [(key, str(one)) for key, one in self.capacities.items()]
        if person:
            self.fields["person"].initial = str(person.pk)
        if len(capacities) == 1:
            self.fields["capacity"].widget = forms.HiddenInput()
            self.fields["capacity"].initial = next(iter(self.capacities))

    def read(self):
        values = self.cleaned_data
        chosen = {"person": self.persons.get(values["person"]), "capacity": self.capacities[values["capacity"]]}
        return chosen | {"key": values["once"]} | {name: values[name] for name in self.passed_on}


class FrameFields(forms.Form):
    kind = forms.ChoiceField(label=_("What holds"))
    authority = LineField(label=_("Who decided so"), required=False, max_length=200)
    since = PartialDateField(label=_("Since"))
    until = DayField(
        label=_("Until and including"), required=False, help_text=_("Its end is warned of. Empty: without an end.")
    )
    conditions = TextField(label=_("Conditions"), rows=4, required=False, max_length=LONGEST)

    def choose_from(self, kinds, known=""):
        """The list of the house; what stands there already stays possible."""
        kinds = [str(kind) for kind in (kinds or FRAME_KINDS)]
        kinds += [known] if known and known not in kinds else []
        self.fields["kind"].choices = [("", _("Choose …")), *((kind, kind) for kind in kinds)]

    def clean(self):
        values = super().clean()
        since, until = values.get("since"), values.get("until")
        if since and until and since[:4] > f"{until.year:04}":
            self.add_error("until", _("The end lies before the beginning."))
        return values


class FrameForm(FrameFields, AboutAPerson):
    """A legal frame with its end."""

    passed_on = ("kind", "authority", "since", "until", "conditions")
    field_order = ["person", "capacity", *passed_on]

    def __init__(self, *args, kinds=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.choose_from(kinds)


class FrameCorrectionForm(FrameFields, EditingForm):
    """What was wrong about a frame."""

    def __init__(self, *args, kinds=(), frame, **kwargs):
        super().__init__(*args, initial=values_of_frame(frame), **kwargs)
        self.choose_from(kinds, known=frame.kind)

    def read(self):
        return {name: self.cleaned_data[name] for name in (*FrameForm.passed_on, "edition")}


class FrameEndForm(Form):
    on = DayField(label=_("Ended on"))

    def read(self):
        return {"on": self.cleaned_data["on"]}


class InformForm(AboutAPerson):
    """That a person was told, by whom, when and how."""

    moment = forms.ChoiceField(label=_("At which moment"), choices=Informing.Moment, widget=forms.RadioSelect)
    on_day = DayField(label=_("On"))
    how = forms.ChoiceField(label=_("How"), choices=Informing.How, widget=forms.RadioSelect)
    language = LineField(
        label=_("In which language"),
        required=False,
        max_length=60,
        help_text=_("And whether an interpreter helped."),
    )
    who = LineField(label=_("By whom"), max_length=200, help_text=_("Name and function, on behalf of everybody."))
    said = TextField(
        label=_("What was said"),
        rows=4,
        max_length=LONGEST,
        help_text=_("About this person only: nothing that somebody else said, above all no victim."),
    )
    passed_on = ("moment", "on_day", "how", "language", "who", "said")
    field_order = ["person", "capacity", *passed_on]


class PostponeForm(AboutAPerson):
    """Why a person is not informed yet, and until when."""

    moment = forms.ChoiceField(label=_("At which moment"), choices=Informing.Moment, widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=_("Ground for waiting"))
    why = TextField(
        label=_("Why"),
        rows=4,
        max_length=LONGEST,
        help_text=_("About this person only: nothing that somebody else said, above all no victim."),
    )
    who = LineField(label=_("Who decided so"), max_length=200)
    until = DayField(label=_("Until and including"), help_text=_("Then the question comes back."))
    passed_on = ("moment", "ground", "why", "who", "until")
    field_order = ["person", "capacity", *passed_on]

    def __init__(self, *args, grounds=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [
            ("", _("Choose …")), *((str(one), str(one)) for one in (grounds or POSTPONEMENT_GROUNDS))
        ]  # fmt: skip


class AlertForm(AboutAPerson):
    """What professionals must know to be safe, from whom, and until when."""

    text = TextField(label=_("What must professionals know to be safe?"), rows=3, max_length=1_000)
    until = DayField(label=_("Until and including"), help_text=_("There is no alert without an end."))
    passed_on = ("text", "until")
    field_order = ["person", "capacity", *passed_on]

    def __init__(self, *args, situation=True, **kwargs):
        super().__init__(*args, **kwargs)
        if situation:
            self.fields["person"].choices = [*self.fields["person"].choices, (SITUATION, _("the situation as a whole"))]


class RelationForm(CreatingForm):
    """How two persons are related; who has parental authority is asked apart."""

    person = forms.ChoiceField(label=_("Who"))
    kind = forms.ChoiceField(label=_("Relation"), choices=Relation.Kind)
    other = forms.ChoiceField(label=_("Of or with whom"))
    label = LineField(
        label=_("In your own words"),
        required=False,
        max_length=60,
        help_text=_("For another relation: neighbour, coach"),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = {str(one.pk): one for one in people}
        for name in ("person", "other"):
            self.fields[name].choices = [("", _("Choose a person")), *person_choices(people)]

    def clean(self):
        values = super().clean()
        if values.get("person") and values.get("person") == values.get("other"):
            self.add_error("other", _("Choose two different persons."))
        if values.get("kind") == Relation.Kind.OTHER and not values.get("label"):
            self.add_error("label", _("Say in a word what the relation is."))
        return values

    def read(self):
        values = self.cleaned_data
        label = values["label"] if values["kind"] == Relation.Kind.OTHER else ""
        pair = {name: self.persons[values[name]] for name in ("person", "other")}
        return pair | {"kind": values["kind"], "label": label, "key": values["once"]}


class AuthorityForm(CreatingForm):
    """Who has parental authority over a child: somebody of this file, or an institution."""

    person = forms.ChoiceField(label=_("Over whom"))
    holder = forms.ChoiceField(label=_("Who has parental authority"), required=False)
    institution = LineField(
        label=_("Or an institution"), required=False, max_length=200, help_text=_("Its name, when it has guardianship.")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = {str(one.pk): one for one in people}
        self.fields["person"].choices = [("", _("Choose a person")), *person_choices(people)]
        self.fields["holder"].choices = [("", _("nobody of this file")), *person_choices(people)]

    def clean(self):
        values = super().clean()
        if bool(values.get("holder")) == bool(values.get("institution")) and not self.errors:
            self.add_error("holder", _("Choose a person of this file, or name an institution: one of the two."))
        return values

    def read(self):
        values = self.cleaned_data
        facts = {"person": self.persons[values["person"]], "holder": self.persons.get(values["holder"])}
        return facts | {"institution": values["institution"], "key": values["once"]}


class HideAddressForm(Form):
    """Who may still know where somebody lives."""

    capacities = forms.MultipleChoiceField(
        label=_("Who may know this address, beside the house?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody who sees this person reads that there is a secret address, and no more."),
    )

    def __init__(self, *args, capacities, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in capacities}
        self.fields["capacities"].choices = [(key, str(one)) for key, one in self.known.items()]

    def read(self):
        return {"capacities": [self.known[key] for key in self.cleaned_data["capacities"]]}


def values_of_frame(frame):
    """What a correction begins with; its words were revealed."""
    return {name: getattr(frame, name) for name in (*FrameForm.passed_on, "edition")}
