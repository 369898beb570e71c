from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from schakel.access.doors import public

from ..public import public_house, public_houses


@public("everybody may know which houses there are and how to reach them")
@require_GET
def houses(request):
    """The houses, and which municipalities each serves."""
    return render(request, "houses/public_houses.html", {"houses": public_houses()})


@public("a person concerned finds here what the house does and where to ask")
@require_GET
def house(request, slug):
    """What one house does, for whom, and where a person concerned may ask."""
    found = public_house(slug)
    if found is None:
        raise Http404
    return render(request, "houses/public_house.html", {"one": found})
