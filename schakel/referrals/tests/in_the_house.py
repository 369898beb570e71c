"""What referrals add to the promises over all tables and pages."""

from schakel.access.tests.proper_rows import may, of_referral, other_referrals
from schakel.referrals.models import Clarification, Unsaved

WRITE = {"polly": {"asked"}, "linda": {"asked"}, "bilal": {"draft"}}
SEE = {
    "polly": {"asked", "answered", "withdrawn"}, "linda": {"asked", "answered", "withdrawn"}, "bilal": {"draft"},
    "hanneke": {"asked"},
}  # fmt: skip


def furnish(house):
    for label, referral in house.referrals.items():
        house.add(Clarification.objects.create(referral=referral, author=house.world.hanneke), file=label)
        for typist in (referral.referrer, house.world.linda):
            typed = Unsaved.objects.create(referral=referral, author=typist, step="what")
            house.add(typed, file=label, by=typist.name.lower())


def question_in(label):
    return lambda house: next(one.pk for one in house.rows[Clarification] if one.file == label)


def mine_to_write(house, name, one):
    return one.by == name and one.file in WRITE.get(name, ())


ROWS = {
    "referrals_clarification": may("hanneke", write=of_referral(), refused=other_referrals),
    "referrals_unsaved": may(
        "polly", "linda", write=of_referral(step="what"),
        refused=lambda house: [*other_referrals(house), {"author_id": house.world.pim.pk}],
        accepted=lambda house: [("bilal", {"referral_id": house.id["draft"]})],
    ),
    "referrals_addition": may(
        "polly", "linda", write=of_referral(),
        refused=lambda house: [
            *other_referrals(house),
            {"clarification_id": question_in("answered")(house)}, {"clarification_id": question_in("draft")(house)},
        ],
        accepted=lambda house: [("polly", {"clarification_id": question_in("asked")(house)})],
    ),
}  # fmt: skip
CHANGES = {
    "referrals_clarification": (
        "answered_at = now()",
        lambda house, name, one: one.file in WRITE.get(name, ()),
        [],
    ),
    "referrals_unsaved": ("edition = edition + 1", mine_to_write, []),
}
EXISTS = {
    "referrals_clarification": lambda name, opened, one, contact: one.file in SEE.get(name, ()),
    "referrals_unsaved": lambda name, opened, one, contact: mine_to_write(None, name, one),
}
QUESTIONS = [
    "access.is_asked_in(%(known)s, %(known)s)", "access.forget_unsaved(%(known)s)",
    "access.throw_away_draft(%(known)s)",
]  # fmt: skip
