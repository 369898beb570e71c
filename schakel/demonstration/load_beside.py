"""What stands beside the content of a case: who was told, what holds in law, warnings, the lead, who waits outside."""

import json
from datetime import timedelta

from schakel.cases.models import (
    ContributionDraft,
    Disclosure,
    HouseOffer,
    HouseRequest,
    LeadAnswer,
    LeadOffer,
    Lock,
    ProcessNote,
    SeatProposal,
    SeatRequest,
)
from schakel.people.models import Alert, Informing, LegalFrame
from schakel.vault.models import ContentKey
from schakel.vault.words import Keyring

from .loading import BEGIN
from .shapes import SITUATION

WITHIN = timedelta(minutes=50)  # between an offer and its answer, on the day of the answer
HOW = {"plain_language": "talk", "child_language": "talk"}
LANGUAGES = {"plain_language": "eenvoudige taal", "child_language": "kindertaal"}


def load_beside(loading, scene):
    """Everything of one case that is neither a contribution nor the plan."""
    written = scene.written
    for given in written.informing:
        load_informing(loading, scene, given)
    for part, load in BESIDE.items():
        for given in getattr(written, part):
            load(loading, scene, given)
    if written.lead:
        _lead(loading, scene, written.lead)
    if written.transfer:
        _transfer(loading, scene, written.transfer)


def load_informing(loading, scene, given):
    """One person, told or not yet; who stands in no file cannot be told: then it is a note to come back to."""
    if given.person == SITUATION:
        text = f"{given.text} Uitgesteld: {given.ground}"
        _note_down(loading, scene, text, scene.opened, call_back=loading.on(given.until))
        return
    at = max(loading.at(given.at) or scene.opened, scene.opened)
    by, capacity = loading.people[given.by], loading.world.people[given.by].capacities[0]
    done = given.state == "informed"
    row = Informing(
        file_id=scene.file.pk, person=scene.people[given.person], capacity=loading.capacities[capacity], author=by,
        moment=_moment(loading, scene, given), done=done, on_day=loading.on(given.at) or at.date(),
        how=HOW.get(given.manner, given.manner), language=LANGUAGES.get(given.manner, ""),
        ground=given.ground.strip("."),
        until=None if done else loading.on(given.until),
    )  # fmt: skip
    told = {"said": given.text} if done else {"why": given.text}
    loading.put(row, at, ring=scene.ring, who=loading.people[given.decided_by or given.by].name, **told)


def _moment(loading, scene, given):
    """Before the referral, after the triage, or, when that was done before, at a change."""
    earlier = [
        one for one in scene.written.informing if one.person == given.person and one.at and given.at
        and loading.at(one.at) < loading.at(given.at)
    ]  # fmt: skip
    received = loading.at(scene.written.referral.received)
    if given.at and received and loading.at(given.at) <= received:
        return Informing.Moment.BEFORE
    return Informing.Moment.CHANGE if earlier else Informing.Moment.AFTER_TRIAGE


def _frame(loading, scene, given):
    row = LegalFrame(
        file_id=scene.case.pk, person=scene.people[given.person], capacity=scene.house.capacity, author=scene.director,
        kind=given.title, authority=given.authority, since=f"{loading.on(given.since):%Y%m%d}",
        until=loading.on(given.until),
    )  # fmt: skip
    loading.put(row, max(loading.at(given.since), scene.opened), ring=scene.ring, conditions=given.note)


def _alert(loading, scene, given):
    row = Alert(
        file_id=scene.case.pk, about=[scene.people[given.person].pk if given.person else scene.case.pk],
        capacity=loading.capacities[given.capacity], author=scene.director, until=loading.on(given.until),
    )  # fmt: skip
    loading.put(row, loading.at(given.at), ring=scene.ring, text=given.text)


def _note(loading, scene, given):
    by, call_back = loading.people[given.by], loading.on(given.call_back)
    _note_down(loading, scene, given.text, loading.at(given.at), by=by, call_back=call_back)


def _note_down(loading, scene, text, at, *, by=None, call_back=None):
    row = ProcessNote(
        case=scene.case, about=[scene.case.pk], audience=[scene.house.capacity_id], author=by or scene.director,
        call_back_on=call_back,
    )  # fmt: skip
    loading.put(row, at, ring=scene.ring, text=text)


def _lock(loading, scene, given):
    row = Lock(
        case=scene.case, about=[scene.case.pk], professional=loading.people[given.who], author=loading.people[given.by]
    )
    loading.put(row, loading.at(given.at), ring=scene.ring, reason=given.why)


def _seat_request(loading, scene, given):
    """A file of its own, with a key of its own: it knows the number and nothing else of the case."""
    asker, at = loading.people[given.who], loading.at(given.at)
    row = SeatRequest(
        house=scene.house, capacity=loading.capacities[given.capacity], asker=asker, author=asker,
        number=scene.case.number,
    )  # fmt: skip
    loading.put(row, at, ring=Keyring.new(row), why=given.why)
    loading.made_at(at, row.pk, ContentKey)


def _proposal(loading, scene, given):
    by = loading.people[given.who]
    seat = loading.world.people[given.who].capacities[0]
    about = scene.about([key for key in scene.people if scene.sees(seat, key)])
    row = SeatProposal(
        case=scene.case, about=about, capacity=loading.capacities[given.capacity], proposed_by=by, author=by
    )
    loading.put(row, loading.at(given.at), ring=scene.ring, why=given.why)


def _draft(loading, scene, given):
    """As the form keeps it: each field with what was typed."""
    row = ContributionDraft(case=scene.case, about=[scene.case.pk], author=loading.people[given.who])
    loading.put(row, loading.at(given.at), ring=scene.ring, typed=json.dumps({"text": [given.text]}))


def _disclosure(loading, scene, given):
    row = Disclosure(
        case=scene.case, about=[scene.case.pk], outcome=given.outcome, decided_on=loading.on(given.at),
        author=scene.director,
    )  # fmt: skip
    words = {name: getattr(given, name) for name in ("recipient", "ground", "purpose", "content")}
    loading.put(row, loading.at(given.at), ring=scene.ring, decided_by=scene.director.name, **words)


def _lead(loading, scene, given):
    """Offered by the house; accepted by who takes it, or not answered yet."""
    seat, written = scene.seats[given.capacity][0]
    accepted = loading.at(given.accepted)
    offered = max(scene.opened, loading.at(given.offered, BEGIN) or accepted - WITHIN)
    offer = LeadOffer(case=scene.case, seat=seat, about=[scene.case.pk], author=scene.director)
    loading.put(offer, offered, ring=scene.ring, reason=written.why)
    if accepted:
        lead = loading.people[given.who]
        answer = LeadAnswer(offer=offer, author=lead, accepted=True, lead_professional=lead)
        loading.put(answer, max(accepted, offered))


def _transfer(loading, scene, given):
    """What the circle knows of the offer, and under the same key what the other house reads of it."""
    both = {"from_house": scene.house, "to_house": loading.houses[given.house]}
    offer = HouseOffer(case=scene.case, about=[scene.case.pk], author=loading.people[given.by], **both)
    loading.put(offer, loading.at(given.at), ring=scene.ring, reason=given.text)
    request = HouseRequest(id=offer.pk, regime=scene.case.regime, text=given.request, handover_days=given.days, **both)
    loading.put(request, loading.at(given.at))


BESIDE = {
    "frame": _frame, "alert": _alert, "note": _note, "exclusion": _lock, "seat_request": _seat_request,
    "proposal": _proposal, "draft": _draft, "disclosure": _disclosure,
}  # fmt: skip
