"""The national message by which police report a concern to a house, as plain objects (nl: melding)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from schakel.people.dates import PartialDate
from schakel.people.gender import Gender
from schakel.people.names import Name
from schakel.people.text import clean_text

ADDRESS_KINDS = {"01": "post", "02": "residence", "03": "registered"}
CHANNELS = {"Vaste telefoon": "landline", "Mobiele telefoon": "mobile", "Emailadres": "email"}
GENDERS = {"man": Gender.MALE, "vrouw": Gender.FEMALE, "anders": Gender.OTHER, "onbekend": Gender.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Incident:
    at: datetime
    place: str
    description: str
    period_from: datetime
    period_until: datetime


@dataclass(frozen=True, slots=True)
class MessageAddress:
    kind: str  # one of ADDRESS_KINDS
    street: str
    number: int
    letter: str


@dataclass(frozen=True, slots=True)
class Contact:
    channel: str  # one of CHANNELS
    value: str


@dataclass(frozen=True, slots=True)
class ReportedPerson:
    citizen_service_number: str
    name: Name
    initials: str  # as the sender wrote them; `name` holds them as given names when there are no others
    gender: Gender
    birth: PartialDate | None
    address: MessageAddress
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    sketch: str
    details: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class FurtherInformation:
    description: str
    url: str  # any URI that is well formed: make a link of it only when it starts with https://


@dataclass(frozen=True, slots=True)
class Message:
    """One report for a house; its representation shows nothing of what was reported."""

    registration_number: str  # the same number again is an update of the same report
    sent_at: datetime = field(repr=False)
    request: str = field(repr=False)
    wants_feedback: bool = field(repr=False)
    incident: Incident = field(repr=False)
    person: ReportedPerson = field(repr=False)
    concern: Concern = field(repr=False)
    further: FurtherInformation = field(repr=False)


def message_from(values: dict) -> Message:
    """The message in values that were checked before."""
    concern, further = values["zorgelijkeSituatie"], values["overigeInformatie"]
    return Message(
        registration_number=_text(values["registratienummer"]),
        sent_at=_moment(values["datumTijd"]),
        request=_text(values["verzoek"]),
        wants_feedback=values["terugkoppelingGewenst"],
        incident=_incident(values["incident"]),
        person=_person(values["natuurlijkPersoon"]),
        concern=Concern(
            sketch=_text(concern["situatieSchets"]),
            details=_text(concern["nadereOmschrijving"]),
            question=_text(concern["vraagAntwoord"]["vraag"]),
            answer=_text(concern["vraagAntwoord"]["antwoord"]),
        ),
        further=FurtherInformation(description=_text(further["omschrijving"]), url=further["uRL"]),
    )


def _incident(values: dict) -> Incident:
    return Incident(
        at=_moment(values["datumTijd"]),
        place=_text(values["locatie"]),
        description=_text(values["omschrijving"]),
        period_from=_moment(values["periodeVanTot"]["datumTijdBegin"]),
        period_until=_moment(values["periodeVanTot"]["datumTijdEinde"]),
    )


def _person(values: dict) -> ReportedPerson:
    name, birth = values["naam"], values.get("geboorte")
    initials = _text(name.get("voorletters1", ""))
    return ReportedPerson(
        citizen_service_number=values["burgerservicenummer"],
        name=Name(
            given_names=name.get("voornamen", "").strip() or initials,
            prefix=name.get("voorvoegselGeslachtsnaam", ""),
            surname=name["geslachtsnaam"],
        ),
        initials=initials,
        gender=GENDERS[values.get("geslachtsaanduiding", "onbekend")],
        birth=PartialDate.of(date.fromisoformat(birth["datum"])) if birth else None,
        address=_address(values["adres"]),
        contacts=tuple(
            Contact(CHANNELS[contact["type"]], _text(contact["waarde"]))
            for contact in values.get("communicatiemiddel", [])
        ),
    )


def _address(values: dict) -> MessageAddress:
    street = values["straatAdres"]
    return MessageAddress(
        kind=ADDRESS_KINDS[values["soortAdres"]],
        street=_text(street["straatnaam"]),
        number=int(street["huisnummer"]),
        letter=_text(street["huisletter"]),
    )


def _text(value: str) -> str:
    return clean_text(value, lines=True)


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value.upper())
