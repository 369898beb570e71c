"""Bring the tables up to date, as the owner: the only program that signs in as the owner."""


def add_arguments(parser):
    pass


def run(options):
    from django.core.management import call_command

    from schakel.config.migrating import reload_sparingly

    reload_sparingly()
    call_command("migrate", interactive=False, verbosity=1)
