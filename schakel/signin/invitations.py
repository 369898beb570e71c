"""A way in for who has no account yet: a link that counts for a day, once, and of which we keep a hash only."""

import secrets
from hashlib import sha256

from django.db.models.functions import Now

from schakel.access.fields import Start

from .models import A_DAY, Account, Invitation


def has_account(professional_id):
    return Account.objects.filter(professional_id=professional_id).exists()


def invite(*, professional_id, using="door"):
    """A new invitation; the answer is the secret of its link, which is nowhere else. Older ones no longer count."""
    for older in Invitation.objects.using(using).filter(professional_id=professional_id, used_at=None):
        _use(older, using)
    secret = secrets.token_urlsafe(32)
    made = Invitation(professional_id=professional_id, token=hashed(secret), expires_at=Start() + A_DAY)
    made.save(force_insert=True, using=using)
    return secret


def open_invitation(secret):
    """The invitation of this link, locked until the end of the request; None when it does not count any more."""
    found = Invitation.objects.select_for_update().filter(token=hashed(secret), used_at=None, expires_at__gt=Now())
    return found.first()


def make_account(invitation, *, username, password):
    """The account of who was invited. First the account: an invitation that was used makes none."""
    account = Account(username=username, professional_id=invitation.professional_id)
    account.set_password(password)
    account.save(force_insert=True)
    _use(invitation, "door")
    return account


def _use(invitation, using):
    invitation.used_at = Now()
    invitation.save(update_fields=["used_at"], using=using)


def hashed(secret):
    return sha256(secret.encode()).hexdigest()
