from schakel.access.tests.conftest import committed, house  # noqa: F401
