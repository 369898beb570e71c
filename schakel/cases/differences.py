"""Two versions beside each other, in the words of the form."""

from django import forms


def differences(form, saved):
    """(label, what was typed, what stands now) for every field that both have."""
    pairs = []
    for name, field in form.fields.items():
        if name in saved and not isinstance(field.widget, forms.HiddenInput):
            pairs.append((field.label, _shown(field, form.cleaned_data.get(name)), _shown(field, saved[name])))
    return pairs


def _shown(field, value):
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value or ""))
    if isinstance(field, forms.BooleanField):
        return "✓" if value else ""
    return str(field.prepare_value(value) or "")
