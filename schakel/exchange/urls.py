from django.urls import path

from . import views

app_name = "exchange"
urlpatterns = [
    path("casussen/overnemen/", views.take_in, name="take_in"),
    path("casussen/overnemen/bevestigen/", views.confirm, name="confirm"),
    path("casussen/overnemen/voorbeeld/", views.example, name="example"),
]
