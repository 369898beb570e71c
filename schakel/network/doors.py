"""Pages for those who work at a house."""

from functools import wraps

from django.utils.translation import gettext as _

from schakel.access.verdict import Refused


def house_staff(rule):
    """Only for whoever holds a role at a house at this moment; others read why not."""

    def decorate(view):
        @wraps(view)
        def asked(request, *args, **kwargs):
            if not request.professional.appointments.today().filter(house__isnull=False).exists():
                raise Refused(_("This page is for the staff of a house. Ask your house's functional administrator."))
            return view(request, *args, **kwargs)

        asked.rule = f"house staff: {rule}"
        return asked

    return decorate
