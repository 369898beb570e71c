from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused

from . import actions
from .forms import RenameForm, SaveForm
from .models import SavedView

LISTS = {
    "casussen": "cases:cases", "triage": "triage:worklist", "aanmeldingen": "referrals:referrals",
    "afspraken": "plans:agreements",
}  # fmt: skip


@signed_in("each sees the views they saved")
@require_GET
def mine(request):
    """My saved views, list by list."""
    lists = {name: {"label": label, "url": reverse(LISTS[name]), "views": []} for name, label in SavedView.List.choices}
    for view in SavedView.objects.all():
        lists[view.list]["views"].append(view)
    return render(request, "worklists/mine.html", {"lists": [one for one in lists.values() if one["views"]]})


@signed_in("each saves views for themselves")
@require_http_methods(["GET", "POST"])
def new(request, name):
    """Save what a list shows now under a name; what it shows stands in the address, as on the list itself."""
    if name not in LISTS:
        raise Http404
    form, query = SaveForm(request.POST or None), request.META.get("QUERY_STRING", "")
    back = f"{reverse(LISTS[name])}?{query}"
    if form.is_valid():
        values = {"key": form.cleaned_data["once"], "name": form.cleaned_data["name"], "list": name}
        try:
            actions.save_view(by=request.professional, query=query, **values)
            return _done(request, _("The view is saved."), back)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"form": form, "back": back, "title": _("Save this view"), "label": _("Save the view"), "verdict": True}
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


@signed_in("each renames their own views")
@require_http_methods(["GET", "POST"])
def rename(request, savedview):
    """Call it something else."""
    view, back = get_object_or_404(SavedView, pk=savedview), reverse("worklists:mine")
    form = RenameForm(request.POST or None, initial={"name": view.name})
    if form.is_valid():
        actions.rename_view(by=request.professional, view=view, name=form.cleaned_data["name"])
        return _done(request, _("The view has another name."), back)
    values = {"form": form, "back": back, "title": _("Rename the view"), "label": _("Rename"), "verdict": True}
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


@signed_in("each chooses with which of their views a list begins")
@require_POST
def first(request, savedview):
    """The list begins with it; or, when it did, with everything again."""
    view = get_object_or_404(SavedView, pk=savedview)
    actions.put_first(by=request.professional, view=view, first=not view.is_first)
    words = _("The list begins with this view.") if view.is_first else _("The list begins with everything again.")
    return _done(request, words, reverse("worklists:mine"))


@signed_in("each removes their own views")
@require_POST
def remove(request, savedview):
    """It is gone; the list itself stays as it is."""
    actions.remove_view(by=request.professional, view=get_object_or_404(SavedView, pk=savedview))
    return _done(request, _("The view is removed."), reverse("worklists:mine"))


def _done(request, words, place):
    messages.success(request, words)
    return redirect(place)
