"""How the network is set up (nl: beheer)."""

from django.urls import path

from . import views

app_name = "network"
urlpatterns = [
    path("beheer/soorten-aanpak/", views.regimes, name="regimes"),
    path("beheer/soorten-aanpak/<uuid:regime>/", views.regime, name="regime"),
]
