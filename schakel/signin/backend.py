"""User name and password, checked by the door."""

from django.contrib.auth.hashers import make_password

from .models import Account


class DoorBackend:
    def authenticate(self, request, username=None, password=None):
        account = Account.objects.filter(username=username, is_active=True).first() if username else None
        if account is None:
            make_password(password)  # an unknown name takes as long as a wrong password
            return None
        return account if account.check_password(password) else None

    def get_user(self, account_id):
        return Account.objects.filter(pk=account_id, is_active=True).first()
