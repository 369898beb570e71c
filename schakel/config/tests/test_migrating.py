"""An empty house gets its tables in seconds; whoever needs the models in between finds them whole."""

from django.db import migrations, models
from django.db.migrations.state import ModelState, ProjectState

from schakel.config.migrating import reload_sparingly


def field_to(model):
    return models.ForeignKey(f"network.{model}", models.PROTECT)


def state():
    """A house, and a street in it, rendered."""
    reload_sparingly()
    found = ProjectState()
    found.add_model(ModelState("network", "House", [("id", models.AutoField(primary_key=True))]))
    found.add_model(
        ModelState("network", "Street", [("id", models.AutoField(primary_key=True)), ("in", field_to("house"))])
    )
    assert found.apps
    return found


def named(found):
    migrations.AddField("house", "name", models.TextField(default="")).state_forwards("network", found)
    return found


def test_a_change_renders_the_model_itself_and_leaves_who_refers_to_it():
    found = state()
    street, house = (found.apps.get_model("network", name) for name in ("street", "house"))
    named(found)
    assert found.apps.get_model("network", "street") is street
    assert found.apps.get_model("network", "house") is not house
    assert found.apps.get_model("network", "house")._meta.get_field("name")


def test_an_operation_in_python_finds_every_reference_to_what_changed():
    found = named(state())
    seen = []
    run = migrations.RunPython(lambda apps, _editor: seen.append(apps.get_model("network", "street")))

    class Editor:
        connection = type("Connection", (), {"alias": "default"})

    run.database_forwards("network", Editor, found, found)
    house = found.apps.get_model("network", "house")
    assert seen[0]._meta.get_field("in").related_model is house
