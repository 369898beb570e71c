"""News by mail (nl: meldingen)."""

from django.urls import path

from . import views

app_name = "mail"
urlpatterns = [path("meldingen/", views.notices, name="notices")]
