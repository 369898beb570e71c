from django.urls import path

from . import views

app_name = "signin"
urlpatterns = [
    path("inloggen/", views.signin, name="signin"),
    path("uitnodiging/<str:secret>/", views.invited, name="invited"),
    path("uitloggen/", views.signout, name="signout"),
]
