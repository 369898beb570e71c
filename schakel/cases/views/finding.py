"""Searching in the words of an opened file. What one looks for stands in no address, no title and no log."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from schakel.design.forms import Form
from schakel.people.forms import LineField

from ..doors import opens_case
from ..finding import find as passages_with
from ..header import case_page


class FindForm(Form):
    term = LineField(
        label=_("Search in this file"), max_length=100,
        help_text=_("Whole words, whatever their ending; of several words all have to occur."),
    )  # fmt: skip

    def clean_term(self):
        if not any(sign.isalnum() for sign in self.cleaned_data["term"]):
            raise forms.ValidationError(_("Write a word to search for."))
        return self.cleaned_data["term"]


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("search in the file"))
def find(request, case):
    """Passages with these words, in what I may see; asked by POST alone."""
    form = FindForm(request.POST or None)
    found = passages_with(case, form.cleaned_data["term"]) if form.is_valid() else None
    status = 422 if form.is_bound and found is None else 200
    return case_page(request, case, "contributions", "cases/find.html", form=form, found=found, status=status)
