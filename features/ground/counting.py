"""Counting what somebody has to do: clicks, fields to type in, and the pages on which they do something."""

import json
from dataclasses import dataclass

COUNT = """(() => {
    const begun = {clicks: 0, typed: 0, pages: []};
    const count = what => {
        const steps = JSON.parse(sessionStorage.getItem("steps")) || begun;
        steps[what] += 1;
        if (!steps.pages.includes(performance.timeOrigin)) steps.pages.push(performance.timeOrigin);
        sessionStorage.setItem("steps", JSON.stringify(steps));
    };
    const chooses = one => one.matches("select, input[type=checkbox], input[type=radio]");
    addEventListener("click", () => count("clicks"), true);
    addEventListener("change", event => {
        if (!chooses(event.target)) count("typed");
        else if (event.target.matches("select")) count("clicks");
    }, true);
})()"""


@dataclass(frozen=True)
class Steps:
    """What was done since counting began; a page on which nothing was done is not counted."""

    clicks: int
    typed: int
    pages: int


def begin_counting(page):
    """From the next page that this visitor opens."""
    page.add_init_script(COUNT)


def steps_of(page):
    found = json.loads(page.evaluate("() => sessionStorage.getItem('steps')") or '{"clicks":0,"typed":0,"pages":[]}')
    return Steps(found["clicks"], found["typed"], len(found["pages"]))
