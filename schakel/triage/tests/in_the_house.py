"""What the triage adds to the promises over all tables and pages."""

from uuid import uuid4

from django.utils import timezone

from conftest import as_owner
from schakel.access.tests.proper_rows import may, me, of_referral, other_referrals
from schakel.access.tests.raw import Sql
from schakel.network.models import House
from schakel.network.tests.in_the_house import stranger
from schakel.referrals.models import Decision
from schakel.triage.models import (
    Attendant,
    Inquiry,
    InquiryAnswer,
    MeetingItem,
    Question,
    Remainder,
    Reply,
    TriageMeeting,
)

SEE = {"asked": {"polly", "linda", "hanneke"}, "answered": {"polly", "linda"}}


def furnish(house):
    """Lieke is asked whether somebody is known and says nothing; Coen answered a question without a name."""
    world, asked = house.world, house.referrals["asked"]
    house.inquiries = {}
    for label, kind, organisation, contact in (
        ("known", "known", "school", world.lieke), ("anonymous", "anonymous", "ggz", world.coen),
    ):  # fmt: skip
        inquiry = Inquiry.objects.create(
            author=world.hanneke, kind=kind, referral_id=asked.pk, house=world.house, asked_of=contact,
            organisation=world.organisations[organisation],
        )  # fmt: skip
        house.inquiries[label] = house.add(inquiry, file="asked")
        house.id[label] = inquiry.pk
    house.add(InquiryAnswer.objects.create(inquiry=inquiry, author=world.coen), file="asked")
    house.questions = {}
    for label, referral in (("asked", asked), ("answered", house.referrals["answered"])):
        question = Question.objects.create(referral=referral, author=world.hanneke)
        house.questions[label] = house.add(question, file=label)
    replied = house.add(Question.objects.create(referral=asked, author=world.hanneke), file="asked")
    house.add(Reply.objects.create(referral=asked, question=replied, author=world.polly), file="asked")
    house.add(
        Remainder.objects.create(
            house=world.house, regime=world.regime, capacity=world.capacities["police"], outcome="no"
        )
    )
    _meetings(house, world, asked)


def _meetings(house, world, asked):
    house.meetings = {}
    for label, ended in (("coming", None), ("held", None), ("ended", timezone.now())):
        meeting = TriageMeeting.objects.create(house=world.house, author=world.hanneke, starts_at=timezone.now())
        house.meetings[label] = house.add(meeting, over=bool(ended))
        attendant = Attendant.objects.create(meeting=meeting, house=world.house, professional=world.hanneke)
        house.add(attendant)
        if label != "coming":
            item = MeetingItem.objects.create(meeting=meeting, house=world.house, referral=asked, author=world.hanneke)
            house.add(item, file="asked", over=bool(ended), ours=True, shows=True)
        TriageMeeting.objects.filter(pk=meeting.pk).update(ended_at=ended)

    _other_items(house, world)


def _other_items(house, world):
    """Answered so long ago that the triage reads it no more; and on the list of another house."""
    coming, elsewhere = house.meetings["coming"], House.objects.exclude(pk=world.house.pk).first()
    for one, label in ((world.house, "answered"), (elsewhere, "withdrawn")):
        listed = {"meeting": coming, "house": one, "referral": house.referrals[label]}
        item = MeetingItem.objects.create(**listed, author=world.hanneke)
        house.add(item, file="asked", over=False, ours=one == world.house, shows=False)


def inquiry(house, name):
    world = house.world
    return {
        "author_id": me(house, name).pk, "kind": "anonymous", "referral_id": house.id["asked"],
        "house_id": world.house.pk, "organisation_id": world.organisations["town"].pk, "asked_of_id": world.bilal.pk,
    }  # fmt: skip


def inquiries_refused(house):
    world = house.world
    police, ggz = world.organisations["police"].pk, world.organisations["ggz"].pk
    return [
        *other_referrals(house),
        {"kind": "known", "organisation_id": ggz, "asked_of_id": world.coen.pk},  # one waits for its answer
        {"organisation_id": police, "asked_of_id": world.linda.pk},  # the referrer's own
        {"asked_of_id": world.sanne.pk}, {"asked_of_id": world.lieke.pk}, {"house_id": uuid4()},
        {"withdrawn_at": Sql("now()")}, {"number": "AAAA-AAAA"},
    ]  # fmt: skip


def answer(house, name):
    return {"author_id": me(house, name).pk, "inquiry_id": house.id["known"]}


def reply(house, name):
    return of_referral(question_id=lambda house: house.questions["asked"].pk)(house, name)


