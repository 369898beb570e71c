"""When may who say which house serves a municipality?"""

from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse

from ..colleagues.rules import administers


def may_take(professional, municipality, house):
    """What no other house has; a municipality of another house is let go of there first."""
    if not administers(professional, house.pk):
        return refuse(_("Only the functional administrator of the house says which municipalities belong to it."))
    if municipality.house_id == house.pk:
        return refuse(_("This municipality belongs to your house already."))
    if municipality.house_id:
        reason = _("This municipality belongs to {house}. Ask the administrator there to let go of it first.")
        return refuse(reason.format(house=municipality.house.name))
    return ALLOWED


def may_let_go(professional, municipality):
    """The house itself lets go of a municipality, so that another can take it."""
    if not municipality.house_id:
        return refuse(_("This municipality belongs to no house."))
    if not administers(professional, municipality.house_id):
        return refuse(_("Only the administrator of its own house lets go of a municipality."))
    return ALLOWED
