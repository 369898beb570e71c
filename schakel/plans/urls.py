from django.urls import path

import schakel.access.urls  # noqa: F401

from .views import agreements, closing, goals, lists, plan

PLAN = "casussen/<number:number>/plan/"
GOAL = f"{PLAN}doel/<uuid:pk>/"
AGREEMENT = f"{PLAN}afspraak/<uuid:pk>/"

app_name = "plans"
urlpatterns = [
    path("afspraken/", lists.agreements, name="agreements"),
    path(PLAN, plan.plan, name="plan"),
    path("casussen/<number:number>/afsluiten/", closing.close, name="close"),
    path(f"{PLAN}doel/", goals.set_goal, name="set_goal"),
    path(GOAL, goals.reword, name="reword"),
    path(f"{GOAL}uitkomst/", goals.outcome, name="outcome"),
    path(f"{PLAN}afspraak/", agreements.agree, name="agree"),
    path("casussen/<number:number>/overleggen/<uuid:conference>/afspraak/", agreements.agree, name="agree_at"),
    path(AGREEMENT, agreements.agreement, name="agreement"),
    path(f"{AGREEMENT}akkoord/", agreements.accept, name="accept"),
    path(f"{AGREEMENT}niet-akkoord/", agreements.decline, name="decline"),
    path(f"{AGREEMENT}voortgang/", agreements.report, name="report"),
    path(f"{AGREEMENT}datum/", agreements.move_date, name="move_date"),
    path(f"{AGREEMENT}vervallen/", agreements.withdraw, name="withdraw"),
]