def remainder(house, name):
    """Beside a decision that is made at this moment."""
    with as_owner():
        Decision.objects.filter(referral=house.referrals["asked"]).delete()
        decision = Decision.objects.create(
            referral=house.referrals["asked"], outcome="no", formula="1", author=me(house, name)
        )
    world = house.world
    return {
        "id": decision.pk, "house_id": world.house.pk, "regime_id": world.regime.pk, "outcome": "no",
        "capacity_id": world.capacities["police"].pk, "met": [], "unmet": [],
    }  # fmt: skip


def meeting(house, name):
    return {"author_id": me(house, name).pk, "house_id": house.world.house.pk, "starts_at": Sql("now()"), "place": ""}


def attendant(house, name):
    world = house.world
    return {"meeting_id": house.meetings["coming"].pk, "house_id": world.house.pk, "professional_id": world.noor.pk}


def item(house, name):
    return {
        "author_id": me(house, name).pk, "meeting_id": house.meetings["coming"].pk,
        "house_id": house.world.house.pk, "referral_id": house.id["asked"],
    }  # fmt: skip


def over(house):
    return [{"meeting_id": house.meetings["ended"].pk}]


ROWS = {
    "triage_inquiry": may("hanneke", write=inquiry, refused=inquiries_refused),
    "triage_inquiryanswer": may(
        "lieke", write=answer, refused=lambda house: [("coen", {"inquiry_id": house.id["anonymous"]})]
    ),
    "triage_question": may("hanneke", write=of_referral(), refused=other_referrals),
    "triage_reply": may(
        "polly", "linda", write=reply,
        refused=lambda house: [*other_referrals(house), {"question_id": house.questions["answered"].pk}],
    ),
    "triage_remainder": may("hanneke", write=remainder, refused=lambda house: [{"id": uuid4()}]),
    "triage_triagemeeting": may("hanneke", write=meeting, refused=lambda house: [{"ended_at": Sql("now()")}]),
    "triage_attendant": may(
        "hanneke", write=attendant,
        refused=lambda house: [*over(house), {"house_id": uuid4()}, {"professional_id": stranger(house)}],
        accepted=lambda house: [("hanneke", {"professional_id": house.world.gea.pk})],
    ),
    "triage_meetingitem": may(
        "hanneke", write=item,
        refused=lambda house: [
            *over(house), *other_referrals(house), {"house_id": uuid4()}, {"shown_at": Sql("now()")},
            {"left_at": Sql("now()")},
        ],
    ),
}  # fmt: skip
CHANGES = {
    "triage_inquiry": ("withdrawn_at = now()", lambda house, name, one: name == "hanneke", []),
    "triage_triagemeeting": (
        "ended_at = now()", lambda house, name, one: name == "hanneke" and not one.over, []
    ),
    "triage_meetingitem": (
        "edition = 2, author_id = access.me()",
        lambda house, name, one: name == "hanneke" and one.ours and not one.over,
        ["edition = 2, author_id = %(coen)s"],
    ),
}  # fmt: skip
EXISTS = {
    **dict.fromkeys(
        ["triage_inquiry", "triage_inquiryanswer"],
        lambda name, opened, one, contact: name == "hanneke" and opened == "asked",
    ),
    **dict.fromkeys(
        ["triage_question", "triage_reply"], lambda name, opened, one, contact: name in SEE[one.file]
    ),
    **dict.fromkeys(
        ["triage_remainder", "triage_triagemeeting", "triage_attendant"],
        lambda name, opened, one, contact: name == "hanneke",
    ),
    "triage_meetingitem": lambda name, opened, one, contact: name == "hanneke" and one.shows,
}  # fmt: skip
READERS = dict.fromkeys(["triage_inquiry", "triage_inquiryanswer"], ("hanneke", "asked"))
QUESTIONS = [
    *(f"access.{name}()" for name in (
        "inquiries_put_to_me", "inquiries_i_answer", "inquiries_of_my_triage", "my_inquiries", "decisions_i_make",
        "triage_meetings_i_hold",
    )),
    "access.referrals_i_ask_about('known')", "access.referrals_i_ask_about('anonymous')",
    "access.inquiries_waiting(50)", "access.inquiry_numbered('AAAA-AAAA')", "access.recognised(%(known)s)",
    "access.may_be_asked(%(sanne)s, %(known)s, %(known)s, %(known)s)",
    "access.is_open_question(%(known)s, %(known)s)", "access.may_attend(%(sanne)s, %(known)s)",
    "access.saw_in_triage(%(sanne)s, %(known)s, %(known)s)",
]  # fmt: skip
