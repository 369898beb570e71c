from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.network.models import House
from schakel.referrals.doors import opens_referral
from schakel.referrals.lists import houses_i_triage
from schakel.referrals.reading import Opened
from schakel.referrals.views.pages import form_page

from .. import actions, lists, rules
from ..forms import AttendForm, ConcludedForm, MeetingForm
from ..models import MeetingItem, TriageMeeting
from ..terms import with_terms

PER_PAGE = 25
THE_TRIAGE = "the triage of a house holds its meetings; lists show numbers, no names"


@signed_in(THE_TRIAGE)
@require_GET
def meetings(request):
    """The meetings of the triage, the coming one first."""
    found = Paginator(lists.meetings(request.professional), PER_PAGE).get_page(request.GET.get("page"))
    may_meet = rules.may_hold_meetings(request.professional)
    return render(request, "triage/meetings.html", {"page": found, "may_meet": may_meet})


@signed_in(THE_TRIAGE)
@require_http_methods(["GET", "POST"])
def new(request):
    """Call a meeting; everything that waits comes on its list."""
    me = request.professional
    rules.may_hold_meetings(me).enforce()
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        house = House.objects.get(pk=houses_i_triage(me)[0])
        starts_at = timezone.make_aware(datetime.combine(values["day"], values["clock"]))
        waiting = [one for one in lists.WorklistChoice(me, {}).rows() if one.house_id == house.pk]
        meeting = actions.call_meeting(
            by=me, house=house, starts_at=starts_at, place=values["place"], referrals=waiting, key=values["once"]
        )
        return redirect("triage:meeting", meeting.pk)
    label = _("Call a meeting")
    values = {"form": form, "title": label, "form_title": _("Meeting of the triage"), "label": label, "verdict": True}
    values["back"] = reverse("triage:meetings")
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


@signed_in(THE_TRIAGE)
@require_http_methods(["GET", "POST"])
def meeting(request, triagemeeting):
    """The list of one meeting and who attends."""
    found, me = get_object_or_404(TriageMeeting, pk=triagemeeting), request.professional
    form = AttendForm(request.POST or None, meeting=found)
    if request.method == "POST" and form.is_valid():
        actions.attend(by=me, meeting=found, colleague=form.cleaned_data["colleague"])
        return redirect("triage:meeting", found.pk)
    values = {"meeting": found, "items": _items(found), "form": form, "may_lead": rules.may_lead(me, found)}
    return render(request, "triage/meeting.html", values | {"attendants": _attendants(found)})


@signed_in(THE_TRIAGE)
@require_GET
def printed(request, triagemeeting):
    """The list on paper: numbers, organisations, themes and terms."""
    found = get_object_or_404(TriageMeeting.objects.select_related("house"), pk=triagemeeting)
    values = {"meeting": found, "items": _items(found), "attendants": _attendants(found)}
    return render(request, "triage/meeting_print.html", values)


@signed_in(THE_TRIAGE)
@require_POST
def end(request, triagemeeting):
    """The meeting is over."""
    found = get_object_or_404(TriageMeeting, pk=triagemeeting)
    actions.end_meeting(by=request.professional, meeting=found)
    return redirect("triage:meeting", found.pk)


@require_POST
@opens_referral(gettext_noop("show a referral in a meeting of the triage"))
def begin(request, referral, triagemeeting):
    """From now on whoever attends has seen it."""
    found = _item(referral, triagemeeting)
    actions.show(by=request.professional, item=found)
    return redirect("triage:meeting_item", triagemeeting, referral.number)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("show a referral in a meeting of the triage"))
def item(request, referral, triagemeeting):
    """One referral at a time, what is concluded about it, and the way to the next."""
    found = _item(referral, triagemeeting)
    if found.shown_at is None:
        return redirect("triage:meeting", triagemeeting)
    form = ConcludedForm(request.POST or None)
    after = _next(found)

    def act(form):
        actions.move_on(by=request.professional, item=found, concluded=form.cleaned_data["concluded"])
        messages.success(request, _("What was concluded was noted."))

    context = {"item": found, "next": after, "then_args": [triagemeeting], "may_lead": _may_lead(request, found)}
    return form_page(request, Opened(referral), "triage/item.html", form, act, "triage:meeting", **context)


def _may_lead(request, item):
    return rules.may_lead(request.professional, item.meeting)


def _item(referral, meeting):
    wanted = MeetingItem.objects.select_related("meeting", "house")
    found = wanted.filter(referral=referral, meeting=meeting).first()
    if found is None:
        raise Http404
    found.referral = referral
    return found


def _items(meeting):
    together = ("referral__house", "referral__regime", "referral__capacity__organisation", "referral__decision")
    items = list(meeting.items.select_related(*together))
    with_terms([one.referral for one in items])
    return items


def _attendants(meeting):
    return meeting.attendants.select_related("professional__organisation")


def _next(item):
    """The address of the next referral on the list that was not shown yet."""
    rest = item.meeting.items.filter(position__gt=item.position, shown_at=None).select_related("referral").first()
    return reverse("triage:meeting_show", args=[item.meeting_id, rest.referral.number]) if rest else ""
