"""The longitudinal thread: each pupil's road from key stage to key stage, and who was responsible each year."""

from __future__ import annotations

from reportgen.model.calendar import KeyStage
from reportgen.model.value import Value


class ScaleInUse(Value):
    """A scale of the marks of one collection, and the subjects marked on it."""

    scale: str
    subjects: tuple[str, ...]
    """Subject ids; empty when it is every subject's."""


class Round(Value):
    """A collection on the road."""

    collection: str
    scales: tuple[ScaleInUse, ...]
    """Of attainment, the commonest first; none where no attainment is collected."""


class RoadYear(Value):
    """One school year of a cohort: those who are together in a year group now."""

    year: int
    year_group: str
    key_stage: KeyStage
    rounds: tuple[Round, ...]
    """In the order of the calendar."""
    responsible: tuple[str, ...]
    """Staff codes of those responsible for that year's progress."""
    transition: tuple[str, ...] = ()
    """Staff codes of those who looked after the move into this key stage, in its first year."""


class Road(Value):
    """A cohort's years, oldest first, from its first with a collection to the report's."""

    year_group: str
    """Where the cohort is in the report's school year."""
    years: tuple[RoadYear, ...]


class Thread(Value):
    """The roads of all cohorts with collections, youngest first, and where single pupils' roads differ."""

    roads: tuple[Road, ...]
    joined: dict[str, int]
    """Pupil: the first school year in which the school has marks of them; the report's for those without any."""

    def of(self, year_group: str, *, pupil: str = "") -> tuple[RoadYear, ...]:
        """The years of a cohort; of a pupil, those since the school has marks of them."""
        road = next((one for one in self.roads if one.year_group == year_group), None)
        first = self.joined.get(pupil, 0)
        return tuple(year for year in road.years if year.year >= first) if road else ()
