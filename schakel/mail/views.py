from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.access.doors import signed_in
from schakel.network.models import Weekday

from .actions import choose_days
from .forms import DaysForm
from .inviting import shown_in_a_demonstration
from .models import MailChoice, Notice
from .words import subject, text

SHOWN = 10


@signed_in("each chooses their own mail, and in a demonstration sees what was for them")
@require_http_methods(["GET", "POST"])
def notices(request):
    """On which days I want mail; in a demonstration also the mails themselves, which go nowhere."""
    choice = MailChoice.objects.first()
    form = DaysForm(request.POST or None, initial={"days": choice.days if choice else Weekday.values})
    if request.method == "POST" and form.is_valid():
        choose_days(by=request.professional, days=form.cleaned_data["days"])
        messages.success(request, _("Your choice is kept."))
        return redirect("mail:notices")
    mails = [(one, text(one.questions, one.conferences, one.news)) for one in _shown()]
    words = {"form": form, "mails": mails, "subject": subject(), "demonstration": settings.DEMONSTRATION,
             "invitations": shown_in_a_demonstration(request.professional)}  # fmt: skip
    return render(request, "mail/notices.html", words, status=422 if form.is_bound else 200)


def _shown():
    return Notice.objects.all()[:SHOWN] if settings.DEMONSTRATION else []
