"""An opened referral with everything it says."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from schakel.cases.models import Continuation
from schakel.houses.questions import questions_for
from schakel.network.wording import in_conjunctions
from schakel.network.workdays import workdays_left
from schakel.people.keeping import persons_at_home
from schakel.people.models import Alert, Informing, LegalFrame, Relation
from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from .areas import claims_an_area
from .completeness import missing_in
from .models import Unsaved
from .status import status_of
from .steps import steps_of
from .terms import answer_due


class Opened:
    """What whoever opened the referral reads; all its words come with one question."""

    def __init__(self, referral):
        self.referral = referral
        self.claims = list(referral.claims.select_related("criterion"))
        self.additions = self._additions() if referral.sent_at else []
        self.decision = referral.decision if referral.is_decided else None
        self.findings = list(self.decision.findings.select_related("criterion")) if self.decision else []
        self.answered = list(referral.intake_answers.select_related("question"))
        self.frames, self.every_alert, self.informings = map(self._of_persons, (LegalFrame, Alert, Informing))
        rows = [referral, *self.claims, *self.additions, *self.findings, *self.answered]
        rows += [*self.frames, *self.every_alert, *self.informings]
        self.ring = Keyring.of(referral)
        self.ring.reveal([*rows, self.decision] if self.decision else rows)
        self.answers = {answer.question_id: answer.text for answer in self.answered}

    def _additions(self):
        return list(self.referral.additions.select_related("author").order_by("-added_at"))

    def _of_persons(self, kind):
        return list(kind.objects.filter(file_id=self.referral.pk))

    @property
    def is_open(self):
        """Not withdrawn and not answered: it may still be written in."""
        return not (self.referral.withdrawn_at or self.decision)

    @cached_property
    def is_about_an_area(self):
        return claims_an_area(self.claims)

    @cached_property
    def persons(self):
        return persons_at_home(self.referral.pk)

    @cached_property
    def questions(self):
        """What the house asks now, and what it asked when it was answered."""
        asked = questions_for(self.referral.house, self.referral.regime)
        before = [answer.question for answer in self.answered if answer.text and answer.question not in asked]
        return [*before, *asked]

    @cached_property
    def comes_after(self):
        """The earlier case from which this test began; only for who takes part in it."""
        return Continuation.objects.filter(referral_id=self.referral.pk).select_related("case").first()

    @property
    def answers_in_words(self):
        return [(one.text, self.answers.get(one.pk, "")) for one in self.questions]

    @cached_property
    def relations(self):
        return list(Relation.objects.standing().filter(file_id=self.referral.pk))

    @cached_property
    def tied(self):
        """Who is what to whom: "Merel Testvogel – ouder van – Mees Testvogel"."""
        if len(self.persons) < 2:
            return []
        names = {person.pk: display_name(person) for person in self.persons}
        return [f"{names[one.person_id]} – {one.get_kind_display()} – {names[one.other_id]}" for one in self.relations]

    @property
    def informing(self):
        """Each person with what was said about informing them."""
        return [(person, self.informed.get(person.pk)) for person in self.persons]

    @property
    def alerts(self):
        """Those that were not ended."""
        return [alert for alert in self.every_alert if not alert.ended_on]

    @cached_property
    def informed(self):
        """Of each person the newest that was said before the referral: told, or not yet."""
        newest = reversed(self.informings)
        return {one.person_id: one for one in newest if one.moment == Informing.Moment.BEFORE}

    @cached_property
    def unsaved(self):
        """What I typed here and did not save, the latest first."""
        if not self.is_open:
            return []
        return list(Unsaved.objects.filter(referral=self.referral, ended_at=None))

    @cached_property
    def steps(self):
        return steps_of(self)

    @cached_property
    def missing(self):
        return missing_in(self)

    @cached_property
    def status(self):
        return status_of(self.referral)

    @cached_property
    def due(self):
        return answer_due(self.referral) if self.referral.is_waiting else None

    @cached_property
    def left(self):
        return workdays_left(self.due) if self.due else None

    @cached_property
    def destroyed_on(self):
        """When what became no case is destroyed; a case keeps its referral."""
        if self.decision is None or self.decision.outcome == self.decision.Outcome.CASE:
            return None
        days = self.referral.house.answered_days
        return (timezone.localtime(self.decision.decided_at) + timedelta(days=days)).date()

    @cached_property
    def formula(self):
        return in_conjunctions(self.referral.regime.formula)
