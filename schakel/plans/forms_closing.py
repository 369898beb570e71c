"""What is asked when a case closes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.cases.forms import LONGEST, by_id, choices
from schakel.design.forms import Form
from schakel.people.forms import LineField, TextField

from .models import Goal

ENDINGS = [choice for choice in Goal.Outcome.choices if choice[0] != Goal.Outcome.OPEN]
OTHERS = range(2)  # partners without a seat, beside those who sit there


class CloseForm(Form):
    """Why, what came of it, per goal how it ended, and which ordinary partner goes on with what."""

    reason = forms.ChoiceField(label=_("Reason"), widget=forms.RadioSelect)
    result = TextField(
        rows=5, max_length=LONGEST, label=_("Result"),
        help_text=_("What has changed for the people it is about? Also what was not reached."),
    )  # fmt: skip

    def __init__(self, *args, reasons, goals, seated, partners, **kwargs):
        super().__init__(*args, **kwargs)
        self.goals, self.seated, self.partners = goals, seated, by_id(partners)
        self.fields["reason"].choices = [(reason, reason) for reason in reasons]
        for goal in goals:
            self._ask_about(goal)
        for capacity in seated:
            self.fields[f"takes_{capacity.pk}"] = LineField(label=str(capacity), required=False, max_length=500)
        for number in OTHERS if partners else ():
            named = [("", _("Choose a partner")), *choices(partners)]
            self.fields[f"other_{number}"] = forms.ChoiceField(
                label=_("Another partner"), required=False, choices=named
            )
            self.fields[f"other_what_{number}"] = LineField(label=_("Goes on with"), required=False, max_length=500)

    def _ask_about(self, goal):
        ended = "" if goal.outcome == Goal.Outcome.OPEN else goal.outcome
        self.fields[f"edition_{goal.pk}"] = forms.IntegerField(widget=forms.HiddenInput, initial=goal.edition)
        self.fields[f"outcome_{goal.pk}"] = forms.ChoiceField(
            label=_("How it ended"), widget=forms.RadioSelect, choices=ENDINGS, initial=ended
        )
        self.fields[f"result_{goal.pk}"] = TextField(
            label=_("What came of it"), rows=2, max_length=2000, required=False, initial=goal.result
        )

    @property
    def by_goal(self):
        """Each goal with its questions."""
        return [(goal, [self[f"{name}_{goal.pk}"] for name in ("edition", "outcome", "result")]) for goal in self.goals]

    @property
    def by_partner(self):
        return [self[f"takes_{capacity.pk}"] for capacity in self.seated]

    @property
    def by_other(self):
        return [(self[f"other_{n}"], self[f"other_what_{n}"]) for n in OTHERS] if self.partners else []

    def clean(self):
        values = super().clean()
        for number in OTHERS if self.partners else ():
            who, what = values.get(f"other_{number}"), values.get(f"other_what_{number}")
            if who and not what:
                self.add_error(f"other_what_{number}", _("Say with what this partner goes on."))
            if what and not who:
                self.add_error(f"other_{number}", _("Say which partner goes on with this."))
        return values

    def read(self):
        values = self.cleaned_data
        ended = [
            (goal, *(values[f"{name}_{goal.pk}"] for name in ("outcome", "result", "edition"))) for goal in self.goals
        ]
        on = [(capacity, values[f"takes_{capacity.pk}"]) for capacity in self.seated]
        others = [(values[f"other_{n}"], values[f"other_what_{n}"]) for n in OTHERS] if self.partners else []
        on += [(self.partners[who], what) for who, what in others if who]
        given = {"reason": values["reason"], "result": values["result"]}
        return given | {"goals": ended, "taken_over": [one for one in on if one[1]]}
