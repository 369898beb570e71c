from pathlib import Path

from django.db import migrations

RIGHTS = Path(__file__).parent.parent / "rights.sql"


class Migration(migrations.Migration):
    dependencies = [("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(RIGHTS.read_text(), migrations.RunSQL.noop)]
