"""Pages on lasting threads (WSGI), streams under /live/ (ASGI): one kind of process, one Django.

Django's synchronous pages were two to five times slower under ASGI; a stream would hold a thread under WSGI.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")

import uvicorn
from a2wsgi import WSGIMiddleware
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from uvicorn.supervisors import ChangeReload

THREADS = 8  # per process; the pool of ten connections serves them and a few streams
live, pages = get_asgi_application(), WSGIMiddleware(get_wsgi_application(), workers=THREADS)


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        return await lifespan(receive, send)
    await (live if scope["path"].startswith("/live/") else pages)(scope, receive, send)


async def lifespan(receive, send):
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def options():
    """For uvicorn. An open stream would otherwise hold the shutdown until the browser gave up."""
    return {
        "log_level": "warning",
        "access_log": False,  # paths name files; who read what is in the log of the database
        "server_header": False,
        "timeout_graceful_shutdown": 2,
        "proxy_headers": True,
        "forwarded_allow_ips": os.environ.get("SCHAKEL_PROXIES", "127.0.0.1"),
    }


def serve(listening):
    """One process that serves on a socket that listens already, until it is told to stop."""
    uvicorn.Server(uvicorn.Config(application, **options())).run(sockets=[listening])


def serve_reloading(listening):
    """The same for development: started anew when code changes."""
    config = uvicorn.Config("schakel.config.servers:application", reload=True, reload_dirs=["schakel"], **options())
    ChangeReload(config, target=uvicorn.Server(config).run, sockets=[listening]).run()
