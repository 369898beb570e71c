from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("mail", "0003_invitations"), ("cases", "0013_seats_are_counted_once")]
    operations = [Functions("mail/sight.sql")]
