"""Bundling and sending, by the worker under its own role: each step is committed before the next begins.

A mail is marked as being sent before a mail server hears of it, and never taken again. So a worker that is killed at
any moment sends nothing twice; at worst one mail is lost, and the next one counts the same things again.
"""

import smtplib
import socket
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import connection
from django.utils import timezone, translation

from schakel.network.workdays import calendar_of, is_workday

from .words import subject, text

AT_ONCE = 100
TIMEOUT = 20  # seconds
IN_CLEAR, IN_TLS = 25, 465
# After these the mail server did not take it, for certain. Of a line that broke nobody knows: that is not tried again.
REFUSED = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ConnectionRefusedError, socket.gaierror)


def bundle():
    """Count for each house whose hour came, on its working days."""
    now = timezone.localtime()
    for house, good_friday, liberation_day, closed in ask("SELECT * FROM mail.houses_at(%s)", now.hour):
        calendar = calendar_of(good_friday=good_friday, liberation_day=liberation_day)
        if not closed and is_workday(now.date(), calendar):
            while ask("SELECT mail.bundle(%s, %s)", house, AT_ONCE)[0][0] == AT_ONCE:
                pass


def send(deliver=None):
    """Everything that waits, one at a time; `deliver` takes a message and raises what smtplib raises."""
    deliver = deliver or transport()
    while taken := ask("SELECT * FROM mail.take()"):
        notice, address, _day, *numbers = taken[0]
        try:
            deliver(message(notice, address, numbers))
        except REFUSED:
            ask("SELECT mail.ended(%s, false)", notice)
        except OSError:
            continue
        else:
            ask("SELECT mail.ended(%s, true)", notice)


def message(notice, address, numbers):
    """The same notice always makes the same message, with the same Message-ID."""
    mail = EmailMessage()
    with translation.override("nl"):
        mail["Subject"] = subject()
        mail.set_content(text(*numbers))
    mail["From"], mail["To"] = settings.MAIL_FROM, address
    mail["Message-ID"] = f"<{notice}@{urlsplit(settings.ADDRESS).hostname}>"
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def transport():
    """How mail leaves: over the configured server; in a demonstration it stays, for the page that shows it."""
    return _stays if settings.DEMONSTRATION else _over_smtp


def _stays(mail):
    """Deliberately nothing."""


def _over_smtp(mail):
    server = urlsplit(settings.MAIL_SERVER)
    if server.scheme == "smtps":
        line = smtplib.SMTP_SSL(server.hostname, server.port or IN_TLS, timeout=TIMEOUT)
    else:
        line = smtplib.SMTP(server.hostname, server.port or IN_CLEAR, timeout=TIMEOUT)
    with line:
        if server.scheme == "smtp+starttls":
            line.starttls()
        if server.username:
            line.login(unquote(server.username), settings.MAIL_PASSWORD)
        line.send_message(mail)


def ask(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()
