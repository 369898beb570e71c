"""An opened referral with everything it says."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from schakel.network.wording import in_conjunctions
from schakel.network.workdays import workdays_left
from schakel.people.keeping import latest_addresses
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .areas import claims_an_area
from .completeness import missing_in
from .status import status_of
from .terms import answer_due


class Opened:
    """What whoever opened the referral reads; all its words come with one question."""

    def __init__(self, referral):
        self.referral = referral
        self.claims = list(referral.claims.select_related("criterion"))
        self.additions = self._additions() if referral.sent_at else []
        self.decision = referral.decision if referral.is_decided else None
        self.findings = list(self.decision.findings.select_related("criterion")) if self.decision else []
        rows = [referral, *self.claims, *self.additions, *self.findings]
        Keyring.of(referral).reveal([*rows, self.decision] if self.decision else rows)

    def _additions(self):
        return list(self.referral.additions.select_related("author").order_by("-added_at"))

    @cached_property
    def is_about_an_area(self):
        return claims_an_area(self.claims)

    @cached_property
    def persons(self):
        addresses = latest_addresses(self.referral.pk)
        persons = list(Person.objects.filter(file_id=self.referral.pk))
        for person in persons:
            person.address = addresses.get(person.pk)
        return persons

    @cached_property
    def missing(self):
        return missing_in(self.referral, self.claims, self.persons)

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
        return in_conjunctions(self.referral.regime)
