"""Coming in and going out; both stand in the log, and so does being kept out."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout

from schakel.audit.reading import write_door

from .invitations import fits, make_account, open_invitation
from .models import Account


def sign_in(request, *, username, password):
    """The account when name and password fit, None otherwise."""
    account = authenticate(request, username=username, password=password)
    if account is None:
        known = Account.objects.filter(username=username).first()
        if known:
            write_door(professional_id=known.professional_id, event="door.kept_out")
        return None
    return _come_in(request, account)


def sign_in_as_persona(request, *, username):
    """One click, and only in a demonstration: there is nobody real behind these accounts."""
    if not settings.DEMONSTRATION:
        return None
    account = Account.objects.filter(username=username, is_active=True).first()
    return account and _come_in(request, account)


def knows_the_code(secret, code):
    """Whether link and code belong together; a wrong code stands in the log. None when the link counts no more."""
    invitation = open_invitation(secret)
    if invitation is None:
        return None
    if not fits(invitation, code):
        write_door(professional_id=invitation.professional_id, event="door.kept_out")
        return False
    return True


def accept_invitation(request, *, secret, username, password):
    """Whoever was invited, and knew the code, makes an account and is in; None when the name is taken."""
    invitation = open_invitation(secret)
    if invitation is None or Account.objects.filter(username=username).exists():
        return None
    return _come_in(request, make_account(invitation, username=username, password=password))


def sign_out(request):
    if request.user.is_authenticated:
        write_door(professional_id=request.user.professional_id, event="door.out")
    logout(request)


def _come_in(request, account):
    write_door(professional_id=account.professional_id, event="door.in")
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return account
