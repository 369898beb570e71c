"""Migrations in seconds: Django's picture of the models in between is drawn no further than the tables need."""

from django.db.migrations.state import ProjectState


def reload_sparingly():
    """After each operation only the model that it changes is rendered anew, not all that refer to it.

    Django renders those too, and here nearly every table refers to every other: nine tenths of the time of an empty
    house. The statements to PostgreSQL follow from the model that changes alone. An operation that runs Python on the
    models has them all rendered anew first, which is what `is_delayed` says.
    """
    ProjectState._find_reload_model = _only_itself


def _only_itself(state, app_label, model_name, delay=False):
    state.is_delayed = True
    return {(app_label, model_name)}
