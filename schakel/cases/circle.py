"""The circle around one case, as far as the row policies show it to whoever asks."""

from django.db.models import Prefetch

from .models import Occupant, Seat, SeatPerson


class Circle:
    """The seats that hold now, who sits there, and for whom; three queries."""

    def __init__(self, case):
        sitting = Occupant.objects.now().select_related("professional")
        seats = Seat.objects.now().filter(case=case).select_related("capacity__organisation")
        self.seats = list(
            seats.prefetch_related(
                Prefetch("occupants", sitting, to_attr="sitting"),
                Prefetch("persons", SeatPerson.objects.all(), to_attr="only"),
            )
        )

    def __iter__(self):
        return iter(self.seats)

    def of(self, professional):
        """The seats this professional sits on."""
        return [seat for seat in self.seats if professional in professionals(seat)]

    def in_role(self, role):
        return [seat for seat in self.seats if seat.role == role]

    def professionals(self):
        """Everybody who sits somewhere, each once."""
        return {somebody for seat in self.seats for somebody in professionals(seat)}

    def organisations(self):
        return {seat.capacity.organisation_id for seat in self.seats}

    def sees(self, capacity_id, persons):
        """Whether an organisation in this capacity has a seat for all of these persons (none: the situation)."""
        return any(
            seat.whole_case or persons and persons <= {row.person_id for row in seat.only}
            for seat in self.seats
            if seat.capacity_id == capacity_id
        )


def professionals(seat):
    return [occupant.professional for occupant in seat.sitting]
