"""What cases ask: of who sits in them, of who directs them, of the contact of an organisation, of another house."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.waiting import waits_for_me
from schakel.design.parts.words import day
from schakel.network.workdays import workdays_left

from .ask import MANY, Ask


def asked_in_cases(desk):
    return [WORDED[one.kind](one) for one in waits_for_me(MANY)]


def _stop_using(one):
    meta = _("recalled in case {number} on {day}").format(number=one.number, day=day(one.on))
    url = reverse("cases:stop_using", args=[one.key])
    return Ask(_("Confirm that you no longer use information"), meta, url, _("Confirm"), strong=True)


def _our_word(one):
    name = ngettext(
        "One contribution on your behalf waits for confirmation",
        "{count} contributions on your behalf wait for confirmation",
        one.how_many,
    ).format(count=one.how_many)
    return Ask(name, _case(one), reverse("cases:contributions", args=[one.number]), _("Look at it"))


def _colleague(one):
    name = _("Something on behalf of your organisation waits for confirmation")
    return Ask(name, _whose(one), reverse("cases:seat", args=[one.key]), _("Name somebody"))


def _empty_seat(one):
    return Ask(_("Say who takes part"), _whose(one), reverse("cases:taking_part"), _("Name somebody"))


def _statement(one):
    url = reverse("cases:sign", args=[one.key])
    return Ask(_("Sign the statement of confidentiality"), _whose(one), url, _("Read and sign"), strong=True)


def _request(one):
    url = reverse("cases:answer_request", args=[one.number, one.key])
    meta = _("{organisation} · case {number} · asked on {day}")
    meta = meta.format(organisation=one.whose, number=one.number, day=day(one.on))
    return Ask(_("Request for a seat in a case"), meta, url, _("Give an answer"))


def _proposal(one):
    name = ngettext("An organisation is proposed for a seat", "{count} organisations are proposed", one.how_many)
    return Ask(name.format(count=one.how_many), _case(one), reverse("cases:circle", args=[one.number]), _("Look at it"))


def _lead(one):
    url = reverse("cases:answer_lead", args=[one.number, one.key])
    return Ask(_("Answer the offer of the lead"), _case(one), url, _("Give an answer"), strong=True)


def _house(one):
    url = reverse("cases:house_request", args=[one.key])
    return Ask(_("Case of another house"), one.whose, url, _("Give an answer"))


def _call(one):
    url = reverse("cases:notes", args=[one.number])
    return Ask(_("Call back"), _case(one), url, _("Look at it"), one.on, workdays_left(one.on))


def _case(one):
    return _("case {number}").format(number=one.number)


def _whose(one):
    return _("case {number} · {capacity}").format(number=one.number, capacity=one.whose)


WORDED = {
    "stop_using": _stop_using, "our_word": _our_word, "colleague": _colleague, "empty_seat": _empty_seat,
    "statement": _statement, "request": _request, "proposal": _proposal, "lead": _lead, "house": _house, "call": _call,
}  # fmt: skip
