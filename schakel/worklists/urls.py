"""Saved views of lists (nl: bewaarde weergaven)."""

from django.urls import path

from . import views

app_name = "worklists"
urlpatterns = [
    path("weergaven/", views.mine, name="mine"),
    path("weergaven/nieuw/<slug:name>/", views.new, name="new"),
    path("weergaven/<uuid:savedview>/", views.rename, name="rename"),
    path("weergaven/<uuid:savedview>/vooraan/", views.first, name="first"),
    path("weergaven/<uuid:savedview>/verwijderen/", views.remove, name="remove"),
]
