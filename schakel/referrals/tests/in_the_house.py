"""What referrals add to the promises over all tables and pages."""

from conftest import as_owner
from schakel.access.tests.proper_rows import may, of_referral, other_referrals
from schakel.access.tests.raw import Sql
from schakel.houses.models import IntakeQuestion
from schakel.network.models import Capacity, House
from schakel.referrals.models import IntakeAnswer, Unsaved

WRITE = {"polly": {"asked"}, "linda": {"asked"}, "bilal": {"draft"}}


def furnish(house):
    asked = {"house": house.world.house, "kind": "text"}
    house.question = IntakeQuestion.objects.create(text="Is er een huisdier?", **asked)
    house.other_question = IntakeQuestion.objects.create(text="Is er een auto?", **asked)
    for question in (house.question, house.other_question):
        house.add(question, house=house.world.house)
    for label, referral in house.referrals.items():
        answer = {"referral": referral, "author": referral.referrer, "question": house.question}
        house.add(IntakeAnswer.objects.create(**answer), file=label)
        for typist in (referral.referrer, house.world.linda):
            typed = Unsaved.objects.create(referral=referral, author=typist, step="what")
            house.add(typed, file=label, by=typist.name.lower())


def question_of_another_house(house):
    with as_owner():
        capacity = Capacity.objects.create(organisation=house.world.organisations["zvh"], name="ander huis")
        other = House.objects.create(name="Ander huis", region="Elders", capacity=capacity)
        return IntakeQuestion.objects.create(house=other, text="Is er een boot?", kind="text").pk


def mine_to_write(house, name, one):
    return one.by == name and one.file in WRITE.get(name, ())


ROWS = {
    "referrals_intakeanswer": may(
        "polly", "linda", write=of_referral(question_id=lambda house: house.other_question.pk),
        refused=lambda house: [*other_referrals(house), {"question_id": question_of_another_house(house)}],
    ),
    "referrals_unsaved": may(
        "polly", "linda", write=of_referral(step="what"),
        refused=lambda house: [*other_referrals(house), {"author_id": house.world.pim.pk}, {"ended_at": Sql("now()")}],
        accepted=lambda house: [("bilal", {"referral_id": house.id["draft"]})],
    ),
}  # fmt: skip
CHANGES = {
    "referrals_intakeanswer": (
        "edition = 2, author_id = access.me()",
        lambda house, name, one: one.file in WRITE.get(name, ()),
        ["edition = 2, author_id = %(coen)s"],
    ),
    "referrals_unsaved": ("edition = 2", mine_to_write, []),
}
EXISTS = {
    "referrals_unsaved": lambda name, opened, one, contact: mine_to_write(None, name, one),
}
QUESTIONS = [
    "access.is_asked_of(%(known)s, %(known)s)",
    "access.forget_unsaved(%(known)s)",
    "access.throw_away_draft(%(known)s)",
    "access.left_behind()",
    "access.hand_on_referral(%(known)s, %(known)s)",
    "work.held_by(%(known)s)",
]
