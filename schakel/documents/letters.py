"""Letters of a case: in the words of the house, to somebody, at an address that may be printed."""

from collections import namedtuple

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from schakel.houses.texts import KINDS, text_of
from schakel.paper import letters
from schakel.people.keeping import latest_addresses
from schakel.people.models import Person
from schakel.people.showing import is_child
from schakel.vault.words import Keyring

from .models import Letter, Recipient

TO_PERSONS = ("informing_letter", "closing_letter")
INVITATION = "invitation_letter"
TITLES = {  # as the reader of the letter sees them; they name nobody
    "informing_letter": "Samenwerking rond uw situatie", "closing_letter": "Einde van de samenwerking",
    INVITATION: "Verzoek om deel te nemen",
}  # fmt: skip
Where = namedtuple("Where", "lines words")  # lines: of the address; words: what to do without one


def where_to_write(case, people):
    """For each person of the opened case the address that may be printed, or what to do when there is none.

    A secret address stands on no letter, whoever makes it. One that is not for the reader is not known to them.
    """
    known = latest_addresses(case.pk)
    return {person.pk: _where(person, known.get(person.pk)) for person in people}


def _where(person, address):
    if person.secret_address or (address and address.secret):
        return Where((), _("The address is secret: it stands on no letter. Give the letter by hand, or have it sent by "
                           "an organisation that may know the address."))  # fmt: skip
    if address is None:
        return Where((), _("No address that you may know: the letter gets none. Give it by hand, or ask in the circle "
                           "who can; a new address is written down under Family and network."))  # fmt: skip
    last = " ".join(part for part in (address.postcode, address.place) if part)
    lines = (*(line.strip() for line in address.lines.splitlines()), last, address.country)
    return Where(tuple(line for line in lines if line), "")


def hint_for(person, where):
    """What stands under a person one may write to: the address, or what to do; of a child also that."""
    words = ", ".join(where.lines) or where.words
    child = _("Under age: look who has authority, and to whom the letter goes.") if is_child(person) else ""
    return " ".join(part for part in (words, child) if part)


def text_for(case, by, kind, **values):
    """The text of the house with its fields filled in, always in Dutch."""
    with override("nl"):
        return text_of(
            case.house, kind, number=case.number, date=letters.dated(timezone.now()), approach=case.regime.name,
            sender=f"{by.name}, {by.function}", **{"organisation": case.house.name} | values,
        )  # fmt: skip


def letter_in(case, key):
    """One letter of this opened case with its words, if I see everybody it is about; otherwise there is none."""
    letter = get_object_or_404(Letter.objects.select_related("author__organisation"), pk=key, case=case)
    letter.case = case
    letter.label = label_of(letter)
    return Keyring.of(case).reveal([letter])[0]


def label_of(letter):
    return KINDS[letter.kind].label if letter.kind in KINDS else _("Letter")


def where_of(letter):
    """Where this letter goes; an organisation gets it without an address, which Schakel does not keep."""
    if letter.recipient != Recipient.PERSON:
        return Where((), "")
    people = Person.objects.filter(pk__in=letter.about)
    return next(iter(where_to_write(letter.case, people).values()), Where((), ""))


def on_paper(letter):
    """What is set: the words as they were written, the address as it may be printed now."""
    with override("nl"):
        return letters.Letter(
            title=TITLES.get(letter.kind, "Brief"), house=letter.case.house.name, made=letter.case.number,
            addressee=(letter.addressee, *where_of(letter).lines), text=letter.text,
            facts=((_("Date"), letters.dated(letter.made_at)),
                   (_("Our reference"), letter.case.number)),
            contact=letter.case.house.contact_point,
        )  # fmt: skip
