from django.urls import path

from . import views

app_name = "signin"
urlpatterns = [
    path("inloggen/", views.signin, name="signin"),
    path("uitloggen/", views.signout, name="signout"),
]
