"""The link of an invitation, by mail, to whoever was invited: without the code, without a name, without a reason."""

from email.message import EmailMessage
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from schakel.signin.invitations import invited_by, link_secret

from .sending import REFUSED, ask, transport


def send_invitations(deliver=None):
    """Everything that waits; what the mail server did not take is tried again after a while."""
    deliver = deliver or transport()
    while taken := ask("SELECT * FROM mail.take_invitation()"):
        invitation, address = taken[0]
        try:
            deliver(_message(invitation, address))
        except (*REFUSED, OSError):
            continue
        ask("SELECT mail.invitation_mailed(%s)", invitation)


def shown_in_a_demonstration(professional):
    """What whoever this colleague invited would have got: only where nobody is real."""
    return [text(one.pk) for one in invited_by(professional.pk)] if settings.DEMONSTRATION else []


def subject():
    return _("An invitation to Schakel")


def text(invitation):
    link = settings.ADDRESS + reverse("signin:invited", args=[link_secret(invitation)])
    return _(
        "You were invited to make an account in Schakel. Open this link within a day:\n\n{link}\n\nYou also need a "
        "code. Whoever invited you tells it to you; no code is ever sent by mail."
    ).format(link=link)


def _message(invitation, address):
    mail = EmailMessage()
    with translation.override("nl"):
        mail["Subject"] = subject()
        mail.set_content(text(invitation))
    mail["From"], mail["To"] = settings.MAIL_FROM, address
    mail["Message-ID"] = f"<{invitation}@{urlsplit(settings.ADDRESS).hostname}>"
    mail["Auto-Submitted"] = "auto-generated"
    return mail
