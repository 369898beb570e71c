"""Every request of a signed-in professional runs under their own identity."""

from .identity import acting_as


class ActorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        with acting_as(request.user.professional_id):
            return self.get_response(request)
