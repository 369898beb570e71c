"""The `schakel` command. Without SCHAKEL_DATABASE_URL it speaks to the demonstration house in var/."""

import argparse
import os
import sys
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMBEDDED = ROOT / "var/postgres"

# name: (module, database role, what it does)
COMMANDS = {
    "demo": ("demo", None, "start het demonstratiehuis op deze computer"),
    "serve": ("serve", "schakel_app", "start de webserver"),
    "worker": ("worker", "schakel_worker", "voer het werk uit dat later of vanzelf gebeurt"),
    "migrate": ("migrate", "schakel_owner", "werk de tabellen bij"),
    "load-network": ("load_network", "schakel_owner", "zet de dertig huizen en hun gemeenten klaar"),
    "invite-administrator": ("invite_administrator", "schakel_owner", "geef een huis zijn eerste beheerder"),
    "import-referral": ("import_referral", "schakel_app", "lees aanmeldingen in (landelijk bericht, soort ZVH)"),
    "check-setup": ("check_setup", "schakel_app", "controleer rollen, regels, sleutels en instellingen"),
}
INTERNAL = {"prepare-demo": ("prepare_demo", "schakel_owner", argparse.SUPPRESS)}


def main(arguments=None):
    options = parser().parse_args(arguments)
    module, role, _ = (COMMANDS | INTERNAL)[options.command]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")
    if role is None:  # the demonstration starts its own server, and its own programs for each role
        return run(module, options)
    os.environ["SCHAKEL_DB_ROLE"] = role
    with database():
        import django

        django.setup()
        return run(module, options)


def parser():
    found = argparse.ArgumentParser(prog="schakel", description="Schakel: casuïstiek voor Zorg- en Veiligheidshuizen.")
    commands = found.add_subparsers(dest="command", required=True, metavar="opdracht")
    for name, (module, _, text) in COMMANDS.items():
        one = commands.add_parser(name, help=text, description=text.capitalize() + ".")
        import_module(f"schakel.config.commands.{module}").add_arguments(one)
    for name in INTERNAL:
        commands.add_parser(name)
    return found


def database():
    if os.environ.get("SCHAKEL_DATABASE_URL"):
        return nullcontext()
    from . import postgres
    from .lifetime import stop_on_signals

    stop_on_signals()  # so that a server started here is also stopped here
    return postgres.running(EMBEDDED)


def run(module, options):
    return import_module(f"schakel.config.commands.{module}").run(options)


if __name__ == "__main__":
    sys.exit(main())
