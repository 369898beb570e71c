from schakel.access.policies import RowPolicy

SIGNED_IN = "(SELECT access.me()) IS NOT NULL"


def for_whoever_is_signed_in(what):
    """The network is no secret among those who work in it; to the street it is."""
    return RowPolicy(f"whoever is signed in sees {what}", "SELECT", using=SIGNED_IN)
