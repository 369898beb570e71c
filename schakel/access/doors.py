"""Every page declares who may come in; a promise test reads it, the rulebook prints it."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseNotAllowed


def public(why):
    """No sign-in, and the reason why not."""

    def decorate(view):
        view = login_not_required(view)
        view.rule = f"public: {why}"
        return view

    return decorate


def signed_in(rule):
    """Whoever is signed in; what they then see is the row policies' business."""

    def decorate(view):
        view.rule = f"signed in: {rule}"
        return view

    return decorate


def never_ahead(view):
    """Fetching ahead, or asking anything but a page, reads nothing and leaves no entry in anybody's name."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if request.method not in ("GET", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        if "prefetch" in request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", ""):
            return HttpResponse(status=503)
        return view(request, *args, **kwargs)

    return asked
