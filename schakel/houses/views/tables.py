from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from .. import actions
from ..doors import setting_up
from ..forms import TableForm
from .forming import form_page, values_of
from .lists import done


@setting_up
@require_GET
def tables(request, house):
    """The standing tables of the house."""
    found = list(house.tables.select_related("regime", "chair"))
    return render(request, "houses/tables.html", {"one": house, "tables": found})


@setting_up
@require_http_methods(["GET", "POST"])
def table(request, house, table=None):
    """One standing table, or a new one."""
    found = get_object_or_404(house.tables.select_related("regime"), pk=table) if table else None
    back = reverse("houses:tables", args=[house.pk])
    if found and request.POST.get("do") == "end":
        return done(request, back, actions.end_table, table=found)

    def act(**values):
        return actions.set_table(house=house, table=found, **values)

    initial = values_of(found, TableForm.base_fields) if found else {}
    form = TableForm(request.POST or None, initial=initial, house=house)
    return form_page(request, "houses/table.html", form, act, said=_("The table was set up."), back=back, one=house,
                     table=found)  # fmt: skip
