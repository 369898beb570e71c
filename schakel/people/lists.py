"""What one chooses from where a house has made no list of its own. Words only: no law is said or implied here."""

from django.utils.translation import gettext_lazy as _

FRAME_KINDS = [
    _("restraining order"), _("area ban"), _("supervision order of a child"), _("guardianship of an institution"),
    _("care authorisation"), _("probation supervision"), _("penalty still running"), _("tenancy with conditions"),
]  # fmt: skip
POSTPONEMENT_GROUNDS = [
    _("the safety of somebody else"), _("an investigation that must not be disturbed"), _("the interest of a child"),
    _("the person cannot be reached"),
]  # fmt: skip
AGES = [12, 16, 18]  # parameter: birthdays of which a house is warned, because something changes with them
WARN_DAYS = 60  # parameter: how long before an end it is warned of
BIRTHDAY_DAYS = 365
