from django.db import migrations

# What stood in a column of the regime stands in a table of its own, with its history.
COPY = """
INSERT INTO houses_listentry (id, house_id, regime_id, list, label, position, since)
SELECT gen_random_uuid(), regime.house_id, regime.id, '{list}', one.label, one.place, clock_timestamp()
FROM network_regime AS regime, unnest(regime.{column}) WITH ORDINALITY AS one(label, place)
"""
LISTS = {"life_domain": "life_domains", "theme": "themes", "closing_reason": "closing_reasons"}


class Migration(migrations.Migration):

    dependencies = [("houses", "0001_initial")]

    operations = [
        migrations.RunSQL(COPY.format(list=name, column=column), migrations.RunSQL.noop)
        for name, column in LISTS.items()
    ]
