"""Asking whether a person was informed, or why that waits."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField
from schakel.people.forms import LineField, TextField
from schakel.people.models import Informing

TOLD, LATER = "told", "later"


class InformingFields(forms.Form):
    """Told: when, how, by whom, what. Not yet: why, and until when. The answer `""` is: not asked yet."""

    told = forms.ChoiceField(
        label=_("Was this person informed of the referral?"), widget=forms.RadioSelect, required=False,
        choices=[(TOLD, _("Yes")), (LATER, _("Not yet"))],
    )  # fmt: skip
    on_day = DayField(label=_("When?"), required=False)
    how = forms.ChoiceField(label=_("How?"), choices=[("", _("Choose …")), *Informing.How.choices], required=False)
    who = LineField(label=_("By whom?"), required=False, max_length=120)
    said = TextField(label=_("What was said?"), rows=3, required=False)
    ground = LineField(label=_("Why not yet?"), required=False, max_length=120)
    until = DayField(label=_("Postponed until"), required=False)

    def __init__(self, *args, grounds=(), **kwargs):
        if grounds:
            choices = [("", _("Choose …")), *((one, one) for one in grounds)]
            ground = forms.ChoiceField(label=_("Why not yet?"), choices=choices, required=False)
            self.base_fields = self.base_fields | {"ground": ground}
        super().__init__(*args, **kwargs)

    def clean(self):
        values = super().clean()
        asked = {TOLD: ("on_day", "how"), LATER: ("ground", "until")}.get(values.get("told"), ())
        for name in asked:
            if not values.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        today = timezone.localdate()
        if values.get("told") == TOLD and values.get("on_day") and values["on_day"] > today:
            self.add_error("on_day", _("This day has not come yet. Was it not done? Then choose “not yet”."))
        if values.get("told") == LATER and values.get("until") and values["until"] <= today:
            self.add_error("until", _("What is postponed comes back: choose a day after today."))
        return values

    def read_informing(self):
        """The arguments of `inform` or `postpone`, with `done`; nothing when it was not answered."""
        said = self.cleaned_data
        if not said.get("told"):
            return None
        names = ("on_day", "how", "who", "said") if said["told"] == TOLD else ("ground", "until", "who")
        return {name: said[name] for name in names} | {"done": said["told"] == TOLD}


class InformingForm(InformingFields, CreatingForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["told"].required = True
