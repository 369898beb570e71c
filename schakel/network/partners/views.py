"""The partners of a house: a list to look somebody up in, and a page for each organisation."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.access.verdict import Conflict

from .. import kinds
from ..asking import attempt, done, form_page, may_try
from ..colleagues import rules as colleagues
from ..models import House, Organisation, PartnerProfile
from . import actions, lists, rules
from .forms import FilterForm, ForACaseForm, ProfileForm, SearchForm

PER_PAGE = 25
OPEN = "the network is no secret among those who work in it"


@signed_in(OPEN)
@require_http_methods(["GET", "POST"])
def partners(request):
    """The partners of my house, by chain and kind; or who has these words in the name."""
    houses = lists.houses_of_mine(request.professional)
    chosen = _chosen(request.GET, houses)
    if chosen["house"] is None:
        return render(request, "network/partners.html", {"house": None})
    search = SearchForm(request.POST or None)
    if search.is_bound and search.is_valid():
        found = lists.with_words(chosen["house"], search.cleaned_data["words"])
        values = {"organisations": found[0], "people": found[1], "search": search, "at_most": lists.AT_MOST}
        return render(request, "network/found.html", values | chosen)
    found = lists.filtered(lists.partners_of(chosen["house"]), chosen["chain"], chosen["kind"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    values = {"page": _described(page), "search": search, "may_register": _may_register(request, chosen["house"])}
    return render(request, "network/partners.html", values | chosen, status=422 if search.is_bound else 200)


def _chosen(asked, houses):
    """What was asked of the list, where that makes sense."""
    houses = list(houses)
    house = next((one for one in houses if str(one.pk) == asked.get("house")), houses[0] if houses else None)
    known = lists.kinds_of(house) if house else []
    queryset = House.objects.filter(pk__in=[one.pk for one in houses]).order_by("name")
    form = FilterForm(asked or None, houses=queryset, several=len(houses) > 1, kinds=known, initial={"house": house})
    kept = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return {"house": house, "chain": kept.get("chain", ""), "kind": kept.get("kind", ""), "filter": form}


def _described(page):
    for one in page.object_list:
        one.kind_in_words = kinds.in_words(one.kind)
        one.expected = one.profile[0] if one.profile else None
        one.how = one.taking_part[0].get_position_display() if one.taking_part else ""
    return page


def _may_register(request, house):
    return rules.may_register(request.professional, house)


@signed_in(OPEN)
@require_GET
def partner(request, organisation):
    """One organisation: what may be expected, whom one calls, who works there, what it signed."""
    organisation = get_object_or_404(Organisation.objects.select_related("keeper"), pk=organisation)
    organisation.kind_in_words = kinds.in_words(organisation.kind)
    people = Paginator(lists.people_of(organisation), PER_PAGE).get_page(request.GET.get("page"))
    values = {
        "organisation": organisation, "page": people, "capacities": list(organisation.capacities.all()),
        "covenants": list(lists.covenants_of(organisation)), "houses": _expectations(request, organisation),
        "may_keep_colleagues": colleagues.may_keep_colleagues(request.professional, organisation),
    }  # fmt: skip
    return render(request, "network/partner.html", values)


def _expectations(request, organisation):
    """For each house in which it takes part, of mine first: how, and what may be expected there."""
    found = list(organisation.partnerships.today().select_related("house").order_by("house__name"))
    written = {one.house_id: one for one in PartnerProfile.objects.filter(organisation=organisation)}
    mine = {house.pk for house in lists.houses_of_mine(request.professional)}
    for one in found:
        one.profile = written.get(one.house_id)
        one.may_describe = one.house_id in mine and rules.may_describe(request.professional, one.house, organisation)
    return sorted(found, key=lambda one: one.house_id not in mine)


@signed_in("the organisation's own contact, or the administrator of the house; others read why not")
@require_http_methods(["GET", "POST"])
def profile(request, organisation, house):
    """What others may expect of this organisation in this house."""
    organisation = get_object_or_404(Organisation.objects.select_related("keeper"), pk=organisation)
    house = get_object_or_404(House, pk=house)
    saved = PartnerProfile.objects.filter(house=house, organisation=organisation).first()
    form = ProfileForm(request.POST or None, initial=_values(saved))
    words = {"title": _("What may we expect?"), "lead": f"{organisation} · {house}", "label": _("Save the profile"),
             "back": reverse("network:partner", args=[organisation.pk])}  # fmt: skip
    if may_try(form, rules.may_describe(request.professional, house, organisation)):
        given = {"by": request.professional, "house": house, "organisation": organisation}
        try:
            if attempt(form, actions.write_profile, **given, **form.cleaned_data):
                return done(request, _("The profile was saved."), "network:partner", organisation.pk)
        except Conflict as conflict:
            words["differences"] = form.overtaken(_values(conflict.saved))
    return form_page(request, form, **words)


def _values(saved):
    texts = {name: getattr(saved, name) for name in actions.TEXTS} if saved else {}
    return texts | {"edition": saved.edition if saved else 0}


@signed_in("those who prepare, direct or support cases in the house; others read why not")
@require_http_methods(["GET", "POST"])
def for_a_case(request, house):
    """An organisation for one case, with whom it sends: one short form, so that they can sit down the same day."""
    house = get_object_or_404(House, pk=house)
    form = ForACaseForm(request.POST or None)
    if may_try(form, rules.may_register(request.professional, house)):
        values = dict(form.cleaned_data)
        key = values.pop("once")
        if made := attempt(form, actions.register_for_a_case, by=request.professional, house=house, key=key, **values):
            return done(request, _("The organisation can take a seat. Invite who comes."), "network:partner", made.pk)
    return form_page(
        request, form, title=_("An organisation for one case"), lead=str(house), label=_("Bring it in"),
        back=reverse("network:partners"),
    )  # fmt: skip
