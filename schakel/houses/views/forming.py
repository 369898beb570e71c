"""A page with one form: shown, refused with its reason, overtaken by somebody else, or done."""

from django.contrib import messages
from django.shortcuts import redirect, render

from schakel.access.verdict import Conflict, Refused


def form_page(request, template, form, act, *, said, back, **context):
    """`act` does it with what was typed; `back` is where one goes then."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act(by=request.professional, **form.cleaned_data)
                messages.success(request, said)
                return redirect(back)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            except Conflict as conflict:
                saved = values_of(conflict.saved, form)
                context["differences"], status = form.overtaken(saved), 409
    return render(request, template, {"form": form, **context}, status=status)


def values_of(row, form_or_names):
    """With what a form about this row begins."""
    names = getattr(form_or_names, "fields", form_or_names)
    return {name: getattr(row, name) for name in names if hasattr(row, name)}


def once_key(values):
    """The key of the form is the key of the thing."""
    return {"key" if name == "once" else name: value for name, value in values.items()}
