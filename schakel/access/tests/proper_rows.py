"""Rows as an honest colleague would write them, and what makes them improper."""

from datetime import date, timedelta
from types import SimpleNamespace

from django.utils import timezone

from conftest import as_owner
from schakel.cases.models import (
    Case,
    Contribution,
    Occupant,
    Seat,
)
from schakel.conferences.models import CaseConference
from schakel.network.models import Covenant
from schakel.referrals.models import Decision

from .raw import Sql

RUNNERS = {"noor", "sem"}
EVERYBODY_FOR_THE_WHOLE = ["noor", "sem", "pim"]
YESTERDAY = Sql("now() - interval '1 day'")


def may(*who, write, refused=lambda house: (), accepted=lambda house: ()):
    return SimpleNamespace(who=who, write=write, refused=refused, accepted=accepted)


def me(house, name):
    return getattr(house.world, name)


def capacity_of(house, name):
    organisation = me(house, name).organisation_id
    return next(one.pk for one in house.world.capacities.values() if one.organisation_id == organisation)


def of_case(case="family", about=None, **more):
    def write(house, name):
        found = {key: value(house, name) if callable(value) else value for key, value in more.items()}
        subjects = sorted(house.id[one] for one in (about or [case]))
        return {"case_id": house.id[case], "author_id": me(house, name).pk, "about": subjects, **found}

    return write


def one_of(model, file="family", about=None):
    """An existing row, for what points at it."""

    def find(house, name=None):
        wanted = about or {file}
        return next(one.pk for one in house.rows[model] if one.file == file and one.about == wanted)

    return find


def elsewhere(house):
    """The same in a case of others, in a closed one, about somebody of another file, about nobody."""
    street, ended, son = house.id["street"], house.id["ended"], house.id["son"]
    return [
        {"case_id": street, "about": [street]}, {"case_id": ended, "about": [ended]},
        ("noor", {"about": [house.id["family"], son]}), {"about": []},
    ]  # fmt: skip


def agreed_in_the_closed_case(house):
    return {"case_id": house.id["ended"], "about": [house.id["ended"]], "seat_id": house.seats["pim then"].pk}


def not_about_others(house):
    return [one for one in elsewhere(house) if not isinstance(one, dict) or one.get("case_id") != house.id["ended"]]


def a_seat_given_now(house, name, case="family", capacity="police", author=None):
    with as_owner():
        return Seat.objects.create(
            case=house.cases[case], capacity=house.world.capacities[capacity], author=author or me(house, name),
            whole_case=False, starts_at=timezone.now() - timedelta(hours=1),
        ).pk  # fmt: skip


def who_left_the_covenant(house):
    with as_owner():
        left = {"version": "1", "since": date(2020, 1, 1), "until": date(2021, 1, 1), "author": house.world.ankie}
        school = house.world.capacities["school"]
        Covenant.objects.create(regime=house.world.regime, capacity=school, **left)
    return school.pk


def signed(house, name, **more):
    return {"author_id": me(house, name).pk, **more}


def person_row(house, name):
    return {"file_id": house.id["family"], "surname": "x"}


def of_the_mother(**more):
    def write(house, name):
        return {"file_id": house.id["family"], "person_id": house.id["mother"], **more}

    return write


def in_other_files(house):
    """By who keeps several files: a person of one in another; and in a closed one."""
    ended, son = house.id["ended"], house.id["son"]
    return [
        {"file_id": house.id["street"]}, {"file_id": ended}, {"file_id": ended, "person_id": son},
        ("noor", {"person_id": son}), {"person_id": house.id["father"]},
    ]  # fmt: skip


def relations_refused(house):
    return [*in_other_files(house), ("noor", {"other_id": house.id["son"]}), {"undone_at": Sql("now()")}]


def contribution(house, name):
    more = {"capacity_id": capacity_of(house, name), "audience": [house.id["family"]], "kind": "fact"}
    return of_case(about=["mother"], **more, fact_date="20260101")(house, name)


def contributions_refused(house):
    ended, ggz = house.id["ended"], house.world.capacities["ggz"].pk
    in_the_street = one_of(Contribution, "street")(house)
    return [
        {"case_id": house.id["street"]}, {"about": []}, {"about": [house.id["father"]]},
        ("pim", {"on_behalf": True}), ("pim", {"capacity_id": ggz}), {"audience": [ggz]}, {"audience": []},
        ("noor", {"capacity_id": ggz}),
        ("noor", {"about": [house.id["son"]]}), ("pim", {"case_id": ended, "about": [ended], "audience": [ended]}),
        ("pim", {"replaces_id": in_the_street}), ("noor", {"replaces_id": one_of(Contribution)(house)}),
        ("pim", {"case_id": ended, "about": [ended], "audience": [ended], "replaces_id": in_the_street}),
        ("polly", {**contributions_accepted(house)[1][1]}),
    ]  # fmt: skip


def contributions_accepted(house):
    ended = house.id["ended"]
    closed = {"case_id": ended, "about": [ended], "audience": [ended]}
    return [
        ("noor", {"on_behalf": True, "capacity_id": house.world.capacities["ggz"].pk}),
        ("pim", {**closed, "replaces_id": one_of(Contribution, "ended")(house)}),
    ]


