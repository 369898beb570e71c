from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from schakel.access.doors import public, signed_in

from . import actions
from .forms import InvitedForm, PersonaForm, SignInForm
from .invitations import open_invitation


@public("this is where one signs in")
@never_cache
@require_http_methods(["GET", "POST"])
def signin(request):
    """User name and password; in a demonstration one click on a persona."""
    form = SignInForm(request.POST if "password" in request.POST else None)
    if _came_in(request, form):
        return redirect(_wanted(request))
    values = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    if settings.DEMONSTRATION:
        values["personas"] = import_string(settings.PERSONAS)()
    return render(request, "signin/signin.html", values, status=422 if request.method == "POST" else 200)


@public("whoever was invited has no account yet; link and code are the key, for a day and once")
@never_cache
@require_http_methods(["GET", "POST"])
def invited(request, secret):
    """Choose a user name and a password; looking at the page uses nothing up."""
    if open_invitation(secret) is None:
        return render(request, "signin/invited.html", {"form": None}, status=404)
    form = InvitedForm(request.POST or None)
    if form.is_bound and form.is_valid() and _knows_the_code(secret, form):
        chosen = {"username": form.cleaned_data["username"], "password": form.cleaned_data["password"]}
        if actions.accept_invitation(request, secret=secret, **chosen):
            messages.success(request, _("Your account is there. From now on you sign in with this name and password."))
            return redirect(settings.LOGIN_REDIRECT_URL)
        form.add_error("username", _("This user name cannot be used. Choose another one."))
    return render(request, "signin/invited.html", {"form": form}, status=422 if form.is_bound else 200)


def _knows_the_code(secret, form):
    knows = actions.knows_the_code(secret, form.cleaned_data["code"])
    if not knows:
        form.add_error("code", _("This code does not belong to this link. After five mistakes one is invited anew."))
    return knows


@signed_in("whoever came in may go out")
@require_POST
def signout(request):
    actions.sign_out(request)
    messages.success(request, _("You are signed out."))
    return redirect("signin:signin")


def _came_in(request, form):
    if request.method != "POST":
        return False
    if "persona" in request.POST:
        chosen = PersonaForm(request.POST)
        return chosen.is_valid() and actions.sign_in_as_persona(request, username=chosen.cleaned_data["persona"])
    if form.is_bound and form.is_valid():
        if actions.sign_in(request, **form.cleaned_data):
            return True
        form.add_error(None, _("This user name and password do not fit together. After five mistakes, wait a minute."))
    return False


def _wanted(request):
    """Where somebody was going, if that is a page of ours."""
    place = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(place, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return place if ours else settings.LOGIN_REDIRECT_URL
