"""Which house serves which municipality."""

from django.utils.translation import gettext_noop

from schakel.audit.record import act, record

from ..models import Municipality
from . import rules


@act("municipality.taken", gettext_noop("added a municipality to the house"))
def take(*, by, municipality, house):
    """Let the house serve a municipality that no other house has. (nl: gemeente toevoegen)"""
    rules.may_take(by, municipality, house).enforce()
    municipality = _locked(municipality)
    rules.may_take(by, municipality, house).enforce()
    municipality.house = house
    municipality.save(update_fields=["house"])
    record(by=by, about=municipality)
    return municipality


@act("municipality.let_go", gettext_noop("let go of a municipality of the house"))
def let_go(*, by, municipality):
    """Let go of a municipality, so that another house can take it. (nl: gemeente loslaten)"""
    rules.may_let_go(by, municipality).enforce()
    municipality = _locked(municipality)
    municipality.house = None
    municipality.save(update_fields=["house"])
    record(by=by, about=municipality)
    return municipality


def _locked(municipality):
    """As it is now; nobody else changes it until this is done."""
    return Municipality.objects.select_for_update(of=["self"]).select_related("house").get(pk=municipality.pk)
