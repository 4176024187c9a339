"""A number on a page, with all that a reader may ask of it."""

from __future__ import annotations

from enum import StrEnum

from reportgen.model.value import Value


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "percent"
    POINTS = "percentage points"
    VALUE = "value"
    """On the declared values of the figure's scale (a mean grade, a mean mark)."""
    STEPS = "steps"
    PUPILS = "pupils"
    SESSIONS = "sessions"
    DAYS = "days"


class Interval(Value):
    """A likely range, in the unit of its figure."""

    low: float
    high: float
    method: str
    """`wilson`, `newcombe`, `paired newcombe`, `welch`, `t`, `ratio`."""
    level: float = 0.95

    @property
    def leaves_out_zero(self) -> bool:
        """True when the whole interval lies on one side of zero: the difference can be told from none."""
        return self.low > 0 or self.high < 0


class Figure(Value):
    """A measured number. `n` counts pupils, never marks or sessions (one rule for the whole product)."""

    id: str
    """Unique within a build; the same id always carries the same figure."""
    value: float | None
    unit: Unit
    n: int
    missing: int = 0
    """Pupils of the population without what the figure needs."""
    numerator: int | None = None
    """Pupils who count for a share, when the share is of pupils."""
    interval: Interval | None = None
    no_interval: str = ""
    """Why there is none, in words for the page."""
    population: str = ""
    """Who is counted, in words: "Year 10 pupils on roll on 13 November 2026"."""
    group: str | None = None
    subject: str | None = None
    collection: str | None = None
    since: str | None = None
    """The collection a change is counted from."""
    scale: str | None = None
    rule: str = ""
    """Name of the rule it came from, an entry of the method page: `mean of pupils`, `share of pupils`."""
    reference: str | None = None
    """Table, year and version of the reference figure used, if any."""
    sources: tuple[str, ...] = ()
    """Ids of the sources whose rows it was made from."""
    hidden: str | None = None
    """Why it may not be printed for this audience; when set, value, numerator and interval are None."""

    def hide(self, reason: str) -> Figure:
        """This figure with everything that could give it away removed, and the reason it is hidden."""
        return self.model_copy(
            update={
                "value": None,
                "numerator": None,
                "interval": None,
                "no_interval": "",
                "hidden": reason,
                "n": 0,
                "missing": 0,
            },
        )
