from django.urls import path

import schakel.access.urls  # noqa: F401

from . import leaving, views

app_name = "work"
urlpatterns = [
    path("collegas/<uuid:professional>/achterlaat/", leaving.held, name="held"),
    path("", views.my_work, name="my_work"),
    path("casussen/<number:number>/", views.case_overview, name="case_overview"),
    path("casussen/<number:number>/tijdlijn/", views.case_timeline, name="case_timeline"),
]
