"""The picture per life domain, and contributions on paper."""

from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from ..brought_in import described, own_contributions
from ..circle import Circle
from ..doors import opens_case
from ..header import case_page
from ..models import Contribution
from ..picturing import picture_of


@require_GET
@opens_case(gettext_noop("picture per life domain"))
def picture(request, case):
    """What stands about everybody on each life domain, and what is missing."""
    around = Circle(case)
    domains = picture_of(case, around, request.professional)
    whom = [spot.whom for spot in domains[0].spots] if domains else []
    return case_page(request, case, "picture", "cases/picture.html", circle=around, domains=domains, whom=whom)


@require_GET
@opens_case(gettext_noop("contributions of one's own organisation"))
def own(request, case):
    """What one's own organisation brought in, for its own file."""
    around = Circle(case)
    rows = own_contributions(case, around, request.professional)
    return case_page(request, case, "contributions", "cases/on_paper.html", circle=around, rows=rows, own=True)


@require_GET
@opens_case(gettext_noop("contributions to print"))
def on_paper(request, case):
    """Everything that stands and that the reader may read, on one page to print."""
    around = Circle(case)
    rows = described(case, around, request.professional, Contribution.objects.filter(replaced_by=None))
    rows = [row for row in rows if not row.is_recalled]
    return case_page(request, case, "contributions", "cases/on_paper.html", circle=around, rows=rows, own=False)
