"""The door of a case file."""

from functools import partial

from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404

from schakel.audit.opening import opens
from schakel.houses.models import HouseText

from .models import Case


def find_case(number, **rest):
    """The case with this number if it holds a seat for me; otherwise there is none. It knows its house's own words."""
    plan = HouseText.objects.filter(house=OuterRef("house"), key="plan").values("text")
    cases = Case.objects.mine().select_related("house__capacity", "regime").annotate(plan_word=Subquery(plan))
    return get_object_or_404(cases, number=number), rest


opens_case = partial(opens, find_case, "who occupies a seat in the case opens its file")
