"""Cases with agreements over their date, for the list of cases."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from schakel.worklists.choosing import Filter
from schakel.worklists.narrowing import narrows

from . import queries


@narrows("casussen")
def with_overdue_agreements(_professional):
    """Of what I see, the longest over its date first."""
    return Filter("afspraken", _("Agreements"), [("te-laat", _("over the date"))], _late)


def _late(cases, _value):
    late = queries.overdue_in_my_cases().filter(case=OuterRef("pk")).order_by("due_on").values("due_on")
    return cases.annotate(late_since=Subquery(late[:1])).filter(late_since__isnull=False).order_by("late_since")
