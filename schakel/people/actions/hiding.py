"""An address that only some may know."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.record import act, record

from .. import rules
from ..keeping import add_address, changed_person, latest_addresses
from ..models import Person


@act("person.address_hidden", gettext_noop("hid the address of a person"))
def hide_address(*, by, file, person, capacities, address=None):
    """Hide an address from everybody but these capacities and the house that keeps it. (nl: adres verbergen)

    Everybody who sees the person sees that there is a secret address. Without `address` the last known one is hidden.
    """
    rules.may_keep(by, file).enforce()
    now = Person.objects.select_for_update().get(pk=person.pk)
    address = address or _last(now)
    if address is None:
        refuse(_("No address of this person is known yet: write it down first.")).enforce()
    changed_person(now, secret_address=True)
    keepers = [file.house.capacity_id, getattr(file, "capacity_id", None)]
    audience = {one for one in [*keepers, *(capacity.pk for capacity in capacities)] if one}
    add_address(now, address, sorted(audience))
    record(by=by, file=file, about=now)
    return now


def _last(person):
    found = latest_addresses(person.file_id).get(person.pk)
    return found and {name: getattr(found, name) for name in ("lines", "postcode", "place", "country")}
