"""Parts of the sentences over the network, said once."""

from schakel.access.policies import RowPolicy

SIGNED_IN = "(SELECT access.me()) IS NOT NULL"
ADMINISTER = "(SELECT access.my_houses('administrator'))::uuid[]"  # the houses that I set up
CONTACT = "(SELECT access.i_am_contact_of())::uuid[]"  # the organisations for which I speak
KEEP = "(SELECT access.organisations_i_keep())::uuid[]"  # those that a house of mine keeps the entry of
FOUND = "(SELECT access.organisations_i_found())::uuid[]"  # those that I am registering in this very transaction
NOT_MYSELF = "<> (SELECT access.me())"  # nobody gives themselves anything
FROM_TODAY = "since >= access.today() AND (until IS NULL OR until >= since)"
NOT_OVER = "until IS NULL OR until >= access.today()"
ENDS = "until >= access.today() - 1"  # yesterday is the last day of what ends at once
SIGNED = "author_id = (SELECT access.me())"


def for_whoever_is_signed_in(what):
    """The network is no secret among those who work in it; to the street it is."""
    return RowPolicy(f"whoever is signed in sees {what}", "SELECT", using=SIGNED_IN)
