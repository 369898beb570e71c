"""What holds for the persons of an opened file, gathered once: six statements, and two for the words of all."""

from collections import namedtuple
from datetime import timedelta

from django.utils import timezone

from schakel.vault.words import Keyring

from .coming import birthdays_of
from .keeping import latest_addresses
from .lists import AGES, BIRTHDAY_DAYS, WARN_DAYS
from .models import Alert, Authority, Informing, LegalFrame, Relation
from .showing import display_name, is_child, life_line
from .ties import tie_words, ties_of

Told = namedtuple("Told", "moment row")  # row: the newest Informing of that moment, or None: not yet
SOURCE = ["capacity__organisation"]


class Brief:
    """Alerts and frames only, for the head of a case: two statements, and two for the words."""

    def __init__(self, file, people, *, warn_days=WARN_DAYS, more_words=()):
        self.file, self.people, self.today, self.warn_days = file, list(people), timezone.localdate(), warn_days
        self.names = {person.pk: display_name(person) for person in self.people}
        self.frames = list(LegalFrame.objects.filter(file_id=file.file_id).select_related(*SOURCE))
        self.alerts = list(Alert.objects.filter(file_id=file.file_id).select_related(*SOURCE))
        Keyring.of(file).reveal([*self.frames, *self.alerts, *self.gather(), *more_words])
        for alert in self.alerts:
            alert.whom = self.names.get(alert.about[0], "")
        for frame in self.frames:
            frame.whom, frame.ends_soon = self.names[frame.person_id], self._ends_soon(frame)

    def gather(self):
        """More rows with words."""
        return []

    @property
    def alerts_now(self):
        """The alerts that hold today, the situation first."""
        found = [alert for alert in self.alerts if alert.holds_on(self.today)]
        return sorted(found, key=lambda alert: not alert.is_about_the_situation)

    @property
    def frames_now(self):
        """The frames that hold today, whose end comes first on top."""
        found = [frame for frame in self.frames if frame.holds_on(self.today)]
        return sorted(found, key=lambda frame: (frame.until is None, frame.until or self.today))

    @property
    def frames_ending(self):
        last = self.today + timedelta(days=self.warn_days)
        return [frame for frame in self.frames_now if frame.until and frame.until <= last]

    def _ends_soon(self, frame):
        soon = self.today + timedelta(days=self.warn_days)
        return bool(frame.until and frame.holds_on(self.today) and frame.until <= soon)


class Holding(Brief):
    """Frames, informing, alerts, relations and authority of these persons, each on the person it is about."""

    def __init__(self, file, people, **more):
        super().__init__(file, people, **more)
        addresses = latest_addresses(file.file_id)
        for row in self.informings:
            row.whom = self.names[row.person_id]
        for person in self.people:
            self._mark_person(person, addresses.get(person.pk))

    def gather(self):
        of_file = {"file_id": self.file.file_id}
        self.informings = list(Informing.objects.filter(**of_file).select_related(*SOURCE))
        self.relations = list(Relation.objects.standing().filter(**of_file))
        self.authorities = list(Authority.objects.standing().filter(**of_file))
        return [*self.informings, *self.relations]

    @property
    def coming_back(self):
        """Informing that was postponed until today or before."""
        rows = [told.row for person in self.people for told in person.told if told.row]
        return [row for row in rows if not row.done and row.until <= self.today]

    def birthdays(self, ages=AGES, days=BIRTHDAY_DAYS):
        """Who turns an age within these days at which something changes."""
        return birthdays_of(self.people, self.today, self.today + timedelta(days=days), ages)

    def _mark_person(self, person, address):
        person.key, person.name, person.life = str(person.pk), self.names[person.pk], life_line(person)
        person.address = address if address and (address.secret or not person.secret_address) else None
        person.is_child = is_child(person)
        person.ties = ties_of(person, self.relations, self.names)
        person.relations_from = [one for one in self.relations if one.person_id == person.pk]
        for one in person.relations_from:
            one.words = tie_words(one, person.pk, self.names)
        person.frames = [frame for frame in self.frames if frame.person_id == person.pk]
        person.alerts = [alert for alert in self.alerts_now if alert.about == [person.pk]]
        person.told = [Told(moment, self._newest(person, moment)) for moment in Informing.Moment]
        person.under_authority_of = [one for one in self.authorities if one.person_id == person.pk]
        for one in person.under_authority_of:
            one.held_by = one.institution or self.names[one.holder_id]

    def _newest(self, person, moment):
        of_person = (row for row in self.informings if row.person_id == person.pk and row.moment == moment)
        return next(of_person, None)
