"""What the rows about the persons of a file have in common: the words their policies are made of."""

from django.db import models

from schakel.access.fields import made_now
from schakel.vault.words import Worded

# Whoever is asked whether they know a person is shown a name, and nothing else that is in that file: therefore what
# is known about a person asks for a file of one's own as well.
IN_A_FILE_OF_MINE = "file_id = ANY ((SELECT access.my_files())::uuid[])"
OF_WHOM_I_SEE = "person_id = ANY ((SELECT access.my_sight())::uuid[])"
OPENED = "file_id = ANY ((SELECT access.opened())::uuid[])"
SIGNED = "author_id = (SELECT access.me())"
IN_A_FILE_I_KEEP = "file_id = ANY ((SELECT access.files_i_keep())::uuid[])"
WHERE_PEOPLE_MAY_COME = "file_id = ANY ((SELECT access.files_that_take_people())::uuid[])"
IN_MY_OWN_CAPACITY = (
    "(file_id = ANY ((SELECT access.my_open_cases())::uuid[]) AND capacity_id = ANY (access.my_capacities_in(file_id)))"
)
OF_WHOM_I_SEE_HERE = "person_id = ANY (access.my_sight_in(file_id))"  # for what is written


def written_here(moment):
    """By who keeps the open file, or by a seated organisation for itself, about whom they see."""
    return (
        f"{SIGNED} AND {OF_WHOM_I_SEE_HERE} AND {made_now(moment)} "
        f"AND ({WHERE_PEOPLE_MAY_COME} OR {IN_MY_OWN_CAPACITY})"
    )


class OfAPerson(Worded):
    """A row with words about one person of a file; nobody reads in it about anybody else."""

    file_id = models.UUIDField(db_index=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    capacity = models.ForeignKey("network.Capacity", models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def about(self):
        return [self.person_id]

    @property
    def audience(self):
        return [self.file_id]
