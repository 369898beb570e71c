"""The catalogue alone, for anybody: what its tests need."""

from django.urls import include, path

from schakel.design import catalogue

urlpatterns = [path("onderdelen/", include(catalogue.urls(lambda view: view)))]
