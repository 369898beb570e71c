"""The head of every page of a case: what it is, why I see it, who else does, and the tabs."""

from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from schakel.people.models import Person
from schakel.people.showing import age_of, display_name

from .circle import Circle
from .facts import facts_of
from .models import Seat

TABS = [
    ("overview", gettext_lazy("Overview"), "work:case_overview"),
    ("people", gettext_lazy("Family and network"), "cases:people"),
    ("contributions", gettext_lazy("Contributions"), "cases:contributions"),
    ("requests", gettext_lazy("Questions"), "requests:requests"),
    ("picture", gettext_lazy("Picture"), "cases:picture"),
    ("conferences", gettext_lazy("Conferences"), "conferences:of_case"),
    ("plan", gettext_lazy("Plan"), "plans:plan"),
    ("documents", gettext_lazy("Documents"), "documents:documents"),
    ("circle", gettext_lazy("Circle and readings"), "cases:circle"),
]
AREA_HAS_NO = {"people"}
LABELS = {name: label for name, label, _url in TABS} | {"course": gettext_lazy("Phase and closing")}
IN_WORDS = [
    "",
    gettext_lazy("One"),
    gettext_lazy("Two"),
    gettext_lazy("Three"),
    gettext_lazy("Four"),
    gettext_lazy("Five"),
    gettext_lazy("Six"),
    gettext_lazy("Seven"),
    gettext_lazy("Eight"),
    gettext_lazy("Nine"),
    gettext_lazy("Ten"),
    gettext_lazy("Eleven"),
    gettext_lazy("Twelve"),
]


def case_page(request, case, tab, template, *, status=200, circle=None, **context):
    """A page of the opened case, with its head; templates extend `cases/frame.html`.

    `facts` in the context (a list of (label, value, url)) stand beside those of the case itself.
    """
    circle = circle or Circle(case)
    values = {
        "case": case,
        "header": Header(case, circle, request.professional, context.pop("facts", [])),
        "tabs": list(tabs_of(case, tab)),
        "tab_name": tab,
        "tab_label": label_of(case, tab),
    }
    return render(request, template, values | context, status=status)


def tabs_of(case, current):
    """The pages of a case that exist."""
    for name, _label, url in TABS:
        if case.is_area and name in AREA_HAS_NO:
            continue
        try:
            address = reverse(url, args=[case.number])
        except NoReverseMatch:
            continue
        yield {"label": label_of(case, name), "url": address, "current": name == current}


def label_of(case, name):
    """What this house calls its plan; everything else has one name everywhere."""
    own = getattr(case, "plan_word", None) if name == "plan" else None
    return capfirst(own) if own else LABELS[name]


class Header:
    """What stands above the tabs; counted from what the reader may see, so that it betrays nothing."""

    def __init__(self, case, circle, reader, more_facts=()):
        self.case, self.circle, self.reader, self.more_facts = case, circle, reader, list(more_facts)
        people = [] if case.is_area else circle.persons
        self.subjects = [person for person in people if person.role == Person.Role.SUBJECT]

    @property
    def name(self):
        """Whom the case is about, as far as the reader sees them."""
        if not self.subjects:
            return _("Area case") if self.case.is_area else self.case.number
        names = [display_name(person) for person in self.subjects[:2]]
        more = len(self.subjects) - 2
        if more > 0:
            return ngettext("{names} and {count} other", "{names} and {count} others", more).format(
                names=", ".join(names), count=more
            )
        return _("{first} and {second}").format(first=names[0], second=names[1]) if len(names) > 1 else names[0]

    @property
    def age(self):
        return str(age_of(self.subjects[0]) or "") if len(self.subjects) == 1 else ""

    @property
    def facts(self):
        who = [(_("Case"), self.case.number, ""), (_("Process director"), self._sitting("process_director"), "")]
        lead = self._lead()
        who += [(_("Lead on the content"), lead, reverse("cases:lead", args=[self.case.number]))] if lead else []
        return [
            *who,
            *facts_of(self.case, self.circle),
            *self.more_facts,
            (_("Participants"), self._participants(), ""),
        ]

    @property
    def directs(self):
        return any(seat.role == Seat.Role.PROCESS_DIRECTOR for seat in self.circle.of(self.reader))

    @property
    def runs(self):
        """Who runs the case for the house needs the way to its phase, and to what lies around it."""
        ours = (Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT)
        return any(seat.role in ours for seat in self.circle.of(self.reader))

    @property
    def why(self):
        """Why I see this, who else does."""
        mine = self.circle.of(self.reader)
        others = len(self.circle.professionals() - {self.reader})
        return " ".join([self._as_what(mine), self._others(others), _("Your reading is recorded.")])

    def _as_what(self, mine):
        roles = ", ".join(dict.fromkeys(str(seat.get_role_display()) for seat in mine)) or _("founder of this case")
        if mine and not any(seat.whole_case for seat in mine):
            return _("You see this as {role}, for some persons of this case.").format(role=roles)
        return _("You see this as {role}.").format(role=roles)

    def _others(self, count):
        words = IN_WORDS[count] if count < len(IN_WORDS) else count
        if not count:
            return _("Nobody else sees it.")
        return ngettext("{count} other sees it, too.", "{count} others see it, too.", count).format(count=words)

    def _sitting(self, role):
        names = [str(occupant.professional) for seat in self.circle.in_role(role) for occupant in seat.sitting]
        return ", ".join(names) or _("vacant")

    def _lead(self):
        return ", ".join(_who_and_where(seat) for seat in self.circle.in_role(Seat.Role.LEAD))

    def _participants(self):
        people, count = len(self.circle.professionals()), len(self.circle.organisations())
        words = ngettext("{people}, from {count} organisation", "{people}, from {count} organisations", count)
        return words.format(people=people, count=count)


def _who_and_where(seat):
    return " · ".join([*(str(occupant.professional) for occupant in seat.sitting), str(seat.capacity)])
