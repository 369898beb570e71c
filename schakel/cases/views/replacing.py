"""Being away, leaving, giving a seat back, signing: what an organisation arranges itself. Numbers and dates only."""

from itertools import groupby
from operator import itemgetter

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.design.parts.words import day
from schakel.houses.texts import text_of
from schakel.network.models import House, Professional

from .. import actions, rules_circle
from ..actions.asking import statements_asked, version_of
from ..filling import as_contact
from ..forms_circle import AbsenceForm, GiveBackForm, PairForm
from ..models import Absence, Occupant, StandIn
from .asking import attempt, done, judged, own_page
from .taking_part import PER_PAGE, RULE, _is_contact, _seats

GIVING_BACK = gettext_lazy(
    "From this moment nobody of your organisation sees this case from this seat. What you brought in stays yours to "
    "correct and to recall: ask the house, which records it on your behalf."
)
OWN = "each for themselves with the fixed replacement, the contact for all colleagues"
SIGNING = "who is named for a seat that asks it signs for themselves"


@signed_in(OWN)
@require_http_methods(["GET", "POST"])
@as_contact()
def absences(request):
    """Who is away, who replaces them; and saying so for all seats in one act."""
    me = request.professional
    contact = _is_contact(me)
    form = AbsenceForm(request.POST or None, **_who(me, contact))
    if judged(form, True) and (absence := attempt(form, actions.arrange_absence, by=me, **form.read())):
        return done(request, _arranged(absence), "cases:absences")
    away = Absence.objects.not_over().select_related("professional", "replacement", "decided_by")
    values = {"form": form, "absences": away, "is_contact": contact, "stand_ins": _stand_ins()}
    return render(request, "cases/absences.html", values, status=422 if form.is_bound else 200)


def _who(me, contact):
    colleagues = Professional.objects.filter(organisation=me.organisation_id)
    if contact:
        return {"absent": list(colleagues), "replacements": list(colleagues)}
    appointed = StandIn.objects.standing().filter(professional=me).values("stand_in")
    return {"absent": [me], "replacements": list(colleagues.filter(pk__in=appointed))}


def _stand_ins():
    return StandIn.objects.standing().select_related("professional", "stand_in")


def _arranged(absence):
    if not absence.left_empty:
        return _("It is arranged; the cases show by themselves, and are gone after the last day.")
    return ngettext(
        "It is arranged, but in {count} case your replacement cannot take part. Ask your contact for somebody else.",
        "It is arranged, but in {count} cases your replacement cannot take part. Ask your contact for somebody else.",
        absence.left_empty,
    ).format(count=absence.left_empty)


@signed_in(OWN)
@require_POST
@as_contact()
def end_absence(request, absence):
    """Somebody is back early."""
    absence = get_object_or_404(Absence.objects.select_related("professional", "replacement"), pk=absence)
    actions.end_absence(by=request.professional, absence=absence)
    return done(request, _("The absence has ended."), "cases:absences")


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def stand_in(request):
    """The contact appoints who always replaces a colleague."""
    form = _pair(request, other_label=_("Fixed replacement"))
    if form.is_bound and form.is_valid():
        professional, other = form.read()
        arguments = {"by": request.professional, "professional": professional, "stand_in": other}
        if attempt(form, actions.appoint_stand_in, **arguments, key=form.cleaned_data["once"]):
            return done(request, _("From now on this colleague can arrange it themselves."), "cases:absences")
    return _page(request, form, title=_("Appoint a fixed replacement"), label=_("Appoint"))


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
@as_contact()
def let_go(request):
    """A colleague leaves: what they sit on ends, and somebody goes on."""
    form = _pair(request, other_label=_("Who goes on"), other_required=False)
    seats = []
    if form.is_bound and form.is_valid():
        professional, other = form.read()
        arguments = {"by": request.professional, "professional": professional, "successor": other}
        seats = attempt(form, actions.let_go, **arguments)
        if seats is not None:
            return render(request, "cases/let_go_done.html", {"seats": seats, "left": professional, "other": other})
    lead = _("Everything this colleague sits on ends at once. Agreements stay with the seat, so they go along.")
    return _page(
        request, form, title=_("A colleague leaves"), label=_("End and hand over"), lead=lead, held=list(_held(request))
    )


def _held(request):
    """By colleague the first numbers of what there would be to hand over, and how many more there are."""
    seats = dict(_seats(request.professional).not_over().values_list("pk", "case__number"))
    sitting = Occupant.objects.not_over().filter(seat__in=list(seats)).order_by("professional__name", "professional")
    rows = sitting.values_list("professional", "professional__name", "seat")
    for (_key, name), of_one in groupby(rows, itemgetter(0, 1)):
        numbers = sorted(seats[seat] for _key, _name, seat in of_one)
        yield {"name": name, "numbers": numbers[:PER_PAGE], "more": len(numbers[PER_PAGE:])}


def _pair(request, **more):
    colleagues = Professional.objects.filter(organisation=request.professional.organisation_id)
    return PairForm(request.POST or None, colleagues=colleagues, **more)


def _page(request, form, **words):
    verdict = True if _is_contact(request.professional) else rules_circle.only_for_a_contact()
    words = {"lead": "", **words}
    values = {"form": form, "verdict": verdict, "words": words, "held": words.pop("held", ())}
    return render(request, "cases/contact_form.html", values, status=422 if form.is_bound else 200)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
@as_contact()
def give_back(request, seat):
    """The contact gives a seat back."""
    seat = get_object_or_404(_seats(request.professional), pk=seat)
    verdict = rules_circle.may_give_back(request.professional, seat)
    form = GiveBackForm(request.POST or None)
    arguments = {"by": request.professional, "seat": seat}
    if judged(form, verdict) and attempt(form, actions.give_seat_back, **arguments, **form.cleaned_data):
        return done(request, _("The seat is given back."), "cases:taking_part")
    words = {"title": _("Give a seat back"), "form_title": seat.case.number, "form_lead": GIVING_BACK}
    back = reverse("cases:taking_part")
    words |= {"label": _("Give back"), "meaning": "negative", "back": back}
    return own_page(request, form, verdict, _("Taking part"), back, **words)


@signed_in(SIGNING)
@require_GET
def statements(request):
    """Where I sign before I see anything."""
    asked = statements_asked()
    return (
        redirect("cases:sign", asked[0][0])
        if len(asked) == 1
        else render(request, "cases/statements.html", {"asked": asked})
    )


@signed_in(SIGNING)
@require_http_methods(["GET", "POST"])
def sign(request, seat):
    """The house's text, and signing it."""
    asked = next((one for one in statements_asked() if one[0] == seat), None)
    if asked is None:
        raise Http404
    _seat, number, capacity, house = asked
    house = House.objects.get(pk=house)
    text = text_of(house, "confidentiality", **_values(request, number, capacity))
    if request.method == "POST":
        actions.sign_statement(by=request.professional, seat_id=seat, text_version=version_of(house))
        return done(request, _("You signed. The case is open to you now."), "work:case_overview", number)
    return render(request, "cases/sign.html", {"text": text, "number": number, "house": house, "capacity": capacity})


def _values(request, number, capacity):
    return {
        "name": request.professional.name,
        "organisation": capacity,
        "number": number,
        "date": day(localdate(), "full"),
    }
