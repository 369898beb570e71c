"""The loaded house: everybody sees their own cases, nobody anybody else's, and every text can be read."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.cases.models import (
    Case,
    CaseLink,
    Contribution,
    HouseRequest,
    LeadOffer,
    NoLongerUsed,
    Occupant,
    Seat,
)  # fmt: skip
from schakel.conferences.models import Attendance, CaseConference, Conclusion
from schakel.consultations.lists import counts, quarters
from schakel.demonstration.case_checks import is_running
from schakel.demonstration.copying import moments_of
from schakel.demonstration.load import NotADemonstrationError, is_loaded, load
from schakel.demonstration.reading import read_world
from schakel.documents.actions import content_of
from schakel.documents.checking import examine
from schakel.documents.models import Document, Letter
from schakel.network.models import Covenant, Professional
from schakel.network.workdays import is_workday
from schakel.people.models import (
    Address,
    CitizenNumber,
    Informing,
    Person,
    Relation,
)  # fmt: skip
from schakel.people.showing import display_name
from schakel.plans.models import Agreement, Answer, Goal, Progress
from schakel.referrals.leaving import left_behind
from schakel.referrals.models import Referral
from schakel.signin.models import Account, Invitation
from schakel.triage.models import InquiryAnswer, Remainder
from schakel.vault.models import ContentKey, Text
from schakel.vault.words import DESTROYED, Keyring

from .loaded import ALWAYS, BESIDE, DATED, OF_A_CASE, OF_A_REFERRAL, PARENTS

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """Everybody in the loaded house, and the cases, by key. Loaded once: the tests only look."""
    world = read_world()
    with django_db_blocker.unblock(), transaction.atomic():
        loading = load(in_tests=True)
        people = {key: Professional.objects.get(name=one.name) for key, one in world.people.items()}
        cases = Case.objects.select_related("regime")
        yield people, {key: cases.get(pk=scene.case.pk) for key, scene in loading.scenes.items()}
        transaction.set_rollback(True)


def sits_now(one, key, today):
    """Themselves, or for a colleague who is away this week; not in what is hidden."""
    away = [
        absence.who for absence in read_world().day.absence
        if absence.replacement == key and absence.since.on(today) <= today <= absence.until.on(today)
    ]  # fmt: skip
    return any(
        (occupant.who == key or (occupant.who in away and one.regime != "radicalisation_signal"))
        and not (occupant.until and occupant.until.on(today) < today)
        for seat in one.seat
        for occupant in seat.occupants
    )


def revealed(file, models, which):
    """All rows of a file with their words."""
    ring = Keyring.of(file)
    return [row for model in models for row in ring.reveal(model.objects.filter(**which(model)))]


def of_case(case):
    return lambda model: {"pk": case.pk} if model is Case else {"case": case}


def of_referral(referral):
    return lambda model: {"pk": referral.pk} if model is Referral else {"referral": referral}


def test_the_numbers_stand(house):
    _, cases = house
    world = read_world()
    written, accounts = world.cases.values(), [one for one in world.people.values() if one.account]
    with as_owner():
        assert len(cases) == Case.objects.count() == sum(map(is_running, written))
        assert set(Case.objects.values_list("phase", flat=True)) == set(Case.Phase.values)
        assert Referral.objects.filter(sent_at=None).count() == sum(one.phase == "referral" for one in written)
        waiting = Referral.objects.filter(sent_at__isnull=False, decision=None)
        assert waiting.count() == sum(one.referral.state == "submitted" for one in written)
        assert Remainder.objects.count() == sum(bool(one.triage) and one.triage.outcome != "case" for one in written)
        assert Account.objects.using("default").count() == len(accounts) == 43  # nine in each neighbour house
        assert CitizenNumber.objects.count() > 34  # of the persons of a referral and, apart, of their case


def test_what_is_about_a_case_stands_beside_it(house):
    """One of each at least: what issue after issue added is not empty in the demonstration."""
    with as_owner():
        for model in BESIDE:
            assert model.objects.exists(), model
        assert Informing.objects.filter(done=False, until__gt=localdate()).exists()
        assert NoLongerUsed.objects.filter(confirmed_at=None).exists()
        assert LeadOffer.objects.filter(answer=None).exists()
        assert HouseRequest.objects.filter(answer=None).count() == 2
        assert set(InquiryAnswer.objects.values_list("inquiry__kind", flat=True)) == {"known", "anonymous"}


def test_the_contact_sees_what_a_colleague_left_and_the_manager_an_earlier_quarter(house):
    """What ends, was left, asked long ago or is not known: each stands in the demonstration."""
    (people, cases), today = house, localdate()
    with as_(people["politie"]):
        assert [left.is_draft for left in left_behind()] == [True]
    with as_(people["manager"]):
        assert sum(row.asked for *_, first, after in quarters(today) for row in counts(first, after)) == 5
        assert Covenant.objects.filter(until__range=(today, today + timedelta(weeks=8))).count() == 1
    with as_(people["procesregisseur"], reading=cases["tapuyter"]):
        assert [person.role for person in Person.objects.filter(secret_address=True)] == ["victim"]
        assert not Address.objects.filter(secret=True).exists()
    with as_owner():
        assert NoLongerUsed.objects.filter(confirmed_at=None, asked_at__lt=timezone.now() - timedelta(days=7)).exists()
        assert "onbekende man" in [display_name(person) for person in Person.objects.filter(surname="")]
        assert set(Letter.objects.values_list("kind", flat=True)) == {"informing_letter", "invitation_letter"}
        assert Invitation.objects.using("default").filter(invited_by=people["politie"].pk, used_at=None).exists()


def test_everybody_sees_exactly_the_cases_in_which_they_sit(house):
    people, cases = house
    world, today = read_world(), localdate()
    for key, professional in people.items():
        with as_(professional):
            found = set(Case.objects.mine())
        assert found == {case for name, case in cases.items() if sits_now(world.cases[name], key, today)}, key


def test_to_the_outsider_there_is_nothing(house):
    people, _ = house
    with as_(people["buitenstaander"]):
        for model in (Case, Seat, CaseConference, Agreement, Answer, Progress, Referral, ContentKey):
            assert not model.objects.exists(), model


@pytest.mark.parametrize("key", ["manager", "privacy", "beheerder"])
def test_who_serves_the_house_otherwise_sees_no_case(house, key):
    people, _ = house
    with as_(people[key]):
        assert not Case.objects.exists()


def test_the_hidden_signal_exists_for_its_circle_only(house):
    people, cases = house
    for key, professional in people.items():
        with as_(professional):
            sees = Case.objects.filter(pk=cases["kievitsbos"].pk).exists()
        assert sees == (key in {"i2o", "politie2", "om", "dijkgraaf"}), key
    with as_owner():
        assert not Referral.objects.filter(regime__takes_referrals=False).exists()


def test_every_text_can_be_read_by_who_may_read_it(house):
    people, cases = house
    world, today = read_world(), localdate()
    with as_owner():
        assert readable(revealed(case, OF_A_CASE, of_case(case)) for case in cases.values()) > 300
        referrals = list(Referral.objects.all())
        assert readable(revealed(referral, OF_A_REFERRAL, of_referral(referral)) for referral in referrals) > 80
    for name, case in cases.items():
        for key in ("procesregisseur", "politie", "om", "reclassering", "ggz", "gemeente", "jeugd", "rvdk", "verburg"):
            if sits_now(world.cases[name], key, today):
                with as_(people[key], reading=case):
                    assert readable([revealed(case, OF_A_CASE, of_case(case))]), (name, key)


def readable(groups):
    """How many words there are; none of them may be destroyed, and a row for content always has some."""
    found = [(row, word, getattr(row, word)) for rows in groups for row in rows for word in row.words]
    assert not [row for row, _, text in found if text is DESTROYED]
    wordless = [row for row, word, text in found if word in ALWAYS and not text and not isinstance(row, Progress)]
    assert not wordless
    return sum(1 for _, _, text in found if text)


def test_every_document_opens_for_who_sees_it_and_would_be_accepted_again(house):
    people, cases = house
    opened = 0
    for name, key in (("kwartelaar", "ggz"), ("zwaluwstaart", "jeugd"), ("meerkoet", "politie"), ("tapuyter", "om")):
        with as_(people[key], reading=cases[name]):
            for document in Keyring.of(cases[name]).reveal(Document.objects.filter(case=cases[name])):
                content = content_of(document)
                assert (examine(document.name, content).kind.ending, len(content)) == (document.ending, document.size)
                opened += 1
    assert opened >= 6


def test_who_takes_part_in_one_of_two_linked_cases_does_not_see_the_link(house):
    people, cases = house
    both = [(key, name, True) for key in ("procesregisseur", "politie") for name in ("zilverreyger", "meerkoet")]
    for key, name, sees in [*both, ("reclassering", "zilverreyger", False), ("oov", "meerkoet", False)]:
        with as_(people[key], reading=cases[name]):
            assert CaseLink.objects.exists() == sees, (key, name)


@pytest.mark.parametrize(("key", "person"), [("verburg", "Jaimy"), ("ggz", "Petra")])
def test_who_sits_for_one_person_sees_nothing_of_the_others(house, key, person):
    people, cases = house
    case = cases["zwaluwstaart"]
    with as_(people[key], reading=case):
        only = Person.objects.get()
        assert only.given_names == person
        for model in (Contribution, CaseConference, Attendance, Conclusion, Goal, Agreement, Answer, Progress, Text):
            rows = model.objects.filter(case=case) if model is not Text else model.objects.all()
            assert all(set(row.about) == {only.pk} for row in rows), model
        assert not Relation.objects.exists()
        words = " ".join(
            str(getattr(row, word)) for row in revealed(case, OF_A_CASE, of_case(case)) for word in row.words
        )
    others = {one.given for one in read_world().cases["zwaluwstaart"].person} - {person}
    assert not [name for name in others if name in words]


def test_the_hidden_address_reaches_only_who_was_named(house):
    people, cases = house
    for key, expected in [("politie", 4), ("veiligthuis", 4), ("om", 1), ("procesregisseur2", 1), ("gemeente", 0)]:
        with as_(people[key], reading=cases["roerdomper"]):
            assert Address.objects.count() == expected, key


def test_nobody_reads_a_recalled_contribution_but_who_brought_it_in(house):
    people, cases = house
    for key, sees in [("politie", True), ("corporatie", False)]:
        with as_(people[key], reading=cases["kwartelaar"]):
            texts = [row.text for row in revealed(cases["kwartelaar"], [Contribution], of_case(cases["kwartelaar"]))]
        assert any("Koolmeezema" in text for text in texts) == sees, key


def test_what_is_visible_has_its_parents_visible(house):
    people, cases = house
    world, today = read_world(), localdate()
    for name, case in cases.items():
        for key in people:
            if sits_now(world.cases[name], key, today):
                with as_(people[key], reading=case):
                    for model, parent in PARENTS:
                        rows = model.objects.filter(**{file_column(model): case.pk})
                        assert rows.count() == len(rows.select_related(parent)), (name, key, model)


def file_column(model):
    return "file_id" if model is Relation else "case"


def test_everything_is_dated_in_the_past_on_a_working_day(house):
    now = timezone.now()
    with as_owner():
        for model in DATED:
            for field in moments_of(model):
                for moment in set(model.objects.values_list(field, flat=True)):
                    assert moment < now and is_workday(localtime(moment).date()), (model, field, moment)
        for meeting in CaseConference.objects.all():
            assert is_workday(localtime(meeting.starts_at).date())


def test_the_log_tells_the_same(house):
    _, cases = house
    with as_owner():
        entries = Entry.objects.all()
        assert entries.filter(kind="act", event="contribution.brought_in").count() == Contribution.objects.count()
        assert entries.filter(kind="present").count() == Attendance.objects.filter(from_at__isnull=False).count()
        assert not entries.filter(at__gt=timezone.now()).exists()
        opened = set(entries.filter(kind="opened").values_list("file_id", flat=True))
        assert opened >= {case.pk for case in cases.values()}
        for entry in entries.filter(kind="opened", file_id__in=[case.pk for case in cases.values()]):
            seats = Occupant.objects.filter(
                seat__case=entry.file_id, professional=entry.actor_id, starts_at__lte=entry.at
            )
            assert seats.exclude(ends_at__lt=entry.at).exists(), entry


def test_loading_twice_changes_nothing(house):
    with as_owner():
        before = Case.objects.count(), Text.objects.count()
        assert is_loaded() and not load(in_tests=True)
        assert (Case.objects.count(), Text.objects.count()) == before


def test_outside_a_demonstration_it_refuses():
    with as_owner(), pytest.raises(NotADemonstrationError):
        load()
