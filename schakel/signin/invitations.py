"""A way in for who has no account yet: a link by mail and a code by another way, for a day, once, with few tries.

Whoever invites learns the code and not the link; whoever reads the mail learns the link and not the code.
"""

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F
from django.db.models.functions import Now

from schakel.access.fields import Start
from schakel.vault.keys import secret_of

from .models import A_DAY, MOST_TRIES, Account, Invitation

DIGITS = 8


def has_account(professional_id):
    return Account.objects.filter(professional_id=professional_id).exists()


def invite(*, professional_id, invited_by=None, using="door"):
    """A new invitation with its `spoken` code, which is nowhere else. Older ones no longer count."""
    for older in _open(Invitation.objects.using(using)).filter(professional_id=professional_id):
        _use(older, using)
    spoken = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    made = Invitation(professional_id=professional_id, invited_by=invited_by, code=make_password(spoken))
    made.token, made.expires_at = hashed(link_secret(made.pk)), Start() + A_DAY
    made.save(force_insert=True, using=using)
    made.spoken = f"{spoken[:4]} {spoken[4:]}"
    return made


def link_secret(invitation_id):
    """What stands in the link: made again whenever it is needed, by who holds the master key."""
    return urlsafe_b64encode(secret_of("invitation", invitation_id)).decode().rstrip("=")


def open_invitation(secret):
    """The invitation of this link, locked until the end of the request; None when it does not count any more."""
    found = _open(Invitation.objects.select_for_update()).filter(token=hashed(secret), expires_at__gt=Now())
    return found.first()


def invited_by(professional_id):
    """Invitations of this colleague that count, the newest first."""
    found = _open(Invitation.objects).filter(invited_by=professional_id, expires_at__gt=Now())
    return found.order_by("-made_at")


def fits(invitation, code):
    """Whether this is its code; a wrong one is counted, and after a few the invitation counts no more."""
    if check_password("".join(code.split()), invitation.code):
        return True
    invitation.tries = F("tries") + 1
    invitation.save(update_fields=["tries"], using="door")
    invitation.refresh_from_db(using="door")
    return False


def make_account(invitation, *, username, password):
    """The account of who was invited. First the account: an invitation that was used makes none."""
    account = Account(username=username, professional_id=invitation.professional_id)
    account.set_password(password)
    account.save(force_insert=True)
    _use(invitation, "door")
    return account


def _open(invitations):
    return invitations.filter(used_at=None, tries__lt=MOST_TRIES)


def _use(invitation, using):
    invitation.used_at = Now()
    invitation.save(update_fields=["used_at"], using=using)


def hashed(secret):
    return sha256(secret.encode()).hexdigest()
