from schakel.design.errors import log_unavailable

from .reading import LogUnavailable


class LogMiddleware:
    """Without the log no file opens; what holds no content goes on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return log_unavailable() if isinstance(exception, LogUnavailable) else None
