from django.db import migrations

from schakel.access.functions import Functions

# In a schema of their own, which nobody but the owner uses; the owner of a database may make both (they are trusted).
EXTENSIONS = """
CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA extensions;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_functions"), ("cases", "0001_initial"), ("people", "0001_initial")]

    operations = [migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop), Functions("finding/sight.sql")]
