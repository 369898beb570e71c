"""Reads persons from the national registry's own format (LO3, nl: Logisch Ontwerp) into plain objects.

Rubric numbers (01.02.40 = category, group, element) stand beside what they are read into.
Deliberately not read: nationality, residence permit, travel documents, voting rights and custody: a house has no ground
to keep them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from .addresses import RegistryAddress
from .dates import DateError, PartialDate, parse_registry
from .gender import Gender
from .lo3_rows import Fields, PersonList, read_lists
from .names import STANDARD_UNKNOWN, Name

# 07.70.10 (nl: indicatie geheim). The wording of the codes was compared in five published implementations of the
# registry's interface; the Logisch Ontwerp itself was not at hand, so the citation of its page is not verified.
#   0  no restriction
#   1  not without consent to third parties that carry out a generally binding regulation
#   2  not to churches
#   3  not to free third parties (nl: vrije derden)
#   4  1 and 2        5  1 and 3        6  2 and 3        7  1, 2 and 3
# The registry's interface turns every value above 0 into "geheimhouding persoonsgegevens", and so does this reader:
# churches are third parties too, and a code that nobody knows must hide rather than show.
NOT_SECRET = frozenset({"", "0"})

GENDERS = {"M": Gender.MALE, "V": Gender.FEMALE}  # O (nl: onbekend) and an empty value are unknown
UNKNOWN_ADDRESS = STANDARD_UNKNOWN  # 08.11.10 with a point: registered in the municipality, address unknown


class Suspension(StrEnum):
    """Why the registry stopped keeping a list up to date (07.67.20, nl: opschorting bijhouding).

    E, O and R occur in the test set with matching data; F, M and W were not verified in the Logisch Ontwerp.
    """

    EMIGRATED = "E"
    DECEASED = "O"
    ERROR = "F"
    MINISTERIAL = "M"
    NON_RESIDENT = "R"
    ERASED = "W"
    UNKNOWN = "."


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """A parent or child as it stands on somebody else's list."""

    name: Name = field(repr=False)
    birth: PartialDate | None = field(repr=False)
    citizen_service_number: str = field(repr=False)
    gender: Gender = Gender.UNKNOWN

    @property
    def is_known(self) -> bool:
        """Whether more is known than that there is such a person: the registry writes "." for an unknown parent."""
        return bool(self.name.surname or self.name.given_names or self.citizen_service_number)


@dataclass(frozen=True, slots=True)
class Union:
    """A marriage or registered partnership, running or ended (category 05)."""

    partner: RelatedPerson
    is_marriage: bool
    since: PartialDate | None  # 05.06.10; once a union has ended, the registry keeps this only in history
    ended: PartialDate | None  # 05.07.10
    end_reason: str = ""  # 05.07.40, table 41: S divorce, O death, R other; wording not verified

    @property
    def is_known(self) -> bool:
        """Whether it was ever there: a union recorded by mistake leaves an empty row."""
        return self.partner.is_known or self.since is not None or self.ended is not None

    @property
    def runs(self) -> bool:
        return self.ended is None and not self.end_reason


@dataclass(frozen=True, slots=True)
class RegistryPerson:
    """A person as the registry knows them now."""

    identifier: str
    citizen_service_number: str = field(repr=False)
    name: Name = field(repr=False)
    birth: PartialDate | None = field(repr=False)
    gender: Gender
    death: PartialDate | None = field(repr=False)
    secrecy_code: str
    suspension: Suspension | None
    address: RegistryAddress = field(repr=False)
    parents: tuple[RelatedPerson, ...] = field(repr=False)
    unions: tuple[Union, ...] = field(repr=False)
    children: tuple[RelatedPerson, ...] = field(repr=False)

    @property
    def is_deceased(self) -> bool:
        return self.death is not None or self.suspension == Suspension.DECEASED

    @property
    def is_secret(self) -> bool:
        """Whether the address may not be shown to third parties without the person's consent."""
        return self.secrecy_code not in NOT_SECRET

    @property
    def partners(self) -> tuple[RelatedPerson, ...]:
        """The partners of today."""
        return tuple(union.partner for union in self.unions if union.runs)


