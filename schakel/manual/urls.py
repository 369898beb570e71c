"""The manual (nl: handleiding) and the tour (nl: rondleiding)."""

from django.urls import path

from . import views

app_name = "manual"
urlpatterns = [
    path("handleiding/", views.index, name="index"),
    path("handleiding/<slug:slug>/", views.chapter, name="chapter"),
    path("rondleiding/", views.tour, name="tour"),
    path("rondleiding/stoppen/", views.stop, name="stop"),
]
