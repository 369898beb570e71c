from django.contrib.auth import logout
from django.shortcuts import redirect

from .models import Professional
from .roles import with_roles


class ProfessionalMiddleware:
    """The colleague behind the account, as `request.professional`; stands inside ActorMiddleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.professional = None
        if request.user.is_authenticated:
            found = with_roles(Professional.objects.working().select_related("organisation"))
            request.professional = found.filter(pk=request.user.professional_id).first()
            if request.professional is None:  # an account without a colleague, or of one who left, opens nothing
                logout(request)
                return redirect("signin:signin")
        return self.get_response(request)
