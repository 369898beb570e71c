"""Moments that a row gets later (sent, closed, ended): the clock of the database, whatever the statement says."""

from .policies import BesideTheTable


class Stamped(BesideTheTable):
    """These columns, once filled, hold the moment at which they were filled, and are never emptied again."""

    create = (
        "CREATE TRIGGER %(name)s BEFORE UPDATE ON %(table)s FOR EACH ROW "
        "WHEN (current_user = 'schakel_app') EXECUTE FUNCTION access.stamp(%(columns)s)"
    )
    drop = "DROP TRIGGER %(name)s ON %(table)s"

    def __init__(self, name, *, columns):
        super().__init__(name=name)
        self.columns = tuple(columns)

    def deconstruct(self):
        path, _, kwargs = super().deconstruct()
        return path, (kwargs["name"],), {"columns": self.columns}

    def parts(self, quote):
        return {"columns": ", ".join(f"'{column}'" for column in self.columns)}


class Fires(BesideTheTable):
    """At this moment ("BEFORE INSERT") a function of the database has a say in each row, whoever writes it."""

    create = "CREATE TRIGGER %(name)s %(moment)s ON %(table)s FOR EACH ROW EXECUTE FUNCTION %(function)s()"
    drop = "DROP TRIGGER %(name)s ON %(table)s"

    def __init__(self, name, *, moment, function):
        super().__init__(name=name)
        self.moment, self.function = moment, function

    def deconstruct(self):
        path, _, kwargs = super().deconstruct()
        return path, (kwargs["name"],), {"moment": self.moment, "function": self.function}

    def parts(self, quote):
        return {"moment": self.moment, "function": self.function}
