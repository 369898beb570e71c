"""What happens by itself. Arguments are ids only: a job's row is no place for content."""

from importlib import import_module

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app

from schakel.mail import inviting, sending


@app.periodic(cron="10 3 * * *")
@app.task(queueing_lock="make_log_partitions")
def make_log_partitions(timestamp):
    """The log has room for the coming months before they come."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit.make_partitions()")


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="clear_expired_sessions")
def clear_expired_sessions(timestamp):
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="take_up_abandoned_jobs", pass_context=True)
async def take_up_abandoned_jobs(context, timestamp):
    """A worker that was killed leaves its job behind as being done, for ever."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await context.app.job_manager.retry_job(job)


@app.periodic(cron="20 3 * * *")
@app.task(queueing_lock="destroy_refused_referrals")
def destroy_refused_referrals(timestamp):
    """What became no case goes after the short term of its house; a minimal record and a line in the log remain."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.destroy_refused(500)")


@app.periodic(cron="25 3 * * *")
@app.task(queueing_lock="destroy_consultations")
def destroy_consultations(timestamp):
    """Questions for advice go after the term of their house; numbers and a line in the log remain."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.destroy_consultations(500)")


@app.periodic(cron="30 3 * * *")
@app.task(queueing_lock="end_lapsed_seats")
def end_lapsed_seats(timestamp):
    """Seats of a covenant that ended count no more from that day on; their end is written down a while later."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.end_lapsed_seats(500)")


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="bundle_news")
def bundle_news(timestamp):
    """Once a day that something is ready, to whoever wants to know; without a mail server nobody is told anything."""
    if settings.MAIL_SERVER or settings.DEMONSTRATION:
        sending.bundle()
        sending.send()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_invitations")
def send_invitations(timestamp):
    """The link of an invitation goes to whoever was invited; in a demonstration it stays."""
    if settings.MAIL_SERVER or settings.DEMONSTRATION:
        inviting.send_invitations()
