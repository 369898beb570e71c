"""When may who do what with a case? The database asks the same; here is the reason in words."""

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment, Partnership
from schakel.network.roles import holds

from .models import Case, Closing, Contribution, Recall, Seat
from .traces import personal_traces

AN_AREA_HAS_NO_PERSONS = _("This case is about an area. Is it about a person? Then make a referral.")
CLOSED = _("This case is closed: only correcting, recalling and holding are still possible.")
NOT_DIRECTING = _("Only the process director of this case does this.")
NOT_RUNNING_IT = _("Only the process director and the process support of this case do this.")
TAKEN = _("This organisation has a seat for the same already. End that one first, or choose another capacity.")
RUNNING = {Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT}
ORDER = [Case.Phase.CONFERENCE, Case.Phase.PLAN, Case.Phase.MONITORING]


def seats_of(professional, case):
    """The seats that this professional occupies in this case now."""
    seats = Seat.objects.now().filter(case=case, occupants__in=professional.occupancies.now())
    return list(seats.select_related("capacity__organisation").distinct())


def roles_of(professional, case, seats=None):
    """Their roles in this case; `seats` are those they occupy, when a page has them at hand."""
    return {seat.role for seat in (seats_of(professional, case) if seats is None else seats)}


def directs(professional, case, seats=None):
    return Seat.Role.PROCESS_DIRECTOR in roles_of(professional, case, seats)


def runs(professional, case, seats=None):
    """Whether this professional directs or supports the process of this case."""
    return bool(roles_of(professional, case, seats) & RUNNING)


def may_open(professional, house):
    """The triage of the house opens cases, with its decision on a referral."""
    if not holds(professional, Appointment.Role.TRIAGE, house=house):
        return refuse(_("Only the triage of the house opens a case, with its decision on a referral."))
    return ALLOWED


def may_direct(professional, case, seats=None):
    """The process director, as long as the case is open: seats, phase, end."""
    if case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if directs(professional, case, seats) else refuse(NOT_DIRECTING)


may_give_seat = may_direct


def may_have_one_more(case, capacity, role, people, *, starts_at, ends_at, but=None):
    """One seat at a time for the same: the whole case, whatever the role, or exactly these persons."""
    others = (
        Seat.objects.not_over().filter(case=case, capacity=capacity).exclude(pk=but).exclude(ends_at=F("starts_at"))
    )
    if role in RUNNING:  # the house directs, supports and takes part in one capacity
        others = others.filter(role=role)
    others = others.filter(Q(ends_at=None) | Q(ends_at__gt=starts_at))
    if ends_at:
        others = others.filter(starts_at__lt=ends_at)
    wanted = {person.pk for person in people}
    for seat in others.prefetch_related("persons"):
        if seat.whole_case == (not wanted) and {row.person_id for row in seat.persons.all()} == wanted:
            return refuse(TAKEN)
    return ALLOWED


def may_end_seat(professional, seat, seats=None, circle=None):
    """The process director ends seats, but not the last one that directs; `circle` when a page has it at hand."""
    if seat.ends_at and seat.ends_at <= timezone.now():
        return refuse(_("This seat has ended; who is needed again gets a new one."))
    if seat.role == Seat.Role.PROCESS_DIRECTOR and not _others_direct(seat, circle):
        return refuse(_("Without this seat nobody would direct the process."))
    return may_direct(professional, seat.case, seats)


def _others_direct(seat, circle):
    if circle:
        others = [one for one in circle.in_role(seat.role) if one.pk != seat.pk]
        return any(occupant.ends_at is None for one in others for occupant in one.sitting)
    directing = Seat.objects.now().filter(case=seat.case_id, role=seat.role, occupants__ends_at=None)
    return directing.exclude(pk=seat.pk).exists()


def may_fill(professional, seat):
    """The contact of the organisation says who sits on its seats."""
    if not holds(professional, Appointment.Role.CONTACT, organisation=seat.capacity.organisation):
        return refuse(_("Only the contact of the organisation says who takes part for it."))
    if seat.case.is_closed:
        return refuse(CLOSED)
    if seat.ends_at and seat.ends_at <= timezone.now():
        return refuse(_("This seat has ended; the process director gives a new one where that is needed."))
    return ALLOWED


def may_name(professional, seat, colleague):
    """A contact names colleagues, nobody else."""
    verdict = may_fill(professional, seat)
    if verdict and colleague.organisation_id != seat.capacity.organisation_id:
        return refuse(_("Only somebody of the organisation itself can sit on its seat."))
    if verdict and colleague == professional and seat.role in (Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT):
        return refuse(
            _("Nobody names themselves where a case is run. Another contact of the house does, or hands cases over.")
        )
    return verdict


