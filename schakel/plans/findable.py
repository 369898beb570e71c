"""What of a plan can be searched: goals, agreements, and what was reported or answered on them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.cases.finding import Findable, findable

from .models import Agreement, Answer, Goal, Progress


@findable
def plan(case):
    page = reverse("plans:plan", args=[case.number])
    for row in Goal.objects.filter(case=case):
        yield Findable(row, _("Goal"), row.set_at, page, ("text", "result"))
    for row in Agreement.objects.filter(case=case):
        yield Findable(row, _("Agreement"), row.made_at, _page(case, row.pk), ("text",), (row.title,))
    for row in Answer.objects.filter(case=case):
        yield Findable(row, _("Answer to an agreement"), row.answered_at, _page(case, row.agreement_id), ("reason",))
    for row in Progress.objects.filter(case=case):
        yield Findable(row, _("Progress"), row.reported_at, _page(case, row.agreement_id), ("text",))


def _page(case, agreement):
    return reverse("plans:agreement", args=[case.number, agreement])
