"""That a referral arrived, in the words of the house: a number and days, nothing of what it says."""

from schakel.design.parts.words import day
from schakel.houses.texts import text_of

from .terms import answer_due


def receipt_of(referral):
    """The text of the house's receipt; the notice of it is the same text."""
    due, by = answer_due(referral), referral.referrer.name
    return text_of(referral.house, "receipt", number=referral.number, date=day(due, "full"), referrer=by)
