"""The log's table by hand: partitioned by month, which Django does not make."""

import uuid

from django.db import migrations, models

import schakel.access.fields
from schakel.audit.models import Entry

TABLE = """
CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    position bigint GENERATED ALWAYS AS IDENTITY,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    kind varchar(10) NOT NULL CHECK (kind IN ('act', 'opened', 'listed', 'present', 'refused', 'door')),
    event varchar(60) NOT NULL,
    actor_id uuid NOT NULL,
    organisation_id uuid,
    function varchar(200),
    file_id uuid,
    file_ids uuid[],
    subject_id uuid,
    reader_id uuid,
    from_at timestamptz,
    until_at timestamptz,
    purpose varchar(200) NOT NULL DEFAULT '',
    PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
CREATE TABLE public.audit_entry_default PARTITION OF public.audit_entry DEFAULT;
ALTER TABLE public.audit_entry_default ENABLE ROW LEVEL SECURITY;
CREATE INDEX audit_entry_id ON public.audit_entry (id);
CREATE INDEX audit_entry_file ON public.audit_entry (file_id, at) WHERE file_id IS NOT NULL;
CREATE INDEX audit_entry_files ON public.audit_entry USING gin (file_ids) WHERE file_ids IS NOT NULL;
CREATE INDEX audit_entry_transaction ON public.audit_entry (transaction);
SELECT audit.make_partitions();
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("access", "0001_functions")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE, "DROP TABLE public.audit_entry")],
            state_operations=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
                        ("position", models.BigIntegerField()),
                        ("transaction", models.TextField()),
                        ("kind", models.CharField(choices=Entry.Kind.choices, max_length=10)),
                        ("event", models.CharField(max_length=60)),
                        ("actor_id", models.UUIDField()),
                        ("organisation_id", models.UUIDField(null=True)),
                        ("function", models.CharField(max_length=200, null=True)),
                        ("file_id", models.UUIDField(null=True)),
                        ("file_ids", schakel.access.fields.IdsField(null=True, size=None)),
                        ("subject_id", models.UUIDField(null=True)),
                        ("reader_id", models.UUIDField(null=True)),
                        ("from_at", models.DateTimeField(null=True)),
                        ("until_at", models.DateTimeField(null=True)),
                        ("purpose", models.CharField(default="", max_length=200)),
                    ],
                ),
            ],
        ),
        *[migrations.AddConstraint("Entry", policy) for policy in Entry._meta.constraints],
    ]
