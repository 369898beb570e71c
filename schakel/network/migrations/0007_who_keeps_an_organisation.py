from django.db import migrations

KEEPERS = """
UPDATE network_organisation o SET keeper_id = h.id FROM network_house h JOIN network_capacity c ON c.id = h.capacity_id
WHERE c.organisation_id = o.id AND o.keeper_id IS NULL;
UPDATE network_organisation o SET keeper_id = (
    SELECT house_id FROM network_partnership p WHERE p.organisation_id = o.id ORDER BY since, house_id LIMIT 1
) WHERE keeper_id IS NULL
"""


class Migration(migrations.Migration):
    """The first house in which an organisation took part keeps its entry; a house keeps its own."""

    dependencies = [("network", "0006_the_network_in_full")]

    operations = [migrations.RunSQL(KEEPERS, migrations.RunSQL.noop)]
