"""A new test that begins from an earlier case."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from schakel.cases import rules_course
from schakel.cases.circle import people_in
from schakel.cases.doors import opens_case
from schakel.cases.views.asking import attempt, done, form_page, may_try

from ..actions.again import begin_again
from ..forms_again import AgainForm


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("begin a new test from an earlier case"))
def begin(request, case):
    """Say why it is necessary again; what follows is a draft of a referral like any other."""
    me = request.professional
    verdict = rules_course.may_begin_again(me, case)
    people = [] if case.is_area else people_in(case)
    form = AgainForm(request.POST or None, ways=rules_course.ways_on(case), people=people)
    if may_try(form, verdict):
        referral = attempt(form, begin_again, by=me, case=case, **form.read())
        if referral:
            return done(request, _("The new referral has begun, as a draft."), "referrals:referral", referral.number)
    words = {"title": _("Test anew"), "label": _("Begin a referral"), "verdict": verdict}
    lead = _("A closed case is never continued. What happens now is assessed anew; the earlier case stays as it is.")
    notice = _("That the one came before the other is shown only to who sees both, as long as the earlier one is kept.")
    back = reverse("cases:course", args=[case.number])
    return form_page(request, case, "course", form, lead=lead, notice=notice, back=back, **words)
