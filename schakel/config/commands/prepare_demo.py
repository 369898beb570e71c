"""Everything between an empty folder and a demonstration that can be served. Runs again at every start."""

from django.conf import settings
from django.core.management import call_command

from schakel.config.migrating import reload_sparingly


def run(options):
    reload_sparingly()
    call_command("migrate", interactive=False, verbosity=0)
    if not settings.DEVELOPMENT:
        call_command("collectstatic", interactive=False, verbosity=0)
    from schakel.demonstration import load

    load.load()  # does nothing when the house is there
