"""Who was present when a referral was shown in the triage; questions of the triage lie open with their referral."""

from django.db import migrations

from schakel.access.functions import Functions
from schakel.audit.models import Entry

POLICY = Entry._meta.constraints[0]


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_log")]
    operations = [
        Functions("triage/sight.sql", "audit/sight.sql"),
        migrations.RemoveConstraint("Entry", POLICY.name),
        migrations.AddConstraint("Entry", POLICY),
    ]
