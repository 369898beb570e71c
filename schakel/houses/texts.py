"""What a house says in its own words: letters, answers, the public page, and what it calls things.

Where a house says nothing, the common text of `defaults.toml` holds. Placeholders stand in braces and are Dutch,
because whoever sets up a house types them: `{nummer}`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .models import HouseText

PLACEHOLDERS = {  # as callers name them: as they stand in a text
    "number": "nummer", "date": "datum", "house": "huis", "contact_point": "contactpunt", "referrer": "aanmelder",
    "organisation": "organisatie", "name": "naam", "reason": "reden", "urgent": "spoed", "answer": "antwoord",
    "approach": "aanpak", "sender": "afzender",
}  # fmt: skip
ALWAYS = ("house", "contact_point", "urgent")  # what every text may say of its house
EXAMPLE = {
    "number": "K7ZM-4QTD", "date": "maandag 12 januari", "referrer": "mevrouw De Boer", "organisation": "de politie",
    "name": "de heer Kwartelaar", "reason": "De hulp kan binnen de gewone samenwerking worden gegeven.",
    "answer": "Uw aanmelding wordt een casus.", "approach": "complexe casus", "sender": "Noor Aksoy, procesregisseur",
}  # fmt: skip
LONGEST = 8000  # characters
LONGEST_WORD = 40


@dataclass(frozen=True)
class Kind:
    """One text that a house may have: what it is for, what it must and what it may say."""

    label: str
    group: str
    asks: tuple = ()
    may: tuple = ()
    word: bool = False

    @property
    def placeholders(self):
        return (*self.asks, *self.may, *(() if self.word else ALWAYS))


SIGNED = ("number", "date", "sender")  # what every letter may say
LETTERS, ANSWERS, PUBLIC, WORDS = _("Letters"), _("To the referrer"), _("Public page"), _("Words of your own")
KINDS = {
    "informing_letter": Kind(_("Letter that informs the person"), LETTERS, ("name",), (*SIGNED, "organisation")),
    "closing_letter": Kind(_("Letter at the closing of a case"), LETTERS, ("name",), SIGNED),
    "invitation_letter": Kind(_("Invitation to take part"), LETTERS, ("organisation",), (*SIGNED, "approach")),
    "referrer_letter": Kind(
        _("Letter with the answer of the triage"), LETTERS, ("answer",), (*SIGNED, "referrer", "organisation")
    ),
    "confidentiality": Kind(_("Statement of confidentiality"), LETTERS, ("name", "organisation"), ("number", "date")),
    "receipt": Kind(_("Receipt of a referral"), ANSWERS, ("number",), ("date", "referrer")),
    "answer_case": Kind(_("Answer: it becomes a case"), ANSWERS, ("number",), ("date", "referrer")),
    "answer_advice": Kind(_("Answer: advice"), ANSWERS, ("number",), ("reason", "referrer")),
    "answer_elsewhere": Kind(_("Answer: it belongs elsewhere"), ANSWERS, ("number",), ("reason", "referrer")),
    "answer_no": Kind(_("Answer: it does not become a case"), ANSWERS, ("number", "reason"), ("referrer",)),
    "public_what": Kind(_("What we do"), PUBLIC),
    "public_how": Kind(_("How to refer"), PUBLIC),
    "public_rights": Kind(_("For persons concerned"), PUBLIC),
    "plan": Kind(_("What the plan is called"), WORDS, word=True),
    "lead": Kind(_("What the organisation that leads a case does"), WORDS, word=True),
    "conference": Kind(_("What a conference is called"), WORDS, word=True),
}
DEFAULTS = {
    key: text.strip() for key, text in tomllib.loads((Path(__file__).parent / "defaults.toml").read_text()).items()
}


def text_of(house, key, **values):
    """The text of this house with its placeholders filled in: `text_of(house, "receipt", number=…, date=…)`.

    Values that the text does not use are fine; one that it uses and is not given is an error of ours.
    """
    return filled(written(house, key), house, values)


def word_of(house, key):
    """What this house calls something: `word_of(house, "plan")`."""
    return written(house, key)


def own_word(house, key):
    """The same where the house has a word of its own, with a capital; otherwise nothing."""
    own = written(house, key)
    return "" if own == DEFAULTS[key] else own[:1].upper() + own[1:]


def written(house, key):
    """The text as it stands now, placeholders and all; asked once for each house that was read."""
    KINDS[key]
    if not hasattr(house, "_texts"):
        house._texts = dict(HouseText.objects.filter(house=house).values_list("key", "text"))
    return house._texts.get(key, DEFAULTS[key])


def filled(text, house, values):
    known = {"house": house.name, "contact_point": house.contact_point, "urgent": house.urgent} | values
    return text.format_map({PLACEHOLDERS[name]: value for name, value in known.items()})


def example(text, house):
    """The text as it would look, with made-up values."""
    return filled(text, house, EXAMPLE)


def refuse_unfillable(key, text):
    """A text whose placeholders are not those of its kind says so at once, not when a letter goes out."""
    kind = KINDS[key]
    if len(text) > (LONGEST_WORD if kind.word else LONGEST):
        raise ValidationError(gettext("This text is too long."))
    found = _placeholders(text)
    known = {PLACEHOLDERS[name] for name in kind.placeholders}
    if unknown := sorted(found - known):
        raise ValidationError(
            gettext("This text does not know {unknown}. It may say: {known}.").format(
                unknown=_braced(unknown), known=_braced(sorted(known)) or "–"
            )
        )
    if missing := sorted({PLACEHOLDERS[name] for name in kind.asks} - found):
        raise ValidationError(gettext("This text must say {missing}.").format(missing=_braced(missing)))


def _placeholders(text):
    try:
        parts = [(name, form, conversion) for _text, name, form, conversion in Formatter().parse(text)]
    except ValueError:
        raise ValidationError(gettext("A brace is open or closed where it should not be.")) from None
    if any(form or conversion for _name, form, conversion in parts):
        raise ValidationError(gettext("Between braces stands one word and nothing else."))
    return {name for name, _form, _conversion in parts if name is not None}


def _braced(names):
    return ", ".join(f"{{{name}}}" for name in names)
