class DoorRouter:
    """Accounts and sessions are read and written by the door's own role; all else is not the door's business."""

    def db_for_read(self, model, **hints):
        return "door" if model._meta.app_label == "signin" else "default"

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, **hints):
        return db == "default"  # one database, migrated by its owner
