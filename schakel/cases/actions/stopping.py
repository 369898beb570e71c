"""Confirming that what was recalled is no longer used: each for themselves, also without a seat."""

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.record import act, record

from ..models import Case
from ..rules_contribution import may_say_not_used


@act("recall.no_longer_used", gettext_noop("confirmed that they no longer use what was recalled"))
def stop_using(*, by, asked):
    """Say that one no longer uses what was recalled. (nl: niet meer gebruiken bevestigen)

    Who lost the seat signs an entry that names no file: that file is no longer theirs.
    """
    may_say_not_used(asked).enforce()
    asked.confirmed_at = timezone.now()
    asked.save(update_fields=["confirmed_at"])
    record(by=by, file=Case.objects.mine().filter(pk=asked.file_id).first(), about=asked)
    return asked
