"""Alerts for the safety of professionals: with a source, and never without an end."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import Alert


@made_once(Alert)
@act("file.alert_given", gettext_noop("gave an alert for the safety of professionals"))
def give_alert(*, by, file, capacity, text, until, person=None, key=None):
    """Warn professionals about a person or the situation, from a source, until a day. (nl: attentie geven)"""
    standing = rules.standing_in(file)
    rules.may_alert(by, file, standing).enforce()
    about = [person.pk if person else file.file_id]
    if about[0] not in standing.sight:
        refuse(rules.OUT_OF_SIGHT).enforce()
    if until < timezone.localdate():
        refuse(_("An alert holds until a day: today or later.")).enforce()
    alert = Alert.objects.create(
        id=key or uuid4(), file_id=file.file_id, about=about, capacity=capacity, author=by, until=until
    )
    Keyring.of(file).write(alert, text=text)
    record(by=by, file=file, about=person or file)
    return alert


@act("file.alert_ended", gettext_noop("ended an alert"))
def end_alert(*, by, file, alert):
    """Take an alert away before its end. (nl: attentie beëindigen)"""
    rules.may_end_alert(by, file, alert).enforce()
    now = Alert.objects.select_for_update().get(pk=alert.pk)
    rules.may_end_alert(by, file, now).enforce()
    Keyring.of(file).rewrite(now, by=by, ended_on=timezone.localdate())
    record(by=by, file=file)
    return now
