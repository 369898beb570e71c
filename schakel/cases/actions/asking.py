"""Asking for a seat from outside, proposing one from inside, and the answer."""

from uuid import uuid4

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.opening import file_open
from schakel.audit.record import act, record
from schakel.houses.models import HouseText
from schakel.vault.words import Keyring

from .. import rules_circle
from ..editions import locked
from ..models import ConfidentialityStatement, SeatProposal, SeatRequest
from ..models.asking import Outcome
from .circle import give_seat


@made_once(SeatRequest)
@act("seat.asked", gettext_noop("asked for a seat in a case"))
def ask_for_seat(*, by, house, capacity, number, why, key=None):
    """Ask for a seat in a case by its number, whether or not there is one. (nl: verzoek om een plaats)

    Nothing here looks whether the case exists: one statement, one answer, one waiting time.
    """
    rules_circle.may_ask_for_a_seat(by).enforce()
    asked = SeatRequest.objects.create(
        id=key or uuid4(), author=by, asker=by, house=house, capacity=capacity, number=number
    )
    ring = Keyring.new(asked)
    ring.write(asked, why=why)
    record(by=by, file=asked, about=asked)
    return asked


@act("seat_request.withdrawn", gettext_noop("withdrew a request for a seat"))
def withdraw_seat_request(*, by, seat_request):
    """Take a request for a seat back. (nl: verzoek om een plaats)"""
    rules_circle.may_withdraw_request(by, seat_request).enforce()
    seat_request.author, seat_request.withdrawn_at = by, timezone.now()
    seat_request.save(update_fields=["author", "withdrawn_at"])
    record(by=by, file=seat_request, about=seat_request)
    return seat_request


@act("seat_request.granted", gettext_noop("granted a request for a seat"))
def grant_seat_request(*, by, seat_request, case, role, why, people=(), starts_on=None, ends_on=None):
    """Give the organisation that asked a seat. (nl: verzoek om een plaats)"""
    rules_circle.may_answer_request(by, seat_request, case, Outcome.GRANTED).enforce()
    seat = give_seat(
        by=by, case=case, capacity=seat_request.capacity, role=role, why=why, people=people, starts_on=starts_on,
        ends_on=ends_on,
    )  # fmt: skip
    _answer(by, seat_request, Outcome.GRANTED, "")
    record(by=by, file=case, about=seat_request)
    return seat


@act("seat_request.refused", gettext_noop("refused a request for a seat"))
def refuse_seat_request(*, by, seat_request, case, answer):
    """Refuse a request for a seat with the reason, which the asker reads. (nl: verzoek om een plaats)"""
    rules_circle.may_answer_request(by, seat_request, case, Outcome.REFUSED).enforce()
    _answer(by, seat_request, Outcome.REFUSED, answer)
    record(by=by, file=case, about=seat_request)
    return seat_request


def _answer(by, seat_request, outcome, answer):
    """In the file of the request itself, which is opened for it: there the asker reads the answer."""
    with file_open(seat_request, by=by, purpose=gettext_noop("answer a request for a seat")):
        Keyring.of(seat_request).rewrite(
            seat_request, by=by, words={"answer": answer}, outcome=outcome, answered_at=timezone.now()
        )


@made_once(SeatProposal)
@act("seat.proposed", gettext_noop("proposed an organisation for the circle"))
def propose_seat(*, by, case, capacity, why, about, key=None):
    """Propose an organisation that is needed in the circle. (nl: voorstel voor een plaats)"""
    rules_circle.may_propose(by, case).enforce()
    proposal = SeatProposal.objects.create(
        id=key or uuid4(), author=by, proposed_by=by, case=case, capacity=capacity, about=about
    )
    Keyring.of(case).write(proposal, why=why)
    record(by=by, file=case, about=proposal)
    return proposal


@act("seat_proposal.answered", gettext_noop("answered a proposal for a seat"))
def answer_proposal(*, by, proposal, answer="", seat=None):
    """Answer a proposal: a seat was given for it, or not with the reason. (nl: voorstel voor een plaats)

    In the opened file: the words of who proposed are sealed anew beside the answer.
    """
    rules_circle.may_answer_proposal(by, proposal).enforce()
    proposal = locked(proposal, proposal.edition, together=("case__house",))
    outcome = Outcome.GRANTED if seat else Outcome.REFUSED
    Keyring.of(proposal.case).rewrite(
        proposal, by=by, words={"answer": answer}, outcome=outcome, answered_at=timezone.now()
    )
    record(by=by, file=proposal.case, about=proposal)
    return proposal


@made_once(ConfidentialityStatement, signed="professional")
@act("statement.signed", gettext_noop("signed the statement of confidentiality"))
def sign_statement(*, by, seat_id, text_version, key=None):
    """Sign the house's text before the first reading. (nl: geheimhoudingsverklaring)"""
    signed = ConfidentialityStatement.objects.create(
        id=key or uuid4(), seat_id=seat_id, professional=by, text_version=text_version
    )
    record(by=by, about=signed)
    return signed


def statements_asked():
    """Where I am named and signed nothing yet: (seat, number, capacity, house)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seat, number, capacity, house FROM access.statements_asked_of_me() ORDER BY number")
        return cursor.fetchall()


def version_of(house):
    """Which text of the house is signed: its texts are never edited, so the row is the version."""
    written = HouseText.objects.filter(house=house, key="confidentiality").values_list("pk", flat=True).first()
    return str(written or "default")
