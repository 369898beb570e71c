from django.urls import path

import schakel.access.urls  # noqa: F401

from .views import answering, asking

REQUESTS = "casussen/<number:number>/uitvragen/"
REQUEST = f"{REQUESTS}<uuid:informationrequest>/"

app_name = "requests"
urlpatterns = [
    path("uitvragen/", asking.mine, name="mine"),
    path(REQUESTS, asking.requests, name="requests"),
    path(f"{REQUESTS}nieuw/", asking.ask, name="ask"),
    path(REQUEST, answering.request_page, name="request"),
    path(f"{REQUEST}niets-bekend/", answering.nothing_known, name="nothing_known"),
    path(f"{REQUEST}herinneren/", asking.remind, name="remind"),
    path(f"{REQUEST}intrekken/", asking.withdraw, name="withdraw"),
]
