"""Asking a house for advice, answering, asking on."""

from uuid import uuid4

from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from . import rules
from .models import Consultation, Response


@made_once(Consultation)
@act("consultation.asked", gettext_noop("asked a house for advice"))
def ask(*, by, house, kind, question, key=None):
    """Ask the staff of a house for advice, without anybody in it. (nl: advies vragen)"""
    rules.may_be_written(question).enforce()
    consultation = Consultation.objects.create(id=key or uuid4(), author=by, house=house, kind=kind)
    Keyring.new(consultation).write(consultation, question=question)
    record(by=by, file=consultation, about=consultation)
    return consultation


@made_once(Response)
@act("consultation.answered", gettext_noop("answered a question for advice"))
def advise(*, by, consultation, kind, text, minutes=0, organisation=None, colleague=None, key=None):
    """Advise, put in touch with an organisation or a colleague, or advise to refer. (nl: adviesvraag beantwoorden)"""
    rules.may_answer(by, consultation).enforce()
    if kind == Response.Kind.IN_TOUCH:
        rules.may_be_met(organisation, colleague, consultation.house).enforce()
    met = {"organisation": organisation, "colleague": colleague} if kind == Response.Kind.IN_TOUCH else {}
    return _respond(by, consultation, kind, text, key, minutes=minutes, **met)


@made_once(Response)
@act("consultation.asked_on", gettext_noop("asked on about advice"))
def ask_on(*, by, consultation, text, key=None):
    """Ask on about the advice one got. (nl: doorvragen)"""
    rules.may_ask_on(by, consultation).enforce()
    return _respond(by, consultation, Response.Kind.ASKED_ON, text, key)


def _respond(by, consultation, kind, text, key, **more):
    rules.may_be_written(text).enforce()
    response = Response.objects.create(
        id=key or uuid4(), author=by, consultation=consultation, kind=kind, **more
    )  # fmt: skip
    Keyring.of(consultation).write(response, text=text)
    record(by=by, file=consultation, about=response)
    return response
