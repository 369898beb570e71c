"""Advice instead of a case (nl: adviesvragen)."""

from django.urls import path

import schakel.access.urls  # noqa: F401  the converter of numbers

from . import views

app_name = "consultations"
urlpatterns = [
    path("adviesvragen/", views.mine, name="mine"),
    path("adviesvragen/nieuw/", views.ask, name="ask"),
    path("adviesvragen/beantwoorden/", views.worklist, name="worklist"),
    path("adviesvragen/aantallen/", views.counted, name="counted"),
    path("adviesvragen/<number:number>/", views.consultation, name="consultation"),
    path("adviesvragen/<number:number>/beantwoorden/", views.advise, name="advise"),
    path("adviesvragen/<number:number>/doorvragen/", views.ask_on, name="ask_on"),
]
