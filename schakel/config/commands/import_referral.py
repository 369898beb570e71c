"""Referrals by the national message, from files. Nothing of a person is printed."""


def add_arguments(parser):
    parser.add_argument("files", nargs="+", metavar="BESTAND", help="een JSON-bericht")


def run(options):
    """0 when every message became a referral or an update of one, 1 when any was refused."""
    from schakel.exchange.importing import import_files

    results = import_files(options.files)
    for result in results:
        print(result)
    return 1 if any(result.refused for result in results) else 0
