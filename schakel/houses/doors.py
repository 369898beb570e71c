from functools import wraps

from django.shortcuts import get_object_or_404

from schakel.access.doors import signed_in
from schakel.network.models import House
from schakel.network.rules import may_administer

from . import rules


def setting_up(view):
    """A page about the set-up of one house, for who administers it; everybody else reads why not."""

    @signed_in("the functional administrator of the house; others read why not")
    @wraps(view)
    def asked(request, house, **path):
        may_administer(request.professional).enforce()
        house = get_object_or_404(House, pk=house)
        rules.may_set_up(request.professional, house).enforce()
        return view(request, house, **path)

    return asked
