from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import EditingForm

from .formula import FormulaError, normal_form, parse

LONGEST_FORMULA = 200  # characters, as the table keeps it


class FormulaForm(EditingForm):
    """Which criteria together make a case."""

    formula = forms.CharField(
        label=_("Formula"),
        max_length=LONGEST_FORMULA,
        help_text=_("Numbers of criteria with and, or and parentheses, for example: (1 and 2 and 3) or 4"),
    )

    def __init__(self, *args, regime, **kwargs):
        super().__init__(*args, **kwargs)
        self.numbers = {criterion.number for criterion in regime.criteria.all()}
        self.fields["formula"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean_formula(self):
        try:
            written = normal_form(parse(self.cleaned_data["formula"], self.numbers))
        except FormulaError as error:
            raise ValidationError(str(error), code="formula") from None
        if len(written) > LONGEST_FORMULA:
            raise ValidationError(_("Written out, this formula is too long."), code="formula")
        return written
