from django.utils.translation import gettext_noop

from schakel.audit.record import act, record

from .models import MailChoice


@act("mail.chosen", gettext_noop("chose on which days to get mail"))
def choose_days(*, by, days):
    """Say on which working days the mail with news comes; none switches it off. (nl: mailvoorkeur)"""
    choice = MailChoice.objects.filter(professional=by).first()
    if choice is None:
        choice = MailChoice.objects.create(professional=by, days=sorted(days))
    else:
        choice.days = sorted(days)
        choice.save(update_fields=["days"])
    record(by=by, about=choice)
    return choice
