"""User name and password, checked by the door."""

from django.contrib.auth.hashers import make_password

from .models import Account


class DoorBackend:
    def authenticate(self, request, username=None, password=None):
        account = Account.objects.filter(username=username, is_active=True).first() if username else None
        if account is None or account.has_to_wait:
            make_password(password)  # an unknown name, and having to wait, take as long as a wrong password
            return None
        fits = account.check_password(password)
        account.forget_misses() if fits else account.note_miss()
        return account if fits else None

    def get_user(self, account_id):
        return Account.objects.filter(pk=account_id, is_active=True).first()