def recall(house, name):
    """Of a contribution of the police."""
    police = house.world.capacities["police"].pk
    return of_case(capacity_id=police, audience=[police], contribution_id=one_of(Contribution))(house, name)


def seat_person(house, name):
    seat = a_seat_given_now(house, name)
    return {"case_id": house.id["family"], "person_id": house.id["mother"], "seat_id": seat}


def occupant(house, name):
    """Gea of the police, on the seat of the police."""
    seat = house.seats["pim"].pk
    return {
        "seat_id": seat,
        "professional_id": house.world.gea.pk,
        "starts_at": Sql("now()"),
        "named_by_id": me(house, name).pk,
    }


def occupants_refused(house):
    world = house.world
    on_another_seat = next(one.pk for one in house.rows[Occupant] if one.seat == "sanne")
    return [
        {"professional_id": world.sanne.pk}, {"seat_id": house.seats["sanne"].pk, "professional_id": world.sanne.pk},
        {"seat_id": house.seats["pim then"].pk}, {"starts_at": YESTERDAY},
        {"ends_at": Sql("now() + interval '1 day'"), "replaces_id": on_another_seat},
        ("noor", {"seat_id": a_seat_given_now(house, "noor")}),
        ("coen", {"seat_id": house.seats["coen then"].pk, "professional_id": world.sanne.pk}),
        ("jelmer", {"seat_id": house.seats["noor"].pk, "professional_id": world.sem.pk}),
    ]  # fmt: skip


def occupants_accepted(house):
    own = a_seat_given_now(house, "jelmer", case="street", capacity="zvh")
    return [("jelmer", {"seat_id": own, "professional_id": house.world.sem.pk})]


def referral(house, name):
    return {
        "author_id": me(house, name).pk, "referrer_id": me(house, name).pk, "capacity_id": capacity_of(house, name),
        "house_id": house.world.house.pk, "regime_id": house.world.regime.pk,
    }  # fmt: skip


def of_referral(label="asked", **more):
    def write(house, name):
        found = {key: value(house) if callable(value) else value for key, value in more.items()}
        return {"author_id": me(house, name).pk, "referral_id": house.id[label], **found}

    return write


def other_referrals(house):
    return [{"referral_id": house.id[label]} for label in ("answered", "withdrawn", "draft")]


def last_criterion(house):
    return house.criteria[-1]


def a_text(house, name):
    return {
        "file_id": house.id["family"], "of_row": house.id["family"], "field": "x", "author_id": me(house, name).pk,
        "about": [house.id["mother"]], "audience": [house.id["family"]], "sealed": b"x",
    }  # fmt: skip


def texts_refused(house):
    street, son = house.id["street"], house.id["son"]
    return [
        {"file_id": street},
        {"file_id": street, "about": [street]},
        ("noor", {"about": [son]}),
        ("sanne", {"about": [house.id["child"]]}),
    ]


def entry(house, name):
    world = me(house, name)
    return {
        "kind": "act", "event": "x", "actor_id": world.pk, "organisation_id": world.organisation_id,
        "function": world.function, "file_id": house.id["family"], "purpose": "",
    }  # fmt: skip


def entries_refused(house):
    world = house.world
    return [
        *({"kind": kind} for kind in ("opened", "listed", "refused", "door")),
        ("sanne", {"file_id": house.id["street"]}),
        {"organisation_id": world.pim.organisation_id}, {"organisation_id": None}, {"function": "rechter"},
        {"function": None}, ("pim", {"kind": "present", "reader_id": world.noor.pk}), {"at": YESTERDAY},
        {"position": 1}, {"transaction": Sql("pg_current_xact_id()")}, {"file_ids": [house.id["family"]]},
        ("noor", {"kind": "present", "file_id": None}), ("noor", {"kind": "present", "file_id": house.id["street"]}),
        ("noor", {"kind": "present", "reader_id": world.pim.pk}),  # at no conference
        ("noor", {"kind": "present", "subject_id": one_of(CaseConference, "street")(house)}),
        *presences_refused(house),
    ]  # fmt: skip


def presence_in_triage(house, meeting="held", **changed):
    present = {"kind": "present", "file_id": house.id["asked"], "reader_id": house.world.hanneke.pk}
    return {**present, "subject_id": house.meetings[meeting].pk, **changed}


def presences_refused(house):
    """By who does not run the case, of another kind, of who was not there, about what was answered already."""
    world, at_the_table = house.world, {"subject_id": one_of(CaseConference)(house), "reader_id": house.world.pim.pk}
    with as_owner():
        Decision.objects.filter(referral=house.referrals["answered"]).update(decided_at=timezone.now())
    return [
        ("noor", {"kind": "opened", **at_the_table}), ("pim", {"kind": "present", **at_the_table}),
        ("hanneke", presence_in_triage(house, kind="opened")),
        ("hanneke", presence_in_triage(house, reader_id=world.noor.pk)),
        ("hanneke", presence_in_triage(house, "coming", file_id=house.id["answered"])),
    ]  # fmt: skip


def area_case(house):
    with as_owner():
        area = Case.objects.get(pk=house.id["street"])
        area.is_area = True
        area.save(update_fields=["is_area"])
    return [
        ("jelmer", {"file_id": area.pk}),
        {"file_id": house.id["ended"]},
        {"file_id": house.id["street"]},
        ("polly", {"file_id": house.id["answered"]}),
    ]
