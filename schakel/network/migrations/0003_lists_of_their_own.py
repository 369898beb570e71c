from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_setup_as_data'),
        ('houses', '0002_lists_of_the_regimes'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='regime',
            name='closing_reasons',
        ),
        migrations.RemoveField(
            model_name='regime',
            name='life_domains',
        ),
        migrations.RemoveField(
            model_name='regime',
            name='themes',
        ),
    ]
