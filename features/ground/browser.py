"""One Chromium for all stories; every visitor has a window of their own, and nothing wrong in it is forgiven."""

import os
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from playwright.sync_api import Error, sync_playwright

from schakel.config.settings_test import ROOT

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
HABITS = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}
PATIENCE = 30_000  # ms: two busy cores


@contextmanager
def chromium():
    """The browser that bin/browser found; only root has to do without its sandbox."""
    path = (ROOT / "var/browser").read_text().strip()
    options = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        try:
            yield browser
        finally:
            browser.close()


class Visitors:
    """Whoever visits the house in one story, each in a window of their own."""

    def __init__(self, browser, house):
        self.browser, self.house, self.windows, self.complaints = browser, house, [], []
        self.expected = set()

    def come(self, **habits):
        """A window on this house in which nobody is signed in."""
        options = {**HABITS, "viewport": WIDE, "base_url": self.house.address, **habits}
        window = self.browser.new_context(**options)
        window.set_default_timeout(PATIENCE)
        self.windows.append(window)
        page = window.new_page()
        self.listen(page)
        return page

    def sign_in(self, username, **habits):
        """Somebody of the cast, by one click on the sign-in page; whoever came before in this house still is."""
        signed_in = self.house.signed_in
        page = self.come(storage_state=signed_in.get(username), **habits)
        if username in signed_in:
            return page
        page.goto("/inloggen/")
        page.locator(f'button[name="persona"][value="{username}"]').click()
        page.locator('form[action="/uitloggen/"]').wait_for()
        signed_in[username] = page.context.storage_state()
        return page

    def expect(self, status):
        """From here on this answer of the server is what the story is about."""
        self.expected.add(status)

    def listen(self, page):
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self.asked)
        page.on("response", self.answered)

    def heard(self, message):
        """Refused pages are judged by their status, in `answered`; everything else on the console is wrong."""
        if not message.text.startswith("Failed to load resource: the server responded with a status of"):
            self.complaints.append(f"{message.page.url}: {message.type}: {message.text}")

    def asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and f"{parts.scheme}://{parts.netloc}" != self.house.address:
            self.complaints.append(f"another host was asked: {request.url}")

    def answered(self, response):
        """A page may be refused (the story says what it expects of it); what belongs to a page may not be missing."""
        missing = response.status >= 400 and not response.request.is_navigation_request()
        if (response.status >= 500 or missing) and response.status not in self.expected:
            self.complaints.append(f"{response.request.method} {response.url}: {response.status}")

    def keep_last_seen(self, story):
        """For whoever must find out why a story failed."""
        pages = [page for window in self.windows for page in window.pages]
        for number, page in enumerate(pages, start=1):
            with suppress(Error):  # a window that hangs must not hide why the story failed
                page.screenshot(path=ROOT / f"var/stories/{story}-{number}.png", timeout=5_000)

    def leave(self):
        for window in self.windows:
            window.close()
        return self.complaints
