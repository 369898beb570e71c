from django import forms


class StepForm(forms.Form):
    """To which step of the tour; more than there are is the last one."""

    step = forms.IntegerField(min_value=1, max_value=99)
