"""Is this server ready? For a load balancer or a start script: an answer without content."""

import psycopg
from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.http import JsonResponse
from django.views.decorators.cache import never_cache

from schakel.access.doors import public


@public("a load balancer asks it; the answer has no content")
@never_cache
@transaction.non_atomic_requests(using="default")
@transaction.non_atomic_requests(using="door")
def healthz(request):
    """200 when the three roles of a web process reach the database, 503 with the names of those that do not."""
    ready = {alias: answers(alias) for alias in ("default", "door")} | {"log": log_answers()}
    return JsonResponse({"ready": all(ready.values()), **ready}, status=200 if all(ready.values()) else 503)


def answers(alias):
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, psycopg.Error):
        return False
    return True


def log_answers():
    database = {**settings.LOG_DATABASE, "dbname": connections["default"].settings_dict["NAME"]}
    try:
        with psycopg.connect(**database) as connection:
            connection.execute("SELECT 1")
    except psycopg.Error:
        return False
    return True
