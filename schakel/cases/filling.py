"""Acting as the contact of an organisation, who says who sits where without sitting there."""

from schakel.access.identity import saying


def as_contact():
    """Inside, also the seats show that I may fill: their number, regime and dates, never what the case is about.

    Whoever is contact of a large organisation knows of thousands; that is asked only where it is needed. Saying it
    gives nobody a right they did not hold.
    """
    return saying("schakel.as_contact", "yes")
