"""Forms as we ask: NL Design System classes on every input, and errors that say what to do."""

import re
import uuid
from datetime import date, time

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils import formats
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, override

CLASSES = (
    (forms.CheckboxSelectMultiple | forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.RadioSelect, "utrecht-radio-button utrecht-radio-button--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.FileInput, "input--file"),
    (forms.NumberInput, "utrecht-textbox utrecht-textbox--html-input input--number"),
    (
        forms.TextInput | forms.PasswordInput | forms.EmailInput | forms.URLInput,
        "utrecht-textbox utrecht-textbox--html-input",
    ),
)
CHOICES = forms.ChoiceField | forms.ModelChoiceField
MESSAGES = {
    "required": _("Fill in this field."),
    "invalid": _("This value cannot be read. Look at the example."),
    "invalid_choice": _("Choose one of the possibilities shown."),
    "invalid_list": _("Choose one or more of the possibilities shown."),
    "invalid_pk_value": _("Choose one of the possibilities shown."),
    "max_length": ngettext_lazy(
        "Use at most %(limit_value)d character; there are %(show_value)d now.",
        "Use at most %(limit_value)d characters; there are %(show_value)d now.",
        "limit_value",
    ),
    "min_length": ngettext_lazy(
        "Use at least %(limit_value)d character.", "Use at least %(limit_value)d characters.", "limit_value"
    ),
    "min_value": _("Use a number of %(limit_value)s or more."),
    "max_value": _("Use a number of %(limit_value)s or less."),
    "null_characters_not_allowed": _("This text holds a character that cannot be kept. Type it again without."),
    "missing": _("The file did not arrive. Choose it again."),
    "empty": _("The file is empty."),
}
UNCHOSEN = "---------"  # what Django shows where nothing was chosen yet
UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def refuse_unkeepable(value):
    """Control characters and halves of characters cannot be stored, shown or printed."""
    if isinstance(value, str) and UNKEEPABLE.search(value):
        raise ValidationError(MESSAGES["null_characters_not_allowed"], code="null_characters_not_allowed")


def _dress(field):
    """Give one field its classes, its words and its refusal of what cannot be kept."""
    widget = field.widget
    name = next((name for kind, name in CLASSES if isinstance(widget, kind)), "")
    widget.attrs["class"] = f"{widget.attrs.get('class', '')} {name}".strip()
    own = getattr(field, "words", {})
    field.error_messages.update(
        {code: own.get(code, MESSAGES[code]) for code in field.error_messages if code in MESSAGES}
    )
    for code in ("max_length", "min_length", "min_value", "max_value"):
        field.error_messages.setdefault(code, MESSAGES[code])
    if isinstance(field, forms.ModelChoiceField) and field.empty_label == UNCHOSEN:
        field.empty_label = _("Choose …")
    if isinstance(field, CHOICES) or isinstance(widget, forms.CheckboxInput):
        field.error_messages["required"] = _("Make a choice.")
    if isinstance(field, forms.CharField):
        kept = [check for check in field.validators if not isinstance(check, ProhibitNullCharactersValidator)]
        field.validators = [*kept, refuse_unkeepable]


class Designed:
    """A form in our design: `class ReferralForm(Designed, forms.Form)`."""

    use_required_attribute = False  # our own summary of errors speaks, not the browser's bubbles

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._dress_all()

    def __getitem__(self, name):
        self._dress_all()
        return super().__getitem__(name)

    def full_clean(self):
        self._dress_all()
        super().full_clean()

    def _dress_all(self):
        """Also what a form added to itself; each once, so that words it chose afterwards stay."""
        for field in self.fields.values():
            if not hasattr(field, "dressed"):
                _dress(field)
                field.dressed = True


class Form(Designed, forms.Form):
    """A plain form in our design."""


class CreatingForm(Form):
    """A form that makes one thing: the hidden `once` becomes its key, so sending it twice makes it once."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class NeverShownAgain(forms.TextInput):
    """An input that keeps nothing of what was typed into it."""

    def get_context(self, name, value, attrs):
        return super().get_context(name, None, attrs)


class EditingForm(Form):
    """A form that changes one thing: the hidden `edition` tells which version was on the screen."""

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def overtaken(self, saved):
        """Somebody else was first: of each field its label, what was typed and what stands now.

        `saved` are the values with which a form begins. What was typed stays; sent again, it replaces what stands now.
        """
        self.data = self.data.copy()
        self.data[self.add_prefix("edition")] = saved["edition"]
        shown = [one for one in self.visible_fields() if not isinstance(one.field.widget, NeverShownAgain)]
        return [
            (one.label, _in_words(one.field, one.value()), _in_words(one.field, saved[one.name]))
            for one in shown
            if one.name in saved
        ]


def _in_words(field, value):
    """A value as one reads it on a page."""
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_in_words(field, one) for one in value)
    chosen = {str(key): label for key, label in getattr(field, "choices", ())}
    return str(chosen.get(str(value)) or field.prepare_value(value) or "")


def _month_numbers():
    """Dutch and English names of the months, whole and cut to three letters."""
    names = {}
    for language in ("nl", "en"):
        with override(language):
            names |= {str(name).lower(): number for number, name in MONTHS.items()}
    short = {name[:3]: number for name, number in names.items()}
    return short | names | {"mrt": 3, "sept": 9}


def read_day(text):
    """A day as people write it: 12-11-2026, 12 november 2026 or 2026-11-12. Two-digit years are not guessed."""
    text = " ".join(text.lower().split())
    if iso := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text):
        year, month, day = iso.groups()
    elif dutch := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text):
        day, month, year = dutch.groups()
    elif words := re.fullmatch(r"(?:[a-z]+ )?([0-9]{1,2}) ([a-z]+)\.? ([0-9]{4})", text):
        day, month, year = words[1], _month_numbers().get(words[2]), words[3]
    else:
        month = None
    if month is None:
        raise ValidationError(_("Write the date as 12-11-2026."), code="invalid")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValidationError(_("This date does not exist."), code="invalid") from None


class DayField(forms.Field):
    """A date that one may write as one is used to."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example 12-11-2026"))
        super().__init__(**kwargs)
        self.widget.attrs |= {"class": "input--date", "autocomplete": "off"}

    def prepare_value(self, value):
        return formats.date_format(value, "d-m-Y") if isinstance(value, date) else value

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, date):
            return value or None
        day = read_day(str(value))
        if not 1850 <= day.year <= 2200:
            raise ValidationError(_("Is the year right? Write it in four digits."), code="invalid")
        return day


class ClockField(forms.Field):
    """A time of day: 10.15, 10:15 or 10.15 uur."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example 10.15"))
        super().__init__(**kwargs)
        self.widget.attrs |= {"class": "input--short", "autocomplete": "off"}

    def prepare_value(self, value):
        return value.strftime("%H.%M") if isinstance(value, time) else value

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, time):
            return value or None
        read = re.fullmatch(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?: ?uur)?", str(value).strip().lower())
        if not read or int(read[1]) > 23 or int(read[2] or 0) > 59:
            raise ValidationError(_("Write the time as 10.15."), code="invalid")
        return time(int(read[1]), int(read[2] or 0))
