from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused

from .. import actions, lists, rules
from ..forms import StartForm, WhereForm

PER_PAGE = 25


@signed_in("each sees the referrals they made, are contact of, or triage")
@require_GET
def referrals(request):
    """The referrals I have to do with; for the triage the worklist first. No names."""
    me, standing = request.professional, request.GET.get("stand", "")
    houses = lists.houses_i_triage(me)
    shown = request.GET.get("toon") or ("beoordelen" if houses else "mijn")
    found = {
        "beoordelen": lambda: lists.to_assess(houses),
        "beantwoord": lambda: lists.answered(houses),
    }.get(shown, lambda: lists.mine(me, standing))()
    found_page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    values = {
        "page": found_page, "rows": list(lists.with_terms(found_page)), "shown": shown,
        "tabs": _tabs(shown, houses) if houses else None, "may_begin": rules.may_begin(me),
    }  # fmt: skip
    if shown not in ("beoordelen", "beantwoord"):
        values |= {"standings": _standings(standing), "old": lists.how_many_old_drafts(me), "standing": standing}
    return render(request, "referrals/referrals.html", values)


@signed_in("professionals of the partners of a house refer")
@require_http_methods(["GET", "POST"])
def new(request):
    """The first page of a referral: where it is, which approach. From here on there is a draft."""
    me, where = request.professional, WhereForm(request.GET or None)
    municipality = where.cleaned_data["gemeente"] if where.is_bound and where.is_valid() else None
    form = StartForm(request.POST or None, professional=me, municipality=municipality)
    if request.method == "POST" and form.is_valid():
        try:
            return _begun(request, dict(form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {
        "form": form,
        "where": where,
        "municipality": municipality,
        "note": municipality.house.name if municipality else "",
    }
    return render(request, "referrals/new.html", values, status=422 if form.is_bound else 200)


def _begun(request, values):
    """A short referral goes on to its one page, another to its first step."""
    referral = actions.start(by=request.professional, key=values.pop("once"), **values)
    step = "persons" if "steps" in request.POST else "everything"
    return redirect(f"referrals:{step}", referral.number)


def _standings(chosen):
    """Where my own referrals stand, to choose from."""
    names = [
        ("", _("All")), ("concept", _("Drafts")), ("vraag", _("Question to you")), ("wacht", _("Waiting")),
        ("antwoord", _("Answered")), ("ingetrokken", _("Taken back")),
    ]  # fmt: skip
    address = f"{reverse('referrals:referrals')}?toon=mijn"
    return [
        {"label": label, "url": f"{address}&stand={name}" if name else address, "current": name == chosen}
        for name, label in names
    ]


def _tabs(shown, houses):
    names = [("beoordelen", _("To assess")), ("beantwoord", _("Answered")), ("mijn", _("My referrals"))]
    counts = {"beoordelen": lists.to_assess(houses).count()}
    address = reverse("referrals:referrals")
    return [
        {"label": label, "url": f"{address}?toon={name}", "current": name == shown, "count": counts.get(name)}
        for name, label in names
    ]
