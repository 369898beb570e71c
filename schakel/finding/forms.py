from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import Form


class ExportForm(Form):
    """In what form a list is taken along, and whether names come with it."""

    ending = forms.ChoiceField(
        label=_("For which program"), initial="ods", widget=forms.RadioSelect,
        choices=[("ods", _("A spreadsheet (ODS)")), ("csv", _("A list with semicolons (CSV)"))],
    )  # fmt: skip
    names = forms.BooleanField(
        label=_("With the names of whom it is about"), required=False,
        help_text=_("Only when you need them: outside Schakel nobody guards this file but you."),
    )  # fmt: skip

    def __init__(self, *args, has_names, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_names:
            del self.fields["names"]
