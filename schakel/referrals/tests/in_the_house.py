"""What referrals add to the promises over all tables and pages."""

from schakel.access.tests.proper_rows import may, of_referral, other_referrals
from schakel.referrals.models import Unsaved

WRITE = {"polly": {"asked"}, "linda": {"asked"}, "bilal": {"draft"}}


def furnish(house):
    for label, referral in house.referrals.items():
        for typist in (referral.referrer, house.world.linda):
            typed = Unsaved.objects.create(referral=referral, author=typist, step="what")
            house.add(typed, file=label, by=typist.name.lower())


def mine_to_write(house, name, one):
    return one.by == name and one.file in WRITE.get(name, ())


ROWS = {
    "referrals_unsaved": may(
        "polly", "linda", write=of_referral(step="what"),
        refused=lambda house: [*other_referrals(house), {"author_id": house.world.pim.pk}],
        accepted=lambda house: [("bilal", {"referral_id": house.id["draft"]})],
    ),
}  # fmt: skip
CHANGES = {
    "referrals_unsaved": ("edition = edition + 1", mine_to_write, []),
}
EXISTS = {
    "referrals_unsaved": lambda name, opened, one, contact: mine_to_write(None, name, one),
}
QUESTIONS = ["access.forget_unsaved(%(known)s)", "access.throw_away_draft(%(known)s)"]
