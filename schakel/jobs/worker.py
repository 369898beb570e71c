"""The worker's own connection, under its own database role."""

from procrastinate.contrib.django import app


def work(wait=True):
    """Do what is waiting, and with `wait` go on until told to stop."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=wait, delete_jobs="successful", shutdown_graceful_timeout=5)
