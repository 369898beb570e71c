from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):

    dependencies = [("houses", "0002_lists_of_the_regimes"), ("network", "0003_lists_of_their_own")]

    operations = [Functions("houses/sight.sql")]
