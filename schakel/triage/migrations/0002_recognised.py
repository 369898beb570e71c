"""Whether somebody is known to the house already: told to the triage of an opened referral."""

from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("triage", "0001_initial")]
    operations = [Functions("triage/sight_recognised.sql")]
