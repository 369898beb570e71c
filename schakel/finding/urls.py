from django.urls import path

from . import views

app_name = "finding"
urlpatterns = [
    path("uitvoer/<slug:kind>/", views.export, name="export"),
]
