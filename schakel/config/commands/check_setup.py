"""Is this installation put up as it must be? Prints every check; the exit status is 1 when any is not ok."""

import psycopg
from django.db import DatabaseError, OperationalError


def add_arguments(parser):
    pass


def run(options):
    from schakel.config.checks import CHECKS

    failed = 0
    for title, check in CHECKS:
        reason = reason_of(check)
        failed += bool(reason)
        print(f"{'niet ok' if reason else 'ok     '}  {title}{': ' + reason if reason else ''}")
    print("Alles is in orde." if not failed else f"{failed} van de {len(CHECKS)} controles zijn niet in orde.")
    return 1 if failed else 0


def reason_of(check):
    try:
        return check()
    except (DatabaseError, OperationalError, psycopg.Error) as error:
        return f"de database antwoordt niet ({type(error).__name__})"
