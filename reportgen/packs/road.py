"""A cohort's road as pages tell it: its years so far, the scales in use and where the scale changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.model.scale import Scale
from reportgen.model.thread import RoadYear, Round
from reportgen.packs.material import Material


@dataclass(frozen=True)
class ScaleChange:
    """Two rounds that follow each other with their main marks on scales of different names."""

    since: str
    """Name of the first collection on the new scale."""
    before: Scale
    now: Scale

    @property
    def comparable(self) -> bool:
        """True when marks on one may be set beside marks on the other."""
        return self.now.id in self.before.comparable_with or self.before.id in self.now.comparable_with


def road_so_far(material: Material, year_group: str) -> tuple[RoadYear, ...]:
    """The years of a cohort with the rounds that had closed when the report's collection did; none without a thread."""
    if material.plan.thread is None:
        return ()
    collections = material.project.collections.collections
    closed = {c.id for c in collections if c.closes <= material.collection.closes}
    return tuple(
        year.model_copy(update={"rounds": tuple(one for one in year.rounds if one.collection in closed)})
        for year in material.plan.thread.of(year_group)
    )


def rounds_of(years: Sequence[RoadYear]) -> tuple[Round, ...]:
    """Every round of these years, oldest first."""
    return tuple(one for year in years for one in year.rounds)


def main_scale(material: Material, one: Round) -> Scale | None:
    """The scale of most marks of a round; None where no attainment is collected."""
    return material.project.marks.scale(one.scales[0].scale) if one.scales else None


def scale_changes(material: Material, years: Sequence[RoadYear]) -> tuple[ScaleChange, ...]:
    """Where the main scale has another name than the round before, oldest first."""
    told = [(one, scale) for one in rounds_of(years) if (scale := main_scale(material, one))]
    return tuple(
        ScaleChange(since=material.project.collection(later.collection).name, before=before, now=now)
        for (_, before), (later, now) in pairwise(told)
        if before.name != now.name
    )
