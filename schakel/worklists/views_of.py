"""My saved views of a list, as the page of that list shows them."""

from django.shortcuts import redirect

from .models import SavedView


class Views:
    """The views somebody saved of one list; asked once."""

    def __init__(self, request, name):
        self.request, self.name = request, name
        self.all = list(SavedView.objects.filter(list=name))

    def begin(self):
        """To where the list begins, when nothing was asked of it and one of the views is the first."""
        first = next((one for one in self.all if one.is_first), None)
        asked = self.request.META.get("QUERY_STRING", "")
        return redirect(f"{self.request.path}?{first.query}") if first and not asked else None

    def shown(self, query):
        """The views with the one that is open now, and whether what is open can be saved as one."""
        for one in self.all:
            one.is_open = one.query == query
        can_save = bool(query) and not any(one.is_open for one in self.all)
        return {"name": self.name, "all": self.all, "query": query, "can_save": can_save}
