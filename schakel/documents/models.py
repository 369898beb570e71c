"""Files that organisations bring into a case, letters that are made of it, and what was taken on paper."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.cases.models import Case, Contribution
from schakel.cases.models.case import (
    ABOUT_WHOM_I_SEE_HERE,
    CONCERNS_ME,
    IN_A_CASE_I_RUN,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_ONE_OF_MY_CASES,
    READ_IN_THE_FILE,
    SIGNED,
    OfACase,
)
from schakel.cases.models.contribution import IN_MY_CAPACITY, MEANT_FOR_SOMEBODY_HERE, REACHES_ME_IN_THE_FILE
from schakel.network.models import Capacity, Professional

OF_MY_ORGANISATION = "access.is_document_of_ours({document}, case_id, capacity_id)"


class Document(OfACase):
    """A file that an organisation brings into a case; replaced by a next version, never edited. (nl: document)"""

    class Found(models.TextChoices):
        CLEAN = "clean", _("scanned, nothing found")
        NO_SCANNER = "no_scanner", _("not scanned: this installation has no scanner")
        NOT_SCANNED = "not_scanned", _("in quarantine: the scanner has not answered")
        INFECTED = "infected", _("infected: it opens for nobody")

    words = ("name", "subject")
    holds = Holds.CONTENT
    classified = Classified(ordinary="about audience use ending size found brought_at edition")

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    use = models.CharField(max_length=12, choices=Contribution.Use, default=Contribution.Use.HERE_ONLY)
    ending = models.CharField(max_length=4)
    size = models.PositiveIntegerField()  # bytes
    found = models.CharField(max_length=12, choices=Found)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    brought_at = MomentField()

    class Meta:
        ordering = ["-brought_at"]
        indexes = [models.Index(F("case"), name="documents_of_a_case")]
        constraints = [
            RowPolicy(
                "who opened the file sees the documents that are for them",
                "SELECT",
                using=first_in_sight(
                    CONCERNS_ME, f"{REACHES_ME_IN_THE_FILE} AND id <> ALL ((SELECT access.recalled())::uuid[])"
                ),
            ),
            RowPolicy(
                "each brings documents of their own organisation",
                "INSERT",
                check=f"{SIGNED} AND {ABOUT_WHOM_I_SEE_HERE} AND {MEANT_FOR_SOMEBODY_HERE} AND {IN_MY_CAPACITY} "
                f"AND {IN_AN_OPEN_CASE_OF_MINE} AND {made_now('brought_at')} "
                f"AND (replaces_id IS NULL OR {OF_MY_ORGANISATION.format(document='replaces_id')}) "
                "AND access.is_unworded(id)",
            ),
            RowPolicy(
                "who brought a document has it scanned again",
                "UPDATE",
                using=f"{SIGNED} AND {IN_ONE_OF_MY_CASES} AND {CONCERNS_ME} AND found = 'not_scanned'",
                check=f"{SIGNED} AND found IN ('clean', 'infected')",
                columns=["found"],
            ),
        ]

    @property
    def opens(self):
        """Whether others may have it: found clean, or there is nobody to ask."""
        return self.found in (self.Found.CLEAN, self.Found.NO_SCANNER)


class DocumentContent(Record):
    """The bytes of a document, sealed under the keys of whom it is about. (nl: inhoud van een document)"""

    holds = Holds.CONTENT
    classified = Classified(special="sealed", ordinary="about audience")

    document = models.OneToOneField(Document, models.PROTECT, related_name="content")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    about = IdsField()
    audience = IdsField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            RowPolicy(
                "who opened the file reads a document that left quarantine",
                "SELECT",
                using=first_in_sight(
                    CONCERNS_ME,
                    f"{REACHES_ME_IN_THE_FILE} AND document_id <> ALL ((SELECT access.recalled())::uuid[]) "
                    f"AND ({SIGNED} OR document_id <> ALL ((SELECT access.in_quarantine())::uuid[]))",
                ),
            ),
            RowPolicy(
                "who brings a document brings what is in it",
                "INSERT",
                check=f"{SIGNED} AND {ABOUT_WHOM_I_SEE_HERE} "
                "AND access.is_my_document(document_id, case_id, about, audience)",
            ),
            # No UPDATE and no DELETE: what is in it goes with the keys.
        ]


class DocumentRecall(OfACase):
    """A document that was wrong or should not have been given: nobody opens it any more. (nl: document intrekken)"""

    words = ("reason",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="document_id about audience recalled_at edition")

    document_id = models.UUIDField()  # no foreign key: who may no longer see it still learns that it was recalled
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    recalled_at = MomentField()

    class Meta:
        ordering = ["-recalled_at"]
        indexes = [models.Index(F("document_id"), name="recall_of_a_document")]
        constraints = [
            RowPolicy(
                "who could open the document learns that it was recalled",
                "SELECT",
                using=first_in_sight(CONCERNS_ME, REACHES_ME_IN_THE_FILE),
            ),
            RowPolicy(
                "an organisation recalls its own documents",
                "INSERT",
                check=f"{SIGNED} AND {IN_ONE_OF_MY_CASES} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('recalled_at')} "
                f"AND {OF_MY_ORGANISATION.format(document='document_id')}",
            ),
        ]


class Recipient(models.TextChoices):
    """For whom something is on paper, in kind; who exactly stands in what was made, if anywhere."""

    PERSON = "person", _("a person concerned")
    ORGANISATION = "organisation", _("an organisation")
    OWN_FILE = "own_file", _("the own file")


class Letter(OfACase):
    """A letter in the words of the house, to a person of the case or an organisation in its circle. (nl: brief)

    What was said is kept, sealed like any words of the case. The address is not: it is printed at the moment of taking,
    for who may know it then, so that no old letter gives away where somebody lives now.
    """

    words = ("text", "addressee")
    holds = Holds.CONTENT
    classified = Classified(ordinary="about kind recipient made_at edition")

    kind = models.CharField(max_length=40)  # which text of the house
    recipient = models.CharField(max_length=12, choices=Recipient)
    made_at = MomentField()

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(F("case"), name="letters_of_a_case")]
        constraints = [
            RowPolicy("who opened the file reads letters about whom they see", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "who runs the case writes its letters, also when it is closed",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_RUN} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('made_at')} "
                "AND access.is_unworded(id)",
            ),
            # No UPDATE: who says it differently writes another letter.
        ]


class Printout(OfACase):
    """That something of a case was taken on paper: what, by whom, for whom, how many pages. (nl: afdruk)

    Without words: an overview is not kept. Kept, it would stay when what stands in it is recalled or destroyed.
    """

    class Kind(models.TextChoices):
        LETTER = "letter", _("letter")
        OWN = "own", _("contributions and agreements of one organisation")
        CASE = "case", _("the case")

    class Form(models.TextChoices):
        PDF = "pdf", _("PDF")
        ODT = "odt", _("text to finish (ODT)")

    holds = Holds.CONTENT
    classified = Classified(ordinary="about kind form recipient pages taken_at edition")

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="printouts")
    kind = models.CharField(max_length=8, choices=Kind)
    form = models.CharField(max_length=3, choices=Form)
    recipient = models.CharField(max_length=12, choices=Recipient)
    pages = models.PositiveSmallIntegerField(null=True)  # of a text to finish nobody knows
    taken_at = MomentField()

    class Meta:
        ordering = ["-taken_at"]
        indexes = [models.Index(F("case"), name="printouts_of_a_case")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="letter", letter__isnull=False)
                | ~models.Q(kind="letter") & models.Q(letter=None),
                name="a_letter_on_paper_is_that_letter",
            ),
            RowPolicy("who opened the file reads what was taken on paper", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "each writes down what they take on paper",
                "INSERT",
                check=f"{SIGNED} AND {IN_ONE_OF_MY_CASES} AND {ABOUT_WHOM_I_SEE_HERE} AND {IN_MY_CAPACITY} "
                f"AND {made_now('taken_at')} "
                "AND (letter_id IS NULL OR access.is_letter_about(letter_id, case_id, about))",
            ),
            # No UPDATE: what left has left.
        ]
