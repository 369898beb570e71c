"""What is asked when a document is brought, replaced or taken back, or a letter is made."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.cases.forms import LONGEST, by_id, choices, person_choices
from schakel.cases.models import Contribution
from schakel.cases.rules import RUNNING
from schakel.design.forms import CreatingForm, Form
from schakel.houses.texts import KINDS
from schakel.paper.typesetting import unprintable
from schakel.people.forms import LineField, TextField

from .checking.kinds import ACCEPTED, BY_ENDING, LARGEST, MEGABYTE
from .letters import TO_PERSONS, hint_for

SITUATION, EVERYBODY, NAMED = "situation", "everybody", "named"


class PaperField(forms.FileField):
    """A file; its bytes are judged by the act, whose refusal stands on the form."""

    words = {"required": _("Choose a file. One that is too large does not arrive.")}

    def __init__(self):
        limit = LARGEST // MEGABYTE
        super().__init__(
            label=_("File"), allow_empty_file=True, max_length=None,
            help_text=_("{endings}; at most {limit} MB. Without a password.").format(endings=ACCEPTED, limit=limit),
            widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in BY_ENDING)}),
        )  # fmt: skip


class FileForm(CreatingForm):
    """One file and what it is."""

    paper = PaperField()
    subject = LineField(
        label=_("What is it?"), required=False, max_length=200,
        help_text=_("A few words, for who takes part. They are kept like what is in the document."),
    )  # fmt: skip

    def read_paper(self):
        paper = self.cleaned_data["paper"]
        return {
            "key": self.cleaned_data["once"], "name": paper.name, "content": paper.read(),
            "subject": self.cleaned_data["subject"],
        }  # fmt: skip


class DocumentForm(FileForm):
    """A file, about whom, for whom and what others may do with it."""

    about = forms.MultipleChoiceField(label=_("About whom"), widget=forms.CheckboxSelectMultiple)
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

    def __init__(self, *args, case, circle, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = by_id([] if case.is_area else circle.persons)
        self.own = by_id({seat.capacity for seat in seats})
        self.seated = by_id(sorted({seat.capacity for seat in circle}, key=str))
        situation = [(SITUATION, _("the situation as a whole"))] if any(seat.whole_case for seat in seats) else []
        self.fields["about"].choices = about = person_choices(self.persons.values()) + situation
        if len(about) == 1:
            self.fields["about"].initial = [about[0][0]]
        self.fields["audience"].choices = choices(one for key, one in self.seated.items() if key not in self.own)
        self.fields["capacity"].choices = choices(self.own.values())
        if len(self.own) < 2:
            del self.fields["capacity"]

    def clean(self):
        values = super().clean()
        if SITUATION in values.get("about", []) and len(values["about"]) > 1:
            self.add_error("about", _("Choose persons or the situation, not both."))
        if values.get("reach") == NAMED and not values.get("audience") and "audience" not in self.errors:
            self.add_error("audience", _("Tick at least one organisation."))
        return values

    def read(self):
        """What the act takes."""
        values = self.cleaned_data
        named = values["audience"] if values["reach"] == NAMED else []
        return self.read_paper() | {
            "people": [self.persons[one] for one in values["about"] if one != SITUATION], "use": values["use"],
            "audience": [self.seated[one] for one in named],
            "capacity": self.own.get(values.get("capacity")) or next(iter(self.own.values())),
        }  # fmt: skip


class RecallForm(Form):
    reason = TextField(rows=4, max_length=LONGEST, label=_("Why is it recalled?"))


class LetterForm(CreatingForm):
    """Which letter of the house, to whom."""

    kind = forms.ChoiceField(
        label=_("Which letter?"), widget=forms.RadioSelect, initial=TO_PERSONS[0],
        choices=[(key, KINDS[key].label) for key in TO_PERSONS],
    )  # fmt: skip
    person = forms.ChoiceField(label=_("To whom?"), widget=forms.RadioSelect)
    name = LineField(
        label=_("How is this person addressed?"), max_length=120,
        help_text=_("As it stands in the letter, for example: mevrouw De Boer"),
    )  # fmt: skip

    def __init__(self, *args, people, where, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = by_id(people)
        self.fields["person"].choices = person_choices(people)
        self.fields["person"].choice_hints = {str(one.pk): hint_for(one, where[one.pk]) for one in people}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if unprintable(name):
            raise forms.ValidationError(_("Write the name in Latin letters, as on an identity document."))
        return name

    def read(self):
        values = self.cleaned_data
        return {
            "kind": values["kind"], "person": self.persons[values["person"]], "name": values["name"],
            "key": values["once"],
        }  # fmt: skip


class InvitationForm(CreatingForm):
    """Which organisation of the circle is invited."""

    seat = forms.ChoiceField(label=_("Which organisation?"), widget=forms.RadioSelect)

    def __init__(self, *args, circle, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = by_id(seat for seat in circle if seat.role not in RUNNING)
        self.fields["seat"].choices = [(key, str(seat.capacity)) for key, seat in self.seats.items()]
        self.fields["seat"].choice_hints = {key: _takes_part(seat) for key, seat in self.seats.items()}

    def read(self):
        return {"seat": self.seats[self.cleaned_data["seat"]], "key": self.cleaned_data["once"]}


def _takes_part(seat):
    return _("Somebody takes part already.") if seat.sitting else _("Nobody takes part yet.")
