"""Where an address belongs: a code that ended leads to what became of it, and so to the house of today."""

from ..models import House, Municipality

LONGEST_CHAIN = 12  # steps; the longest in the national table has four
CHAIN = """
WITH RECURSIVE became AS (
    SELECT m.*, 1 AS step FROM network_municipality m WHERE m.code = %s
    UNION ALL
    SELECT m.*, became.step + 1 FROM became JOIN network_municipality m ON m.code = became.successor
    WHERE became.successor <> '' AND became.step < %s
) SELECT * FROM became ORDER BY step
"""


def chain(code):
    """The municipality of this code and what became of it, in order; empty for a code that is not known."""
    return list(Municipality.objects.raw(CHAIN, [str(code), LONGEST_CHAIN]))


def municipality_today(code):
    """The municipality that an old or present code belongs to; None when there is none."""
    found = chain(code)
    return found[-1] if found and not found[-1].is_gone else None


def house_of(code):
    """The house that serves an address with this code. A new municipality without a house keeps that of the old one."""
    served = [one.house_id for one in chain(code) if one.house_id]
    return House.objects.filter(pk=served[-1]).first() if served else None
