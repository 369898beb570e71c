"""Questions of the triage are files, too."""

from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_the_circle_in_full"), ("audit", "0002_triage"), ("referrals", "0002_steps")]
    operations = [Functions("cases/sight.sql")]
