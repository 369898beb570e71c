"""Cases by their next conference, for the list of cases."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.worklists.choosing import Filter
from schakel.worklists.narrowing import narrows

from .models import CaseConference
from .queries import STILL_SHOWN

DAYS = {"week": 7, "twee-weken": 14, "maand": 31}


@narrows("casussen")
def by_next_conference(_professional):
    """When the circle meets next, soonest first; or that no conference was planned."""
    options = [
        ("week", _("within a week")), ("twee-weken", _("within two weeks")), ("maand", _("within a month")),
        ("geen", _("none planned")),
    ]  # fmt: skip
    return Filter("overleg", _("Next conference"), options, _meets)


def _meets(cases, value):
    now = timezone.now()
    ahead = CaseConference.objects.filter(case=OuterRef("pk"), ended_at=None, starts_at__gt=now - STILL_SHOWN)
    if value == "geen":
        return cases.filter(~Exists(ahead))
    soonest = Subquery(ahead.order_by("starts_at").values("starts_at")[:1])
    return cases.annotate(meets_at=soonest).filter(meets_at__lt=now + timedelta(days=DAYS[value])).order_by("meets_at")
