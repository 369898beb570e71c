from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_drafts_that_answer")]
    operations = [
        Functions("cases/sight.sql", "cases/sight_circle.sql", "cases/sight_contributions.sql", "cases/sight_course.sql")
    ]
