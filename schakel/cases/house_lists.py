"""The short lists a contribution chooses from; what a house keeps of its own comes first, these where it keeps none."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from schakel.houses import lists

OBTAINED = [
    _("seen or heard by ourselves"), _("told by the person"), _("told by somebody else"),
    _("from our own file"), _("from another organisation"),
]  # fmt: skip
RELIABILITY = [_("established"), _("probable"), _("uncertain")]


def words_for(case, name):
    """The words of this list: `obtained` or `reliability`. They are kept as the house says them: in Dutch."""
    with override("nl"):
        return [str(word) for word in {"obtained": OBTAINED, "reliability": RELIABILITY}[name]]


def life_domains(case):
    """Those of the approach, in the order of the house."""
    return lists.life_domains(case.regime) or case.regime.life_domains
