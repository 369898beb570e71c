"""The picture of a case: what was brought in, per life domain and person. Nothing is added up into a judgement."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from schakel.people.showing import display_name

from .brought_in import described
from .house_lists import life_domains
from .models import Contribution

KINDS = [
    (Contribution.Kind.FACT, "facts"),
    (Contribution.Kind.ESTIMATE, "estimates"),
    (Contribution.Kind.INTENDED_STEP, "intended_steps"),
]


@dataclass
class Spot:
    """What stands about one person, or the situation, on one life domain; newest first."""

    whom: str
    rows: list = field(default_factory=list)

    @property
    def newest(self):
        return self.rows[0] if self.rows else None

    @property
    def counts(self):
        """(words, how many) for each kind that there is."""
        found = [(kind.label, sum(row.kind == kind for row in self.rows)) for kind, _name in KINDS]
        return [(words, number) for words, number in found if number]


@dataclass
class Domain:
    """One life domain over everybody the reader sees."""

    name: str
    spots: list

    @property
    def is_empty(self):
        return not any(spot.rows for spot in self.spots)

    @property
    def rows(self):
        """Each contribution once, newest first, also when it is about several persons."""
        found = {row.pk: row for spot in self.spots for row in spot.rows}
        return sorted(found.values(), key=lambda row: row.brought_in_at, reverse=True)


def picture_of(case, circle, reader):
    """The life domains of the house in their order, then those of older lists, then what names none.

    Only what stands: no first versions, nothing recalled. Whom the reader does not see is no column, and what they
    may not read is in no count.
    """
    rows = described(case, circle, reader, Contribution.objects.filter(replaced_by=None))
    standing = [row for row in rows if not row.is_recalled and not row.is_destroyed]
    known = list(life_domains(case))
    others = sorted({row.life_domain for row in standing} - {*known, ""})
    unnamed = [""] if any(not row.life_domain for row in standing) else []
    whole = any(seat.whole_case for seat in circle.of(reader))
    whom = _columns(case, circle, whole)
    return [_domain(name, whom, standing) for name in [*known, *others, *unnamed]]


def _columns(case, circle, whole):
    """The persons the reader sees, and the situation where they see the whole."""
    people = [] if case.is_area else [(person.pk, display_name(person)) for person in circle.persons]
    return [*people, *([(case.pk, _("the situation"))] if whole else [])]


def _domain(name, whom, rows):
    spots = [Spot(words, [row for row in rows if row.life_domain == name and key in row.about]) for key, words in whom]
    return Domain(name, spots)
