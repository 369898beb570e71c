from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused
from schakel.audit.record import act

from ..changes import changed
from ..models import Table
from ..wording import in_words
from .base import my_house, retire, standing

FIELDS = ["name", "regime", "rhythm", "weekday", "begins", "ends", "place", "link", "chair"]


@act("table.set", gettext_noop("set up a standing table"))
def set_table(*, by, house, table=None, **values):
    """Set up a standing table, or set it up otherwise from now on. (nl: tafel)"""
    house = my_house(by, house)
    if values["begins"] >= values["ends"]:
        raise Refused(_("A table ends after it begins."))
    before = standing(table) if table else None
    if before:
        retire(before)
    made = Table.objects.create(house=house, author=by, **values)
    changed(
        by=by, house=house, event="table.set", what=_("Tables"), about=made,
        before=in_words(before, FIELDS) if before else "", after=in_words(made, FIELDS),
    )  # fmt: skip
    return made


@act("table.ended", gettext_noop("ended a standing table"))
def end_table(*, by, table):
    """Hold this table no more; what was discussed at it stays with its cases. (nl: tafel)"""
    house = my_house(by, table.house)
    table = standing(table)
    retire(table)
    changed(by=by, house=house, event="table.ended", what=_("Tables"), about=table, before=in_words(table, FIELDS))
