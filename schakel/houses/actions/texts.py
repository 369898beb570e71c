from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, Refused
from schakel.audit.record import act

from ..changes import changed
from ..models import HouseText
from ..texts import DEFAULTS, KINDS, refuse_unfillable
from .base import my_house, retire


@act("text.set", gettext_noop("set a text of the house"))
def set_text(*, by, house, key, text, edition):
    """Say it in the house's own words from now on; what was sent keeps its text. (nl: huistekst)"""
    house = my_house(by, house)
    before = _standing(house, key, edition)
    try:
        refuse_unfillable(key, text)
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from None
    if before:
        retire(before)
    made = HouseText.objects.create(house=house, author=by, key=key, text=text, edition=edition + 1)
    changed(
        by=by, house=house, event="text.set", what=KINDS[key].label, about=made,
        before=before.text if before else DEFAULTS[key], after=text,
    )  # fmt: skip
    return made


@act("text.left", gettext_noop("went back to the common text"))
def leave_text(*, by, house, key, edition):
    """Use the common text again. (nl: huistekst)"""
    house = my_house(by, house)
    before = _standing(house, key, edition)
    if before is None:
        raise Refused(_("Your house uses the common text already."))
    retire(before)
    changed(
        by=by, house=house, event="text.left", what=KINDS[key].label, about=before, before=before.text,
        after=DEFAULTS[key],
    )  # fmt: skip


def edition_of(house, key):
    """How often this house has set this text."""
    last = HouseText.every.filter(house=house, key=key).order_by("-edition").first()
    return last.edition if last else 0


def _standing(house, key, edition):
    found = HouseText.objects.filter(house=house, key=key).first()
    if edition_of(house, key) != edition:
        raise Conflict(found or HouseText(house=house, key=key, text=DEFAULTS[key], edition=edition_of(house, key)))
    return found
