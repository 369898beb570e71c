"""For every table in which the application may add rows: a row, who may add it, and rows nobody may.

`write(house, name)` makes the row as that colleague would sign it; `refused` are changes that make it improper, each
tried by the first of `who` unless it says who (a pair).
"""

from schakel.cases.models import Contribution
from schakel.conferences.models import CaseConference
from schakel.plans.models import Agreement
from schakel.referrals.models import Decision

from .furniture import merged
from .proper_rows import (
    EVERYBODY_FOR_THE_WHOLE,
    YESTERDAY,
    a_seat_given_now,
    a_text,
    agreed_in_the_closed_case,
    area_case,
    capacity_of,
    contribution,
    contributions_accepted,
    contributions_refused,
    elsewhere,
    entries_refused,
    entry,
    in_other_files,
    last_criterion,
    may,
    me,
    not_about_others,
    occupant,
    occupants_accepted,
    occupants_refused,
    of_case,
    of_referral,
    of_the_mother,
    one_of,
    other_referrals,
    person_row,
    presence_in_triage,
    recall,
    referral,
    relations_refused,
    seat_person,
    signed,
    texts_refused,
    who_left_the_covenant,
)
from .raw import Sql

ROWS = {
    "cases_case": may(
        "hanneke",
        write=lambda house, name: signed(
            house, name, opened_by_id=me(house, name).pk, house_id=house.world.house.pk, regime_id=house.world.regime.pk
        ),
        refused=lambda house: [{"closed_at": Sql("now()")}, {"number": "AAAA-AAAA"}],
    ),
    "cases_seat": may(
        "noor",
        write=lambda house, name: signed(
            house, name, case_id=house.id["family"], capacity_id=capacity_of(house, "bilal"), starts_at=Sql("now()")
        ),
        refused=lambda house: [
            *({"case_id": house.id["street"]}, {"case_id": house.id["ended"]}, {"starts_at": YESTERDAY}),
            *({"returned_because": "no_task"}, {"role": "lead"}),
            {"capacity_id": who_left_the_covenant(house)},
        ],
    ),
    "cases_seatperson": may(
        "noor",
        write=seat_person,
        refused=lambda house: [
            {"seat_id": house.seats["lieke"].pk},
            {"person_id": house.id["father"]},
            {"person_id": house.id["son"]},
            {"seat_id": a_seat_given_now(house, "noor", case="ended")},
        ],
    ),
    "cases_occupant": may("linda", write=occupant, refused=occupants_refused, accepted=occupants_accepted),
    "cases_closing": may(
        "jelmer",
        write=of_case("street", reason="x"),
        refused=lambda house: [
            {"about": []},
            {"about": [house.id["mother"]]},
            {"case_id": house.id["family"], "about": [house.id["family"]]},
        ],
    ),
    "cases_hold": may(
        "noor",
        write=of_case(),
        refused=not_about_others,
        accepted=lambda house: [("noor", {"case_id": house.id["ended"], "about": [house.id["ended"]]})],
    ),
    "cases_correction": may(
        "noor",
        "sem",
        write=of_case(about=["child"]),
        refused=not_about_others,
        accepted=lambda house: [("noor", {"case_id": house.id["ended"], "about": [house.id["son"]]})],
    ),
    "cases_contribution": may(
        *EVERYBODY_FOR_THE_WHOLE,
        "sanne",
        write=contribution,
        refused=contributions_refused,
        accepted=contributions_accepted,
    ),
    "cases_recall": may(
        "pim",
        write=recall,
        refused=lambda house: [
            {"about": []},
            {"about": [house.id["street"]]},
            {"contribution_id": one_of(Contribution, "street")(house)},
            {"capacity_id": house.world.capacities["ggz"].pk},
        ],
    ),
    "conferences_caseconference": may(
        "noor",
        "sem",
        write=of_case(starts_at=Sql("now()"), place="x", chair_id=lambda house, name: house.world.noor.pk),
        refused=elsewhere,
    ),
    "conferences_attendance": may(
        "noor",
        "sem",
        write=of_case(conference_id=one_of(CaseConference), capacity_id=capacity_of, how="room"),
        refused=lambda house: [
            *elsewhere(house),
            {"conference_id": one_of(CaseConference, "street")(house)},
            (
                "noor",
                {
                    "case_id": house.id["ended"],
                    "about": [house.id["ended"]],
                    "conference_id": one_of(CaseConference, "ended")(house),
                },
            ),
        ],
    ),
    "conferences_conclusion": may(
        "noor",
        "sem",
        write=of_case(conference_id=one_of(CaseConference)),
        refused=lambda house: [
            *elsewhere(house),
            {"conference_id": one_of(CaseConference, "street")(house)},
            (
                "noor",
                {
                    "case_id": house.id["ended"],
                    "about": [house.id["ended"]],
                    "conference_id": one_of(CaseConference, "ended")(house),
                },
            ),
        ],
    ),
    "conferences_formaldecision": may(
        *EVERYBODY_FOR_THE_WHOLE,
        write=of_case(capacity_id=capacity_of),
        refused=lambda house: [
            *elsewhere(house),
            {"conference_id": one_of(CaseConference, "street")(house)},
            ("pim", {"capacity_id": house.world.capacities["ggz"].pk}),
        ],
    ),
    "plans_goal": may("noor", "sem", write=of_case(), refused=elsewhere),
    "plans_agreement": may(
        "noor",
        "sem",
        write=of_case(title="x", seat_id=lambda house, name: house.seats["pim"].pk, due_on="2026-12-01"),
        refused=lambda house: [
            *elsewhere(house),
            *({"seat_id": house.seats[seat].pk} for seat in ("jelmer", "coen then", "sanne")),
            {"conference_id": one_of(CaseConference, "street")(house)},
            ("noor", agreed_in_the_closed_case(house)),
        ],
    ),
    "plans_answer": may(
        "pim",
        write=of_case(accepted=True, agreement_id=one_of(Agreement)),
        refused=lambda house: [
            *elsewhere(house),
            {"agreement_id": one_of(Agreement, "street")(house)},
            {
                "case_id": house.id["ended"],
                "about": [house.id["ended"]],
                "agreement_id": one_of(Agreement, "ended")(house),
            },
        ],
    ),
    "plans_progress": may(
        *EVERYBODY_FOR_THE_WHOLE,
        write=of_case(agreement_id=one_of(Agreement)),
        refused=lambda house: [
            *elsewhere(house),
            {"agreement_id": one_of(Agreement, "street")(house)},
            (  # in the circle, but neither its owner nor who runs the case
                "bilal",
                {
                    "case_id": house.id["street"],
                    "about": [house.id["street"]],
                    "agreement_id": one_of(Agreement, "street")(house),
                },
            ),
            {
                "case_id": house.id["ended"],
                "about": [house.id["ended"]],
                "agreement_id": one_of(Agreement, "ended")(house),
            },
        ],
    ),
    "people_person": may(
        "noor",
        "sem",
        write=person_row,
        refused=area_case,
        accepted=lambda house: [("polly", {"file_id": house.id["asked"]}), ("linda", {"file_id": house.id["asked"]})],
    ),
    "people_address": may("noor", "sem", write=of_the_mother(lines="x", audience=[]), refused=in_other_files),
    "people_citizennumber": may("noor", "sem", write=of_the_mother(sealed=b"x", blind=b"x"), refused=in_other_files),
    "people_relation": may(
        "noor",
        "sem",
        write=lambda house, name: signed(
            house,
            name,
            file_id=house.id["family"],
            person_id=house.id["mother"],
            other_id=house.id["child"],
            kind="parent",
        ),
        refused=relations_refused,
    ),
    "vault_contentkey": may(
        "noor",
        "sem",
        write=lambda house, name: {
            "file_id": house.id["family"],
            "house_id": house.world.house.pk,
            "person_id": house.world.gea.pk,
            "wrapped": b"x",
        },
        refused=lambda house: [{"file_id": house.id["street"]}],
    ),
    "vault_text": may(*EVERYBODY_FOR_THE_WHOLE, "sanne", write=a_text, refused=texts_refused),
    "referrals_referral": may(
        "polly",
        "linda",
        "pim",
        "gea",
        "sanne",
        "coen",
        "lieke",
        "bilal",
        "noor",
        "jelmer",
        "sem",
        "hanneke",
        "ankie",
        write=referral,
        refused=lambda house: [
            {"capacity_id": capacity_of(house, "sanne")},
            {"sent_at": Sql("now()")},
            {"withdrawn_at": Sql("now()")},
            {"contact_id": house.world.sanne.pk},
            {"number": "AAAA-AAAA"},
        ],
        accepted=lambda house: [("polly", {"contact_id": house.world.gea.pk})],
    ),
    "referrals_claim": may(
        "polly", "linda", write=of_referral(criterion_id=last_criterion, met=True), refused=other_referrals
    ),
    "referrals_addition": may("polly", "linda", write=of_referral(), refused=other_referrals),
    "referrals_decision": may("hanneke", write=of_referral(outcome="no", formula="1"), refused=other_referrals),
    "referrals_finding": may(
        "hanneke",
        write=of_referral(criterion_id=last_criterion, met=True, decision_id=lambda house: house.rows[Decision][0].pk),
        refused=other_referrals,
    ),
    "audit_entry": may(  # Coen and Linda as contacts of who sits there
        "noor",
        "sem",
        "pim",
        "sanne",
        "lieke",
        "coen",
        "linda",
        write=entry,
        refused=entries_refused,
        accepted=lambda house: [
            ("noor", {"kind": "present", "reader_id": house.world.pim.pk, "subject_id": one_of(CaseConference)(house)}),
            ("gea", {"file_id": None}),
            ("hanneke", presence_in_triage(house)),
        ],
    ),
} | merged("ROWS")
