"""The worker: jobs that acts left behind, and what must happen every day."""


def add_arguments(parser):
    parser.add_argument("--once", action="store_true", help="voer uit wat er klaarstaat en stop")


def run(options):
    from schakel.access.ordinary import refuse_extraordinary_roles
    from schakel.config.lifetime import stop_with_parent
    from schakel.jobs.worker import work

    stop_with_parent()
    refuse_extraordinary_roles()
    work(wait=not options.once)
