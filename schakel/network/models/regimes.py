from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .houses import House
from .sight import for_whoever_is_signed_in

OF_MY_HOUSES = "house_id = ANY ((SELECT access.my_houses('administrator'))::uuid[])"
SET_UP = [
    "name", "purpose", "citation", "citation_link", "verified", "verified_on", "remark", "formula", "hidden",
    "takes_referrals", "asks_mandates", "asks_covenants", "flexible_shell", "kinds", "phases", "retention_months",
    "retention_start", "refused_months", "edition",
]  # fmt: skip


class Regime(Record):
    """What follows from one legal ground; every case belongs to exactly one. (nl: soort aanpak)"""

    class RetentionStart(models.TextChoices):
        CASE_CLOSED = "case_closed", _("the closing of the case")
        LIST_LEFT = "list_left", _("leaving the list")
        RELEASED = "released", _("the release")

    holds = Holds.SETUP
    classified = Classified(ordinary=" ".join(["code", "training", *SET_UP]))

    house = models.ForeignKey(House, models.PROTECT, related_name="regimes")
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=80)
    purpose = models.TextField()
    citation = models.TextField(blank=True)
    citation_link = models.URLField(blank=True)
    verified = models.BooleanField(default=False)  # was the citation held against the text of the law?
    verified_on = models.DateField(null=True, blank=True)
    remark = models.TextField(blank=True)
    formula = models.CharField(max_length=200, blank=True)
    hidden = models.BooleanField(default=False)
    training = models.BooleanField(default=False)  # fictitious persons only: it never holds real data
    takes_referrals = models.BooleanField(default=False)
    asks_mandates = models.BooleanField(default=False)  # only who is mandated for it may take part
    asks_covenants = models.BooleanField(default=False)  # only an organisation under its covenant may take part
    flexible_shell = models.BooleanField(default=True)  # may an organisation take part in one case only?
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # of organisations; empty: every kind
    phases = models.JSONField(default=dict, blank=True)  # phase: kinds; a phase that is not named: whoever takes part
    retention_months = models.PositiveSmallIntegerField(null=True)  # parameter: not verified in the law's text
    retention_start = models.CharField(
        max_length=20, choices=RetentionStart, default=RetentionStart.CASE_CLOSED
    )  # parameter, too
    refused_months = models.PositiveSmallIntegerField(null=True)  # parameter: how long a refused referral is kept
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        constraints = [
            for_whoever_is_signed_in("the kinds of approach"),
            RowPolicy("the functional administrator adds an approach to their house", "INSERT", check=OF_MY_HOUSES),
            RowPolicy(
                "the functional administrator sets up the kinds of approach",
                "UPDATE",
                using=OF_MY_HOUSES,
                # What runs under it was promised to be seen, or not to be.
                check=f"{OF_MY_HOUSES} AND access.may_be_hidden(id, hidden)",
                columns=SET_UP,  # not "house", "code" or "training"
            ),
        ]

    def __str__(self):
        return self.name

    def may_be_present(self, kind, phase):
        """Whether an organisation of this kind may be present in this phase."""
        allowed = self.phases.get(phase, self.kinds)
        return kind in allowed if allowed else not self.kinds or kind in self.kinds

    @property
    def life_domains(self):
        """The life domains to choose from now, in the order of the house."""
        return self._listed("life_domain")

    @property
    def themes(self):
        """The themes to choose from now."""
        return self._listed("theme")

    @property
    def closing_reasons(self):
        """Why a case may be closed, as one may choose now."""
        return self._listed("closing_reason")

    def _listed(self, name):
        # rows of schakel/houses, which this app does not know; all lists of one approach are asked at once
        if "_lists" not in vars(self):
            self._lists = list(self.list_entries.values_list("list", "label"))
        return [label for listed, label in self._lists if listed == name]
