"""What of a case itself can be searched: why it is there, contributions that stand, and how it ended."""

from django.urls import reverse
from django.utils.translation import gettext as _

from .finding import Findable, findable
from .models import Closing, Contribution, Recall


@findable
def the_case(case):
    page = reverse("work:case_overview", args=[case.number])
    yield Findable(case, _("Why this case"), case.opened_at, page, ("occasion", "goal"))
    for row in Closing.objects.filter(case=case):
        yield Findable(row, _("Closing"), row.closed_at, reverse("cases:course", args=[case.number]), ("result",))


@findable
def contributions(case):
    """Those that stand: neither a first version that was corrected, nor what was recalled."""
    page = reverse("cases:contributions", args=[case.number])
    recalled = set(Recall.objects.filter(case=case).values_list("contribution_id", flat=True))
    for row in Contribution.objects.filter(case=case, replaced_by=None).select_related("capacity__organisation"):
        if row.pk not in recalled:
            kind = f"{_('Contribution')} · {row.capacity} · {row.get_kind_display()}"
            yield Findable(row, kind, row.brought_in_at, f"{page}?inbreng={row.pk}#{row.pk}", ("text", "source"))
