"""How the network is set up (nl: beheer)."""

from django.urls import path

from . import views
from .colleagues import views as colleagues
from .partners import views as partners
from .partners import views_register as register
from .places import views as places

app_name = "network"
urlpatterns = [
    path("beheer/soorten-aanpak/", views.regimes, name="regimes"),
    path("beheer/soorten-aanpak/<uuid:regime>/", views.regime, name="regime"),
    path("partners/", partners.partners, name="partners"),
    path("partners/<uuid:organisation>/", partners.partner, name="partner"),
    path("partners/<uuid:organisation>/profiel/<uuid:house>/", partners.profile, name="profile"),
    path("partners/<uuid:organisation>/collega-toevoegen/", colleagues.add_colleague, name="add_colleague"),
    path("partners/voor-een-casus/<uuid:house>/", partners.for_a_case, name="for_a_case"),
    path("collegas/<uuid:professional>/", colleagues.colleague, name="colleague"),
    path("collegas/<uuid:professional>/wijzigen/", colleagues.change_colleague, name="change_colleague"),
    path("collegas/<uuid:professional>/vertrek/", colleagues.end_colleague, name="end_colleague"),
    path("collegas/<uuid:professional>/uitnodigen/", colleagues.invite, name="invite"),
    path("collegas/<uuid:professional>/mandaat/", colleagues.mandate, name="mandate"),
    path("collegas/<uuid:professional>/rol/", colleagues.role, name="role"),
    path("collegas/<uuid:professional>/contactpersoon/", colleagues.name_contact, name="name_contact"),
    path("collegas/rol/<uuid:appointment>/beeindigen/", colleagues.end_role, name="end_role"),
    path("collegas/mandaat/<uuid:mandate>/beeindigen/", colleagues.end_mandate, name="end_mandate"),
    path("beheer/partners/", register.register_of_partners, name="register"),
    path("beheer/partners/nieuw/", register.new_partner, name="new_partner"),
    path("beheer/partners/bekend/", register.known_partner, name="known_partner"),
    path("beheer/rollen/", register.roles, name="roles"),
    path("beheer/convenanten/", register.covenants, name="covenants"),
    path("beheer/convenanten/nieuw/", register.covenant, name="covenant"),
    path("beheer/convenanten/<uuid:covenant>/beeindigen/", register.end_covenant, name="end_covenant"),
    path("beheer/gemeenten/", places.municipalities, name="municipalities"),
    path("beheer/gemeenten/<uuid:municipality>/toevoegen/<uuid:house>/", places.take, name="take"),
    path("beheer/gemeenten/<uuid:municipality>/loslaten/", places.let_go, name="let_go"),
]