def may_end_occupation(professional, occupant):
    if occupant.ends_at and occupant.ends_at <= timezone.now():
        return refuse(_("This has ended; whoever takes part again is named again."))
    return may_fill(professional, occupant.seat)


def may_add_people(professional, case, seats=None):
    """Whoever runs an open case that has persons."""
    if case.is_area:
        return refuse(AN_AREA_HAS_NO_PERSONS)
    if case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if runs(professional, case, seats) else refuse(NOT_RUNNING_IT)


def may_correct_people(professional, case, seats=None):
    """Whoever runs the case, also when it is closed."""
    return ALLOWED if runs(professional, case, seats) else refuse(NOT_RUNNING_IT)


def may_bring_in(professional, case, seats=None):
    """Whoever sits in an open case."""
    if case.is_closed:
        return refuse(CLOSED)
    if not (seats_of(professional, case) if seats is None else seats):
        return refuse(_("Only who sits in the circle brings something in."))
    return ALLOWED


def may_speak_for(professional, case, capacity, *, on_behalf, seats=None):
    """Everybody speaks for their own organisation; the house may write down what another said."""
    seats = seats_of(professional, case) if seats is None else seats
    if not on_behalf and capacity.pk in {seat.capacity_id for seat in seats}:
        return ALLOWED
    if not on_behalf:
        return refuse(_("You bring in for your own organisation only."))
    if not {seat.role for seat in seats} & RUNNING:
        return refuse(_("Only the process director and the process support write down what another organisation said."))
    if not Seat.objects.now().filter(case=case, capacity=capacity).exists():
        return refuse(_("This organisation has no seat in the circle."))
    return ALLOWED


def may_take_back(professional, contribution, seats=None):
    """The organisation it came from corrects or recalls it, the house what it wrote down; also in a closed case."""
    if is_recalled(contribution):
        return refuse(_("This was recalled already."))
    seats = seats_of(professional, contribution.case) if seats is None else seats
    if contribution.capacity_id in {seat.capacity_id for seat in seats}:
        return ALLOWED
    if contribution.on_behalf and {seat.role for seat in seats} & RUNNING:
        return ALLOWED
    return refuse(_("Only the organisation that brought this in can correct or recall it."))


def may_correct(professional, contribution, seats=None):
    """What was replaced is not replaced again: correct the newest."""
    if Contribution.objects.filter(replaces=contribution).exists():
        return refuse(_("This was corrected already; correct the newest version."))
    return may_take_back(professional, contribution, seats)


def may_be_said(case, *texts):
    """What is brought in about an area points to no person, as far as that can be checked."""
    traces = sorted({trace for text in texts for trace in personal_traces(text)}) if case.is_area else []
    if traces:
        words = _("This case is about an area and holds no data of persons; this text seems to hold {traces}.")
        return refuse(words.format(traces=", ".join(traces)))
    return ALLOWED


def is_recalled(contribution):
    return Recall.objects.filter(contribution_id=contribution.pk).exists()


def may_move_to(professional, case, phase, seats=None):
    """The process director, to another phase of an open case; closing is an act of its own."""
    if phase not in ORDER:
        return refuse(_("A case is closed with a result and a reason."))
    if phase == case.phase:
        return refuse(_("The case is in this phase already."))
    return may_direct(professional, case, seats)


def may_close(professional, case, seats=None):
    return may_direct(professional, case, seats)


def may_take_over(case, capacity):
    """Ordinary partners go on: who takes part in the house of the case, or in the case itself."""
    partners = Partnership.objects.today().filter(house=case.house_id, organisation=capacity.organisation_id)
    if partners.exists() or Seat.objects.now().filter(case=case, capacity=capacity).exists():
        return ALLOWED
    return refuse(_("Choose a partner of your house, or somebody who takes part in this case."))


def may_hold(professional, case, seats=None):
    """The process director, also when the case is closed."""
    return ALLOWED if directs(professional, case, seats) else refuse(NOT_DIRECTING)


def is_a_reason(case, reason):
    """Whether a case under this regime can be closed for this reason."""
    known = len(reason) <= Closing._meta.get_field("reason").max_length and reason in case.regime.closing_reasons
    return ALLOWED if known else refuse(_("Choose one of the reasons of this kind of approach."))
