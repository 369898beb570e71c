"""The web server of an installation."""

import os


def add_arguments(parser):
    parser.add_argument("--host", default="127.0.0.1", help="adres waarop wordt geluisterd (127.0.0.1)")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000), help="poort (8000)")
    parser.add_argument("--processes", type=int, default=2, help="aantal processen (2)")


def run(options):
    import uvicorn

    from schakel.access.ordinary import refuse_extraordinary_roles
    from schakel.config.lifetime import stop_with_parent
    from schakel.config.servers import options as server_options

    stop_with_parent()
    for alias in ("default", "door"):
        refuse_extraordinary_roles(alias)
    uvicorn.run(
        "schakel.config.servers:application",
        host=options.host,
        port=options.port,
        workers=options.processes,
        **server_options(),
    )
