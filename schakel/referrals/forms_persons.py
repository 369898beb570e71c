"""What a referral asks about the persons beside their names: how they are related, what holds, what endangers."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField
from schakel.people.forms import LineField, PartialDateField, TextField
from schakel.people.models import Relation
from schakel.people.showing import display_name


class AboutPersons(CreatingForm):
    """A form in which one chooses among the persons of an opened referral."""

    def __init__(self, *args, persons, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = {str(one.pk): one for one in persons}
        choices = [(key, display_name(one)) for key, one in self.persons.items()]
        for name in ("person", "other"):
            if name in self.fields:
                self.fields[name].choices = [("", self.fields[name].empty), *choices]

    def chosen(self, name):
        return self.persons.get(self.cleaned_data[name])


class PersonChoice(forms.ChoiceField):
    """One of the persons of this referral; names stand in the page only."""

    def __init__(self, empty="", **kwargs):
        self.empty = empty or _("Choose …")
        super().__init__(**kwargs)


class RelationForm(AboutPersons):
    """Who is what to whom."""

    person = PersonChoice(label=_("Who?"))
    kind = forms.ChoiceField(label=_("is"), choices=[("", _("Choose …")), *Relation.Kind.choices])
    other = PersonChoice(label=_("whom?"))

    def clean(self):
        values = super().clean()
        if values.get("person") and values.get("person") == values.get("other"):
            self.add_error("other", _("Choose two different persons."))
        return values


class FrameForm(AboutPersons):
    """What holds for somebody in law, and until when."""

    person = PersonChoice(label=_("For whom?"))
    kind = LineField(label=_("What holds?"), max_length=120, help_text=_("For example: supervision order, area ban"))
    authority = LineField(label=_("Who decided or carries it out?"), max_length=200, required=False)
    since = PartialDateField(label=_("Since when"))
    until = DayField(label=_("Until when?"), required=False, help_text=_("Leave open when the end is not known"))
    conditions = TextField(label=_("Conditions that matter here"), rows=3, required=False)

    def __init__(self, *args, kinds=(), **kwargs):
        if kinds:
            choices = [("", _("Choose …")), *((one, one) for one in kinds)]
            self.base_fields = self.base_fields | {"kind": forms.ChoiceField(label=_("What holds?"), choices=choices)}
        super().__init__(*args, **kwargs)


class AlertForm(AboutPersons):
    """What colleagues should know for their own safety."""

    person = PersonChoice(label=_("About whom?"), empty=_("the situation"), required=False)
    text = TextField(label=_("What should colleagues know?"), rows=3, max_length=2000)
    until = DayField(label=_("Until when does this hold?"))

    def clean_until(self):
        if self.cleaned_data["until"] < timezone.localdate():
            raise ValidationError(_("An alert holds until a day: today or later."))
        return self.cleaned_data["until"]
