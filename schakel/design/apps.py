from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The page frame, the components and the theme: what every page is made of."""

    name = "schakel.design"
    label = "design"