def read_file(path: Path) -> list[RegistryPerson]:
    """Every person of a file in the registry's table form."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return read_persons(lines)


def read_persons(lines: Iterable[str]) -> list[RegistryPerson]:
    """Every person of the lines of such a file (opened with newline='')."""
    return [_person(person_list) for person_list in read_lists(lines)]


def _person(person_list: PersonList) -> RegistryPerson:
    person, registration = person_list.one("01"), person_list.one("07")
    unions = tuple(union for union in map(_union, person_list.all("05")) if union.is_known)
    return RegistryPerson(
        identifier=person_list.identifier,
        citizen_service_number=person["01.20"],
        name=_name(person, use=person["61.10"], partner=_name_giver(unions)),
        birth=_date(person["03.10"]),
        gender=GENDERS.get(person["04.10"], Gender.UNKNOWN),
        death=_date(person_list.one("06")["08.10"]),
        secrecy_code=registration["70.10"],
        suspension=_suspension(registration["67.20"]),
        address=_address(person_list.one("08")),
        parents=_known(person_list.all("02") + person_list.all("03")),
        unions=unions,
        children=_known(person_list.all("09")),
    )


def _name(fields: Fields, use: str = "", partner: Name | None = None) -> Name:
    partner = partner or Name()
    return Name(
        given_names=fields["02.10"],
        prefix=fields["02.30"],
        surname=fields["02.40"],
        title=fields["02.20"],
        use=use,
        partner_prefix=partner.prefix,
        partner_surname=partner.surname,
    )


def _name_giver(unions: tuple[Union, ...]) -> Name | None:
    """Whose name somebody may use: the partner of today who came first, or else the one who left last."""
    running = [union for union in unions if union.runs]
    if running:
        return min(running, key=lambda union: union.since or PartialDate()).partner.name
    ended = max(unions, key=lambda union: union.ended or PartialDate(), default=None)
    return ended.partner.name if ended else None


def _related(fields: Fields) -> RelatedPerson:
    return RelatedPerson(
        name=_name(fields),
        birth=_date(fields["03.10"]),
        citizen_service_number=fields["01.20"],
        gender=GENDERS.get(fields["04.10"], Gender.UNKNOWN),
    )


def _known(occurrences: list[Fields]) -> tuple[RelatedPerson, ...]:
    return tuple(related for related in map(_related, occurrences) if related.is_known)


def _union(fields: Fields) -> Union:
    return Union(
        partner=_related(fields),
        is_marriage=fields["15.10"] != "P",
        since=_date(fields["06.10"]),
        ended=_date(fields["07.10"]),
        end_reason=fields["07.40"],
    )


def _date(text: str) -> PartialDate | None:
    """A date of the registry; one that cannot be (31 June, a typing error at the source) is there but unknown."""
    try:
        return parse_registry(text)
    except DateError:
        return PartialDate()


def _suspension(code: str) -> Suspension | None:
    if not code:
        return None
    return Suspension(code) if code in list(Suspension) else Suspension.UNKNOWN


def _address(fields: Fields) -> RegistryAddress:
    street = fields["11.15"] or fields["11.10"]
    return RegistryAddress(
        street="" if street == UNKNOWN_ADDRESS else street,
        number=fields["11.20"],
        letter=fields["11.30"],
        addition=fields["11.40"],
        beside=fields["11.50"],
        postcode=fields["11.60"],
        place="" if fields["11.70"] == STANDARD_UNKNOWN else fields["11.70"],
        location=fields["12.10"],
        municipality_code=fields["09.10"],
        country_code=fields["13.10"],
        foreign_lines=tuple(line for line in (fields["13.30"], fields["13.40"], fields["13.50"]) if line),
        is_postal_only=fields["10.10"] == "B",
        under_investigation=bool(fields["83.10"]) and not fields["83.30"],
    )
