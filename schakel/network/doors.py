"""Pages for those who work at a house."""

from functools import wraps

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused

from .models import Appointment


def house_staff(rule):
    """Only for whoever holds a role at a house at this moment; others read why not."""

    def decorate(view):
        @wraps(view)
        def asked(request, *args, **kwargs):
            held = Appointment.objects.filter(professional=request.professional, house__isnull=False)
            if not held.holding_on(localdate()).exists():
                raise Refused(_("This page is for the staff of a house. Ask your house's functional administrator."))
            return view(request, *args, **kwargs)

        asked.rule = f"house staff: {rule}"
        return asked

    return decorate
