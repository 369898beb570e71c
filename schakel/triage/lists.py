"""The worklist of the triage: numbers, organisations, themes and terms. Never names, never who was asked what."""

from functools import partial

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from schakel.referrals import lists as referrals
from schakel.worklists.choosing import Choice, Filter, several

from .models import Question, Remainder, TriageMeeting
from .terms import with_terms


class WorklistChoice(Choice):
    """What somebody who does the triage chose of what waits for an answer; urgent things and the oldest first."""

    def __init__(self, professional, parameters):
        self.waiting = referrals.to_assess(referrals.houses_i_triage(professional))
        super().__init__([_by_standing(), *_by_what_they_are(self.waiting)], parameters)

    def rows(self):
        """Of what is too late all of it at once: how long there is, is counted in working days of the house."""
        asked = Exists(Question.objects.filter(referral=OuterRef("pk"), reply=None))
        found = self.of(self.waiting.annotate(is_asked=asked))
        return [one for one in with_terms(found) if one.left < 0] if self.value("toon") == "te-laat" else found

    def tabs(self):
        names = [("", _("Everything")), *self.filters[0].options]
        return [{"label": label, "query": self.with_(toon=name), "current": name == self.value("toon")}
                for name, label in names]  # fmt: skip


def _by_standing():
    narrow = {"spoed": {"urgent": True}, "wacht": {"is_asked": True}, "te-laat": {}}
    options = [("spoed", _("Urgent")), ("te-laat", _("Too late")), ("wacht", _("Waits for the referrer"))]
    return Filter("toon", _("What waits"), options, lambda rows, name: rows.filter(**narrow[name]), True)


def _by_what_they_are(waiting):
    """By house, by approach and by who refers, each only where there is something to choose; one statement."""
    names = ["house_id", "house__region", "regime_id", "regime__name"]
    whose = ["capacity__organisation_id", "capacity__organisation__short_name"]
    rows = list(waiting.order_by(whose[1]).values_list(*names, *whose).distinct())
    for name, label, field, place in (
        ("huis", _("House"), "house", 0), ("aanpak", _("Kind of approach"), "regime", 2),
        ("van", _("From"), "capacity__organisation", 4),
    ):  # fmt: skip
        options = list(dict(row[place : place + 2] for row in rows).items())
        yield Filter(name, label, several(options), partial(_where, field))


def _where(field, rows, key):
    return rows.filter(**{field: key})


def meetings(professional):
    return TriageMeeting.objects.filter(house__in=referrals.houses_i_triage(professional)).select_related("house")


def remainders():
    """What stays of what became no case."""
    return Remainder.objects.select_related("regime", "capacity__organisation")
