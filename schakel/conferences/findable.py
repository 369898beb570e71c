"""What of conferences can be searched: questions, conclusions, decisions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.cases.finding import Findable, findable

from .models import CaseConference, Conclusion, FormalDecision


@findable
def conferences(case):
    for row in CaseConference.objects.filter(case=case):
        yield Findable(row, _("Question of a conference"), row.starts_at, _page(case, row.pk), ("question",))
    for row in Conclusion.objects.filter(case=case):
        yield Findable(row, _("Conclusion"), row.concluded_at, _page(case, row.conference_id), ("text",))
    for row in FormalDecision.objects.filter(case=case):
        page = _page(case, row.conference_id) if row.conference_id else reverse("plans:plan", args=[case.number])
        yield Findable(row, _("Decision"), row.recorded_at, page, ("text",))


def _page(case, conference):
    return reverse("conferences:conference", args=[case.number, conference])
