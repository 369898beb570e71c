"""Confirmations, weighings, drafts, and who is asked not to use what was recalled, in the full house."""

from uuid import uuid4

from django.utils import timezone

from schakel.access.tests.proper_rows import capacity_of, may, me, not_about_others, of_case, one_of
from schakel.access.tests.raw import Sql
from schakel.cases.models import Confirmation, Contribution, ContributionDraft, NoLongerUsed, Recall, SecrecyWeighing

SUBJECTS = {"family": ["mother", "child"], "street": ["father"], "ended": ["son"]}
DRAFTS = [
    ("noor", "family", "family"), ("noor", "ended", "son"), ("pim", "family", "mother"), ("pim", "street", "street"),
    ("sanne", "family", "mother"), ("sanne", "family", "child"), ("lieke", "family", "child"),
    ("gea", "family", "mother"), ("gea", "street", None),  # about nobody, it would still be of its case only
]  # fmt: skip


def furnish(house):
    for label in SUBJECTS:
        _said_on_behalf(house, label)
    for one in list(house.rows[Contribution]):
        _confirmed(house, one)
        _weighed(house, one)
    for name, file, about in DRAFTS:
        about = {about} - {None}
        draft = ContributionDraft.objects.create(
            case=house.cases[file], author=me(house, name), about=[house.id[one] for one in about]
        )
        house.add(draft, whose=name, file=file, about=about)
    for name in ("pim", "sanne", "gea"):
        for number, one in enumerate(house.rows[Recall][:2]):
            confirmed = timezone.now() if number else None
            asked = NoLongerUsed.objects.create(
                recall_id=one.pk, file_id=one.row.case_id, number="AAAA-AAAA", professional=me(house, name),
                recalled_at=timezone.now(), asked_at=timezone.now(), confirmed_at=confirmed,
            )  # fmt: skip
            house.add(asked, whose=name, confirmed=bool(number))


def _said_on_behalf(house, label):
    """By the police, who did not confirm: one that stands, and one that was recalled."""
    case, police = house.cases[label], house.world.capacities["police"]
    house.said = getattr(house, "said", {})
    for recalled in (False, True):
        row = Contribution.objects.create(
            case=case, author=house.world.noor, capacity=police, about=[house.id[SUBJECTS[label][0]]],
            audience=[case.pk], kind="fact", fact_date="20260101", on_behalf=True,
        )  # fmt: skip
        facts = {"file": label, "about": {SUBJECTS[label][0]}, "heard": label}
        house.add(row, recalled=recalled, **facts)
        house.said[label, recalled] = row
        if recalled:
            common = {"case": case, "author": house.world.pim, "capacity": police, "about": row.about}
            house.add(Recall.objects.create(**common, audience=[case.pk], contribution_id=row.pk), **facts)


def _confirmed(house, one):
    if one.row.on_behalf:
        return
    row = Confirmation.objects.create(
        case=one.row.case, author=one.row.author, contribution=one.row, capacity=one.row.capacity, about=one.row.about,
        audience=one.row.audience,
    )  # fmt: skip
    house.add(row, file=one.file, about=one.about, heard=one.heard, recalled=one.recalled)


def _weighed(house, one):
    if one.heard == "ggz":  # the police brought it in, and does not read it: nothing real
        return
    row = SecrecyWeighing.objects.create(
        case=one.row.case, author=one.row.author, contribution=one.row, capacity=one.row.capacity, about=one.row.about,
        audience=[one.row.capacity_id], ground="consent",
    )  # fmt: skip
    house.add(row, file=one.file, about=one.about, heard="police")


def said(label="family", recalled=False):
    return lambda house, name=None: house.said[label, recalled].pk


def confirmations_refused(house):
    family, mother = house.id["family"], house.id["mother"]
    ended = house.said["ended", False]
    return [
        {"contribution_id": one_of(Contribution, about={"mother"})(house)},
        {"contribution_id": said(recalled=True)(house)},
        {"contribution_id": said("street")(house)},
        {"about": [family]}, {"about": [mother, house.id["child"]]},
        {"audience": [house.world.capacities["police"].pk]},
        {"capacity_id": house.world.capacities["ggz"].pk},
        ("noor", {"capacity_id": house.world.capacities["police"].pk}),
        {"case_id": ended.case_id, "about": ended.about, "audience": ended.audience, "contribution_id": ended.pk},
    ]  # fmt: skip


def weighings_refused(house):
    police = house.world.capacities["police"].pk
    return [
        {"about": []}, {"about": [house.id["father"]]}, {"audience": [house.id["family"]]},
        {"audience": [police, house.world.capacities["ggz"].pk]},
        {"contribution_id": one_of(Contribution, "street")(house)},
        ("noor", {"contribution_id": said()(house), "capacity_id": police, "audience": [police]}),
    ]  # fmt: skip


def heard_by_everybody(house, name):
    return [house.id["family"]]


def heard_at_home(house, name):
    return [capacity_of(house, name)]


ROWS = {
    "cases_confirmation": may(
        "pim",
        write=of_case(
            about=["mother"], contribution_id=said(), capacity_id=capacity_of, audience=heard_by_everybody
        ),
        refused=confirmations_refused,
    ),
    "cases_secrecyweighing": may(
        "pim",
        write=of_case(
            about=["mother"], contribution_id=one_of(Contribution, about={"mother"}), capacity_id=capacity_of,
            audience=heard_at_home, ground="consent",
        ),
        refused=weighings_refused,
    ),
    "cases_contributiondraft": may(
        "noor",
        "sem",
        "pim",
        "sanne",
        write=of_case(about=["mother"]),
        refused=lambda house: [*not_about_others(house), {"ended_at": Sql("now()")}],
        accepted=lambda house: [("noor", {"case_id": house.id["ended"], "about": [house.id["ended"]]})],
    ),
}  # fmt: skip


def own_drafts(house, name, one):
    from schakel.access.tests.test_who_sees_what import files_of, sight_of

    return one.whose == name and one.file in files_of(name) and one.about <= sight_of(name)


CHANGES = {
    "cases_nolongerused": (
        "confirmed_at = now()",
        lambda house, name, one: one.whose == name and not one.confirmed,
        ["confirmed_at = NULL"],
    ),
    "cases_contributiondraft": (
        "edition = 2",
        own_drafts,
        ["about = '{}'", "about = ARRAY[%(coen)s]::uuid[]"],
    ),
}


def own_draft_shows(name, opened, one, contact=False):
    return own_drafts(None, name, one)


EXISTS = {
    "cases_nolongerused": lambda name, opened, one, contact: one.whose == name,
    "cases_contributiondraft": own_draft_shows,
}
QUESTIONS = [
    f"access.said_on_our_behalf(%(known)s, %(known)s, %(known)s, ARRAY['{uuid4()}']::uuid[], '{{}}')",
    "access.waits_for_our_word(50)", "access.waits_for_a_colleague(50)", "access.ask_who_learnt(%(known)s)",
    "access.who_stopped_using()", "access.forget_draft(%(known)s)", "access.who_was_asked(%(known)s)",
    "access.asked_last(now(), 7)",
]  # fmt: skip
