"""The thirty houses and their municipalities, so that an installation starts with them. Again: only what is new."""

from datetime import date
from pathlib import Path


def add_arguments(parser):
    parser.add_argument("--table", type=Path, metavar="BESTAND", help="een nieuwere landelijke tabel 33 (csv)")


def run(options):
    from schakel.network.places.loading import load

    loaded = load(entries(options.table))
    print(f"{loaded.houses} huizen en {loaded.municipalities} gemeenten nieuw, {loaded.changed} gemeenten bijgewerkt.")
    if loaded.unserved:
        print(f"Nog van geen huis: {', '.join(sorted(loaded.unserved))}.")
    return 0


def entries(table=None):
    """The lines of the national table, or of a newer one."""
    from schakel.network.places.loading import Entry
    from schakel.people.municipalities import TABLE, read

    return [
        Entry(one.code, one.name, one.successor, day(one.until))
        for one in read(table or TABLE).values()
        if one.is_place
    ]


def day(until):
    return date(until.year, until.month or 1, until.day or 1) if until and until.year else None
