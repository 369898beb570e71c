"""National messages from files: each becomes a referral or adds to one, or is refused with everything that is wrong."""

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.access.identity import acting_as
from schakel.access.verdict import Refused
from schakel.network.models import Capacity, Partnership, Professional, Regime
from schakel.people.dates import PartialDate
from schakel.people.registry import KNOWN_GENDERS, registry_date
from schakel.referrals.actions import receive_message
from schakel.referrals.actions.receiving import Reported
from schakel.signin.models import Account

from .json_bytes import LARGEST
from .messages import MessageRefused, read_message

CHANNELS = {
    "landline": gettext_lazy("telephone"),
    "mobile": gettext_lazy("mobile telephone"),
    "email": gettext_lazy("e-mail"),
}


@dataclass(frozen=True)
class Result:
    """What came of one file; nothing in it is from the message, except the numbers of the referral."""

    file: str
    outcome: str  # created, updated or refused
    number: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def refused(self):
        return self.outcome == "refused"

    def __str__(self):
        said = {
            "created": _("{file}: referral {number} was made"),
            "updated": _("{file}: added to referral {number}"),
            "refused": _("{file}: refused"),
        }[self.outcome]
        return "\n".join([said.format(file=self.file, number=self.number), *(f"  - {error}" for error in self.errors)])


def import_files(paths, referrer=None):
    """Take in every file as a message of this user (else the one the settings name); one result for each."""
    name = referrer or settings.MESSAGES_REFERRER
    account = Account.objects.filter(username=name, is_active=True).first()
    if account is None:
        error = _("There is no account with the user name in {setting}.").format(setting="SCHAKEL_MESSAGES_REFERRER")
        return [Result(str(path), "refused", errors=[error]) for path in paths]
    return [_import(path, account) for path in paths]


def _import(path, account):
    try:
        content = _content(Path(path))
        message = read_message(content)
        if isinstance(message, MessageRefused):
            return Result(str(path), "refused", errors=message.errors)
        with acting_as(account.professional_id):
            received = _received(account.professional_id, message)
    except (OSError, Refused) as error:
        reason = str(error) if isinstance(error, Refused) else _("This file cannot be read.")
        return Result(str(path), "refused", errors=[reason])
    return Result(str(path), "created" if received.is_new else "updated", received.referral.number)


def _content(path):
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refused(_("This file is too large to be a message."))
    return content


def _received(professional_id, message):
    by = Professional.objects.select_related("organisation").get(pk=professional_id)
    capacity = Capacity.objects.filter(organisation=by.organisation).order_by("name").first()
    return receive_message(by=by, regime=_regime(by), capacity=capacity, reported=reported_in(message))


def _regime(by):
    """The first kind of approach, by its code, that takes referrals in the one house that this colleague refers to."""
    houses = set(Partnership.objects.today().filter(organisation=by.organisation).values_list("house_id", flat=True))
    regimes = Regime.objects.filter(house__in=houses, takes_referrals=True, hidden=False).order_by("code")
    if len(houses) != 1 or not regimes:
        raise Refused(_("It is not clear to which house this organisation refers."))
    return regimes[0]


def reported_in(message):
    """The message in the words of a referral."""
    return Reported(
        registration_number=message.registration_number,
        since=registry_date(PartialDate.of(localtime(message.incident.period_from).date())),
        words={"happened": _happened(message), "goal": message.request, "views": _further(message)},
        names=_names(message.person),
        number=message.person.citizen_service_number,
        address=_address(message.person.address),
    )


def _happened(message):
    incident, concern = message.incident, message.concern
    where = _("{moment}, {place}").format(
        moment=localtime(incident.at).strftime("%d-%m-%Y %H:%M"), place=incident.place
    )
    reached = [f"{CHANNELS[contact.channel]}: {contact.value}" for contact in message.person.contacts]
    asked = f"{concern.question}: {concern.answer}"
    return "\n\n".join([concern.sketch, concern.details, asked, f"{where}\n{incident.description}", *reached])


def _further(message):
    return "\n".join(part for part in (message.further.description, message.further.url) if part)


def _names(person):
    return {
        "given_names": person.name.given_names, "prefix": person.name.prefix, "surname": person.name.surname,
        "birth_date": registry_date(person.birth),
        "gender": KNOWN_GENDERS.get(person.gender, "O"),
    }  # fmt: skip


def _address(address):
    return {"lines": f"{address.street} {address.number}{_letter(address.letter)}"}


def _letter(letter):
    """The schema asks a letter of every house number; senders without one write a point, a dash or a zero."""
    return letter if letter.isalpha() else ""
