"""What the triage asks, of organisations, of the referrer and of itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import ClockField, CreatingForm, DayField, EditingForm, Form
from schakel.network.models import Appointment, Organisation, Professional
from schakel.network.roles import who_hold, who_hold_each
from schakel.people.forms import LineField, TextField
from schakel.people.models import Person
from schakel.people.nameless import Nameless, NamelessField
from schakel.people.showing import display_name, life_line
from schakel.referrals.forms import YES_NO, ByCriterion
from schakel.referrals.models import Decision

from .contacts import contacts_of
from .replies import answers_for


class AssessForm(Nameless, ByCriterion, CreatingForm, EditingForm):
    """The triage's judgement: each criterion with its reason, an outcome, an answer."""

    outcome = forms.ChoiceField(label=_("What is your decision?"), choices=Decision.Outcome, widget=forms.RadioSelect)
    director = forms.ModelChoiceField(
        label=_("Process director"), queryset=None, required=False, empty_label=_("choose when it becomes a case")
    )
    support = forms.ModelChoiceField(label=_("Process support"), queryset=None, required=False, empty_label=_("nobody"))
    answer = TextField(
        label=_("Answer to the referrer"),
        help_text=_("The referrer and the named contact read this, and your reasons per criterion."),
    )
    advice = NamelessField(
        label=_("Advice that stays"), rows=2, required=False, max_length=500,
        help_text=_("When it becomes no case everything is destroyed but this: a few words in which nobody is found."),
    )  # fmt: skip

    def __init__(self, *args, referral, **kwargs):
        super().__init__(*args, regime=referral.regime, **kwargs)
        roles = Appointment.Role
        held = who_hold_each(referral.house, roles.PROCESS_DIRECTOR, roles.SUPPORT)
        for name, role in (("director", roles.PROCESS_DIRECTOR), ("support", roles.SUPPORT)):
            field = self.fields[name]
            field.queryset = who_hold(referral.house, role)  # asked for what is chosen only
            field.choices = [("", field.empty_label), *((one.pk, one.name) for one in held[role])]

    def fields_about(self, criterion):
        met = forms.ChoiceField(label=_("Is this criterion met?"), choices=YES_NO, widget=forms.RadioSelect)
        return {
            f"met_{criterion.number}": met,
            f"ground_{criterion.number}": TextField(label=_("Why?"), rows=2),
        }

    def _met(self, criterion):
        return self.cleaned_data[f"met_{criterion.number}"] == "yes"

    def clean(self):
        values = super().clean()
        if (
            values.get("outcome") == Decision.Outcome.CASE
            and not values.get("director")
            and "director" not in self.errors
        ):
            self.add_error("director", _("A case needs a process director: choose one."))
        return values


class KnownForm(CreatingForm):
    """One organisation, whom it is about, and why this organisation."""

    contact = forms.ChoiceField(
        label=_("Which organisation?"),
        help_text=_("One at a time, through its named contact. A question is a disclosure: ask only who may matter."),
    )
    persons = forms.ModelMultipleChoiceField(
        label=_("About whom?"), queryset=None, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only the name and date of birth of whom you choose are shown, nothing else of the referral."),
    )  # fmt: skip
    reason = TextField(label=_("Why this organisation?"), rows=3, max_length=1000)

    def __init__(self, *args, referral, persons, **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = {str(one.pk): one for one in contacts_of(referral)}
        choices = [(key, f"{one.organisation} – {one.professional.name}") for key, one in self.contacts.items()]
        self.fields["contact"].choices = [("", _("Choose …")), *choices]
        self.fields["persons"].queryset = Person.objects.filter(file_id=referral.pk)
        self.fields["persons"].label_from_instance = str_of

    def clean_contact(self):
        return self.contacts[self.cleaned_data["contact"]]


class AnonymousForm(Nameless, Form):
    """A text without anybody in it, and for each organisation why it is asked."""

    laid_out = "triage/anonymous_fields.html"

    text = NamelessField(label=_("The question, without anybody in it"), rows=6, max_length=3000)

    def __init__(self, *args, referral, persons, **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = list(contacts_of(referral))
        for field in self.fields.values():
            field.persons = persons
        for one in self.contacts:
            field = NamelessField(
                label=f"{one.organisation} – {one.professional.name}", rows=2, max_length=500, required=False
            )
            field.persons = persons
            field.widget.attrs["class"] = "utrecht-textarea utrecht-textarea--html-textarea"
            self.fields[f"reason_{one.pk.hex}"] = field
        self.order_fields(["text", *(name for name in self.fields if name.startswith("reason_")), "nobody"])

    def reasons(self):
        """The fields of the organisations, for the template."""
        return [self[name] for name in self.fields if name.startswith("reason_")]

    def read_asked(self):
        given = ((one, self.cleaned_data[f"reason_{one.pk.hex}"]) for one in self.contacts)
        return [(one.organisation, one.professional, reason) for one, reason in given if reason]

    def clean(self):
        values = super().clean()
        if not self.errors and not self.read_asked():
            raise forms.ValidationError(_("Say of at least one organisation why you ask it."))
        return values


class AnswerForm(CreatingForm):
    """What the asked contact answers."""

    given = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    note = TextField(
        label=_("Explanation"), rows=3, max_length=1000, required=False,
        help_text=_("Only the triage reads your answer. Write nothing that your secrecy forbids."),
    )  # fmt: skip

    def __init__(self, *args, kind, care, **kwargs):
        super().__init__(*args, **kwargs)
        answers = answers_for(kind, care)
        self.fields["given"].choices = [(key, words) for key, (words, _hint) in answers.items()]
        self.fields["given"].choice_hints = {key: hint for key, (_words, hint) in answers.items() if hint}


class QuestionForm(CreatingForm):
    text = TextField(label=_("What do you ask the referrer?"), rows=4, max_length=3000)


class ReplyForm(CreatingForm):
    text = TextField(label=_("Your answer"), rows=4, max_length=5000)


class MeetingForm(CreatingForm):
    """When and where the triage meets; what waits comes on the list."""

    day = DayField(label=_("Day"))
    clock = ClockField(label=_("Time"))
    place = LineField(label=_("Place"), required=False, max_length=120)


class AttendForm(Form):
    colleague = forms.ModelChoiceField(label=_("Who attends as well?"), queryset=None)

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        present = meeting.attendants.values("professional")
        partners = Organisation.objects.filter(partnerships__house=meeting.house_id)
        self.fields["colleague"].queryset = (
            Professional.objects.filter(organisation__in=partners)
            .exclude(pk__in=present)
            .select_related("organisation")
        )
        self.fields["colleague"].label_from_instance = lambda one: f"{one.name}, {one.organisation.short_name}"


class ConcludedForm(Form):
    concluded = TextField(label=_("What did you conclude?"), rows=3, max_length=3000, required=False)


def str_of(person):
    return f"{display_name(person)}, {life_line(person)}"
