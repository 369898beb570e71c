"""What one types to set up a house."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import ClockField, CreatingForm, DayField, EditingForm, Form
from schakel.network.models import Appointment, Capacity, House, Professional, Weekday

from .labels import LABELS
from .models import IntakeQuestion, Table
from .texts import KINDS, LONGEST, refuse_unfillable

UNCHOSEN = [("", _("Choose …"))]
MANY = forms.CheckboxSelectMultiple


def whole(name, high, low=0, **more):
    return forms.IntegerField(label=LABELS[name], min_value=low, max_value=high, **more)


def weekday(name, **more):
    return forms.TypedChoiceField(
        label=LABELS[name], choices=[*UNCHOSEN, *Weekday.choices], coerce=int, empty_value=None, **more
    )


class HouseForm(EditingForm):
    """How the triage works, what the house calls a working day, and what the public page says."""

    triage_way = forms.ChoiceField(label=LABELS["triage_way"], choices=House.Triage, widget=forms.RadioSelect)
    triage_workdays = whole("triage_workdays", 60, help_text=_("A choice of the house, not a term from a law."))
    list_closes_on = weekday("list_closes_on", required=False)
    list_closes_at = ClockField(label=LABELS["list_closes_at"], required=False)
    list_meets_on = weekday("list_meets_on", required=False)
    list_meets_at = ClockField(label=LABELS["list_meets_at"], required=False)
    urgent = forms.CharField(label=LABELS["urgent"], max_length=300, required=False)
    inquiries_at_once = whole("inquiries_at_once", 50)
    inquiries_at_most = whole("inquiries_at_most", 100)
    questions_stop_term = forms.BooleanField(label=LABELS["questions_stop_term"], required=False)
    answered_days = whole("answered_days", 365)
    good_friday = forms.BooleanField(label=LABELS["good_friday"], required=False)
    liberation_day = forms.ChoiceField(label=LABELS["liberation_day"], choices=House.LiberationDay)
    mail_hour = whole("mail_hour", 23)
    stall_weeks = whole("stall_weeks", 52, low=1)
    covenant_days = whole("covenant_days", 365)
    advice_months = whole("advice_months", 120, low=1)
    recall_again_days = whole("recall_again_days", 90, help_text=_("0: nobody is asked again."))
    motto = forms.CharField(label=LABELS["motto"], max_length=200, required=False)
    contact_point = forms.CharField(
        label=LABELS["contact_point"], max_length=1000, required=False, widget=forms.Textarea
    )

    def clean(self):
        values = super().clean()
        if values.get("triage_way") == House.Triage.LIST:
            for name in ("list_closes_on", "list_closes_at", "list_meets_on", "list_meets_at"):
                if values.get(name) is None and name not in self.errors:
                    self.add_error(name, gettext("A triage by list needs this."))
        return values


class DayForm(CreatingForm):
    """A day on which the house does not work."""

    day = DayField(label=LABELS["day"])
    reason = forms.CharField(label=LABELS["reason"], max_length=80, required=False)


class QuestionForm(CreatingForm):
    """A question of the house's own."""

    text = forms.CharField(label=LABELS["text"], max_length=200)
    help = forms.CharField(label=LABELS["help"], max_length=300, required=False)
    kind = forms.ChoiceField(label=LABELS["kind"], choices=IntakeQuestion.Kind)
    choices = forms.CharField(
        label=LABELS["choices"], max_length=2000, required=False, help_text=_("With a choice: one on each line."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    required = forms.BooleanField(label=LABELS["required"], required=False)
    regime = forms.ModelChoiceField(None, label=LABELS["regime"], required=False, empty_label=_("every approach"))

    def __init__(self, *args, house, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regime"].queryset = house.regimes.filter(takes_referrals=True)

    def clean_choices(self):
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines() if line.strip()]
        if any(len(line) > 120 for line in lines):
            raise ValidationError(gettext("One possibility has at most 120 characters."))
        return list(dict.fromkeys(lines))

    def clean(self):
        values = super().clean()
        if values.get("kind") == IntakeQuestion.Kind.CHOICE:
            if len(values.get("choices", ())) < 2:
                self.add_error("choices", gettext("Write at least two possibilities to choose from."))
        else:
            values["choices"] = []
        return values


class EntryForm(CreatingForm):
    """One more possibility in a list."""

    label = forms.CharField(label=_("New in this list"), max_length=120)


class TextForm(EditingForm):
    """One text of the house."""

    text = forms.CharField(label=_("Text"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 16}))

    def __init__(self, *args, key, **kwargs):
        super().__init__(*args, **kwargs)
        self.key = key
        if KINDS[key].word:
            self.fields["text"].widget.attrs["rows"] = 1

    def clean_text(self):
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        refuse_unfillable(self.key, text)
        return text


class TableForm(Form):
    """A standing table."""

    name = forms.CharField(label=LABELS["name"], max_length=80)
    regime = forms.ModelChoiceField(None, label=LABELS["regime"])
    rhythm = forms.ChoiceField(label=LABELS["rhythm"], choices=Table.Rhythm)
    weekday = weekday("weekday")
    begins = ClockField(label=LABELS["begins"])
    ends = ClockField(label=LABELS["ends"])
    place = forms.CharField(label=LABELS["place"], max_length=120, required=False)
    link = forms.URLField(label=LABELS["link"], required=False, assume_scheme="https")
    chair = forms.ModelChoiceField(None, label=LABELS["chair"], required=False, empty_label=_("not fixed"))
    standing = forms.ModelMultipleChoiceField(None, label=LABELS["standing"], required=False, widget=MANY)

    def __init__(self, *args, house, **kwargs):
        super().__init__(*args, **kwargs)
        staff = Appointment.objects.today().filter(house=house)
        partners = Capacity.objects.filter(organisation__partnerships__house=house).select_related("organisation")
        self.fields["regime"].queryset = house.regimes.all()
        self.fields["chair"].queryset = Professional.objects.filter(appointments__in=staff).distinct()
        self.fields["standing"].queryset = partners.distinct()

    def clean_standing(self):
        return [capacity.pk for capacity in self.cleaned_data["standing"]]

    def clean(self):
        values = super().clean()
        if values.get("begins") and values.get("ends") and values["begins"] >= values["ends"]:
            self.add_error("ends", gettext("A table ends after it begins."))
        return values


class CriterionForm(Form):
    """One criterion."""

    text = forms.CharField(label=_("Criterion"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    area = forms.BooleanField(label=_("Met alone, it makes a case about an area, without persons"), required=False)
