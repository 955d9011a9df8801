"""Watches the sandbox while commands run: when did visitors see what?"""

import time


class Watch:
    """The first moment, in seconds since `began`, at which each page showed a text."""

    def __init__(self, sandbox, text, began):
        self.sandbox = sandbox
        self.text = text
        self.began = began
        self.seen = {}
        self.copies = 0

    def look(self):
        """Takes in what is visible now; returns on how many pages the text stands."""
        shown = [post["page"] for post in self.sandbox.posts() if self.text in post["message"]]
        now = time.monotonic() - self.began
        for page in shown:
            self.seen.setdefault(page, now)
        self.copies = len(shown)
        return len(self.seen)

    def until(self, pages, patience, every=0.25, pulse=lambda: None):
        """Looks until all these pages show it; False when that takes longer than the patience.

        `pulse` is called between the looks, for whatever else has to go on.
        """
        end = time.monotonic() + patience
        while not (self.look() and pages <= self.seen.keys()):
            if time.monotonic() > end:
                return False
            pulse()
            time.sleep(every)
        return True

    def last(self, pages):
        """When the last of these pages had it; None when one never had."""
        if not pages <= self.seen.keys():
            return None
        return max(self.seen[page] for page in pages)

    def doubled(self):
        """How many posts stand beside the first of their page."""
        return self.copies - len(self.seen)


def first_draft(sandbox, text, began, patience=30, every=0.05):
    """Seconds until the sandbox holds a first post with this text, a draft included."""
    while time.monotonic() - began < patience:
        if any(text in post["message"] for post in sandbox.posts(hidden=True)):
            return time.monotonic() - began
        time.sleep(every)
    return None


def quantile(values, part):
    """The value below which that part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
