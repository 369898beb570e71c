"""What the contact of an organisation does with the referrals of a colleague who left."""

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused
from schakel.audit.record import act, record

from .. import rules


@act("referral.handed_on", gettext_noop("let a colleague go on with the referral of somebody who left"))
def hand_on(*, by, left, colleague):
    """Let a colleague go on with a referral whose referrer left, unread. (nl: aanmelding overdragen)"""
    rules.may_deal_with(by, left).enforce()
    rules.may_go_on_with(by, colleague).enforce()
    record(by=by, about=colleague)
    _done("SELECT access.hand_on_referral(%s, %s)", left.pk, colleague.pk)
    return left


@act("referral.left_thrown_away", gettext_noop("threw away the draft of a colleague who left"))
def throw_away_left(*, by, left):
    """Destroy the draft of a colleague who left, unread. (nl: concept van een vertrokken collega weggooien)"""
    rules.may_throw_away_left(by, left).enforce()
    record(by=by, about=left)
    _done("SELECT access.throw_away_draft(%s)", left.pk)


def _done(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        if not cursor.fetchone()[0]:
            raise Refused(_("Somebody dealt with this meanwhile."))
