from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField
from schakel.access.policies import RowPolicy


class Entry(models.Model):
    """What somebody did or read, kept longer than what they did it to. (nl: logregel)

    No foreign keys: the log outlives the case and the account. Partitioned by month; `position` and
    `transaction` give a durable order to whoever seals and verifies the log.
    """

    class Kind(models.TextChoices):
        ACT = "act", _("did")
        OPENED = "opened", _("opened the file")
        LISTED = "listed", _("saw the name in a list")
        PRESENT = "present", _("was present when the file was shown")
        REFUSED = "refused", _("was refused")
        DOOR = "door", _("signed in or out")

    holds = Holds.LOG
    classified = Classified(
        identifying="actor_id reader_id",
        ordinary="at position transaction kind event organisation_id function file_id file_ids subject_id purpose "
        "from_at until_at",
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    at = models.DateTimeField()
    position = models.BigIntegerField()
    transaction = models.TextField()
    kind = models.CharField(max_length=10, choices=Kind)
    event = models.CharField(max_length=60)
    actor_id = models.UUIDField()
    organisation_id = models.UUIDField(null=True)
    function = models.CharField(max_length=200, null=True)
    file_id = models.UUIDField(null=True)
    file_ids = IdsField(null=True)
    subject_id = models.UUIDField(null=True)
    reader_id = models.UUIDField(null=True)
    from_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    purpose = models.CharField(max_length=200, default="")

    class Meta:
        constraints = [
            RowPolicy(
                "everyone signs their own acts about their own files",
                "INSERT",
                check="actor_id = (SELECT access.me()) AND function = (SELECT access.my_function()) "
                "AND organisation_id = (SELECT access.my_organisation()) "
                "AND (kind = 'act' OR kind = 'present' AND file_id = ANY ((SELECT access.cases_i_run())::uuid[]) "
                "AND access.confers_on(subject_id, file_id, ARRAY[file_id]) "
                "OR kind = 'present' AND file_id = ANY ((SELECT access.referrals_i_assess())::uuid[]) "
                "AND access.saw_in_triage(reader_id, subject_id, file_id)) "
                "AND (file_id IS NULL OR file_id = ANY ((SELECT access.my_files() || access.cases_i_know())::uuid[]))",
                # Not "at", "position" or "transaction": the clock and the order are the database's; nor "file_ids".
                columns=[
                    "id", "kind", "event", "actor_id", "organisation_id", "function", "file_id", "subject_id",
                    "reader_id", "from_at", "until_at", "purpose",
                ],
            ),
            RowPolicy("the auditor reads the log", "SELECT", using="true", role="schakel_auditor"),
            # No SELECT, UPDATE or DELETE for the application: it adds to this log and nothing else.
        ]  # fmt: skip
