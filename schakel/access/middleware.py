"""Every request of a signed-in professional runs under their own identity."""

from django.utils.cache import patch_cache_control

from .identity import acting_as


class ActorMiddleware:
    """What somebody was shown is theirs at that moment: no browser or proxy keeps it for the back button."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        with acting_as(request.user.professional_id):
            response = self.get_response(request)
        patch_cache_control(response, private=True, no_store=True)
        return response
