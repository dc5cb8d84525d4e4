"""What is true of a person: read from the server's own routes, which no model has touched."""

import re
from datetime import date

import laws

ROUTES = ("snapshot", "goals", "debt-plan", "budget-rule", "spending", "weekly", "forecast", "recurring", "goal-ratio")
STEP = re.compile(r"([^.\[\]]+)|\[(?:([^=\]]+)=)?([^\]]+)\]")


class Truth:
    """The routes of one person, each read once."""

    def __init__(self, server, person):
        self.server, self.person, self.read, self.origin, self.held = server, person, {}, {}, None

    def route(self, path):
        if path not in self.read:
            self.read[path] = self.server.ask(self.person, path)
        return self.read[path]

    def value(self, place):
        """What stands at `/analysis/goals#goals[name=Lisbon holiday].saved`."""
        path, _, steps = place.partition("#")
        return follow(self.route(path), steps)

    def printed(self, place):
        """The spellings of a value; `|%`, `|n`, `|day` and `|month` behind it say that it is no money."""
        place, _, unit = place.partition("|")
        return spellings(self.value(place), unit)

    def hundredths(self):
        """Every figure of this month and the last."""
        self.held = self.held or self._held()
        return self.held

    def _held(self):
        before = self.route("/analysis/snapshot")["overview"]["previousMonth"]["month"]
        paths = [f"/analysis/{name}" for name in ROUTES] + [f"/analysis/{name}?month={before}" for name in
                                                           ("spending", "budget-rule")]
        return set().union(*(laws.hundredths_known(self.route(path)) for path in paths))


def follow(value, steps):
    for name, key, wanted in STEP.findall(steps):
        if name:
            value = value[name]
        elif key:
            value = next(item for item in value if str(item[key]) == wanted)
        else:
            value = value[int(wanted)]
    return value


def spellings(value, unit=""):
    """The ways in which a careful writer may print a value."""
    if value is None:
        raise ValueError("there is no such figure")
    if unit == "n":
        return {str(value)}
    if unit == "%":
        return {f"{value:g}%", f"{value:.1f}%", f"{round(value)}%"} | {f"{abs(value):g}%"}
    if unit == "day":
        day = date.fromisoformat(value)
        return {f"{day.day} {day:%B %Y}", f"{day.day} {day:%B}", value}
    if unit == "month":
        month = date.fromisoformat(value + "-01")
        return {f"{month:%B %Y}", value}
    exact = f"£{abs(value):,.2f}"
    return {exact, exact.removesuffix(".00")}
