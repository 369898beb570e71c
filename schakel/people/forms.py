"""Asking for a person: names the Dutch way, dates as far as they are known, a number that is never shown again."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, EditingForm, NeverShownAgain

from .citizen_number import CitizenNumberError, normalised
from .dates import DateError, check_birth, check_death, parse_input, parse_registry
from .models import Person
from .names import PREDICATES, TITLES, is_no_name
from .text import TextError, clean_line, clean_text

NAMES = ["given_names", "noble_title", "prefix", "surname", "name_use", "partner_prefix", "partner_surname"]
ADDRESS = ["lines", "postcode", "place"]
LONGEST_TEXT = 20_000  # characters; about eight pages
UNKNOWN = "00000000"  # there is a date, and nobody knows it


class LineField(forms.CharField):
    """A name or another short text, without what cannot be kept and with single spaces."""

    def to_python(self, value):
        try:
            return clean_line(super().to_python(value))
        except TextError as error:
            raise ValidationError(str(error), code="text") from None


class TextField(forms.CharField):
    """A piece of text, several lines, without what cannot be kept."""

    def __init__(self, rows=6, **kwargs):
        kwargs.setdefault("max_length", LONGEST_TEXT)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        try:
            return clean_text(super().to_python(value).replace("\r\n", "\n"), lines=True)
        except TextError as error:
            raise ValidationError(str(error), code="text") from None


class PartialDateField(LineField):
    """A date as far as it is known: 12-11-1999, 11-1999 or 1999; the value is eight digits, or nothing."""

    def __init__(self, **kwargs):
        hint = _("As far as it is known: 12-11-1999, 11-1999 or 1999")
        super().__init__(**{"required": False, "max_length": 20, "help_text": hint} | kwargs)
        self.widget.attrs |= {"class": "input--date", "autocomplete": "off"}

    def to_python(self, value):
        typed = super().to_python(value)
        if typed.lower() == str(_("unknown")):
            return UNKNOWN
        try:
            date = parse_input(typed)
        except DateError as error:
            raise ValidationError(str(error), code="date") from None
        return date.as_registry() if date else ""

    def prepare_value(self, value):
        """Eight digits come from a file; anything else is what somebody typed."""
        if isinstance(value, str) and len(value) == 8 and value.isdigit():
            return _as_typed(value)
        return value


class CitizenNumberField(LineField):
    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=30, widget=NeverShownAgain, **kwargs)
        self.widget.attrs |= {"class": "input--short", "inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value):
        try:
            text = super().to_python(value)
            return normalised(text) if text else ""
        except CitizenNumberError as error:
            raise ValidationError(str(error), code="number") from None


class PersonFields(forms.Form):
    """What a file asks about a person; the acts take it by `read_names()`, `read_address()` and `read_number()`."""

    laid_out = "people/person_form.html"

    given_names = LineField(label=_("Given names"), required=False, max_length=200)
    prefix = LineField(label=_("Prefix"), required=False, max_length=20, help_text=_("For example: van de, el, von"))
    surname = LineField(label=_("Surname"), required=False, max_length=200)
    nameless = forms.BooleanField(
        label=_("The name is not known, or only in part"), required=False,
        help_text=_("Leave empty what is not known and make nothing up. Lists then say: unknown man, woman or person."),
    )  # fmt: skip
    partner_prefix = LineField(label=_("Prefix of the partner's name"), required=False, max_length=20)
    partner_surname = LineField(label=_("Partner's surname"), required=False, max_length=200)
    name_use = forms.ChoiceField(
        label=_("Name in use"), choices=Person.NameUse, initial=Person.NameUse.OWN, required=False
    )
    noble_title = forms.ChoiceField(label=_("Noble title"), required=False)
    birth_date = PartialDateField(label=_("Date of birth"))
    death_date = PartialDateField(
        label=_("Date of death"),
        help_text=_('Only when this person has died; write "unknown" when the date is not known'),
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=Person.Gender, initial=Person.Gender.UNKNOWN, required=False)
    citizen_number = CitizenNumberField(
        label=_("Citizen service number"),
        help_text=_("Nine digits. It goes into a vault and is never shown again: after an error, type it once more."),
    )  # fmt: skip
    lines = LineField(label=_("Street and number"), required=False, max_length=300)
    postcode = LineField(label=_("Postcode"), required=False, max_length=10)
    place = LineField(label=_("Town"), required=False, max_length=120)
    secret_address = forms.BooleanField(
        label=_("This address is secret"),
        required=False,
        help_text=_("In a case only you and the house see it. Everybody sees that there is a secret address."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        titles = sorted((TITLES | PREDICATES).items(), key=lambda pair: pair[1])
        self.fields["noble_title"].choices = [("", _("none")), *titles]

    def clean(self):
        values = super().clean()
        self._check_names(values)
        self._check_dates(values)
        if values.get("postcode") and not (values.get("lines") or values.get("place")):
            self.add_error("lines", _("Say the street and number as well, or the town."))
        return values

    def read_names(self):
        """Names, dates, gender and secrecy: the fields of a Person."""
        values = {name: self.cleaned_data[name] for name in [*NAMES, "birth_date", "death_date", "secret_address"]}
        values["name_use"] = values["name_use"] or Person.NameUse.OWN
        return values | {"gender": self.cleaned_data["gender"] or Person.Gender.UNKNOWN}

    def read_address(self):
        """The fields of an Address; None when none was filled in."""
        values = {name: self.cleaned_data[name] for name in ADDRESS}
        return values if any(values.values()) else None

    def read_number(self):
        return self.cleaned_data["citizen_number"]

    def _check_names(self, values):
        names = {name: values.get(name) or "" for name in ("given_names", "surname")}
        for name in (name for name, typed in names.items() if is_no_name(typed)):
            self.add_error(name, _("This is no name. Leave it empty and say that the name is not known."))
        if not any(names.values()) and not values.get("nameless") and not self.errors.keys() & names:
            self.add_error("surname", _("Fill in a surname or a given name, or say that the name is not known."))
        if values.get("name_use", "") not in ("", Person.NameUse.OWN) and not values.get("partner_surname"):
            self.add_error("partner_surname", _("Whoever uses the partner's name needs the partner's surname here."))

    def _check_dates(self, values):
        today, birth, death = timezone.localdate(), values.get("birth_date"), values.get("death_date")
        checks = [
            ("birth_date", birth, lambda: check_birth(parse_registry(birth), today)),
            ("death_date", death, lambda: check_death(parse_registry(death), parse_registry(birth or ""), today)),
        ]
        for field, given, check in checks:
            try:
                if given:
                    check()
            except DateError as error:
                self.add_error(field, str(error))


class NewPersonForm(PersonFields, CreatingForm):
    role = forms.ChoiceField(
        label=_("What this person is here"),
        choices=Person.Role,
        widget=forms.RadioSelect,
        initial=Person.Role.SUBJECT,
    )


class ChangedPersonForm(PersonFields, EditingForm):
    pass


def values_of(person, address=None):
    """What a form about this person starts with; never the number."""
    values = {name: getattr(person, name) for name in Person.CORRECTABLE} | {"edition": person.edition}
    values["nameless"] = not (person.given_names or person.surname)
    if address:
        values |= {"lines": ", ".join(address.lines.splitlines()), "postcode": address.postcode, "place": address.place}
    return values


def _as_typed(digits):
    try:
        date = parse_registry(digits)
    except DateError:
        return digits
    return date.as_input() or str(_("unknown"))
