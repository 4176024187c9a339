"""How long the school has marks of each year group, and on which scale: what a change over time can be read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.thread import RoadYear
from reportgen.packs.material import Material
from reportgen.packs.road import main_scale, road_so_far, rounds_of, scale_changes
from reportgen.packs.words import say, small_number, years_in_words


def cohorts_note(material: Material, year_groups: Sequence[str]) -> str:
    """School years with marks, the scale now, and where it changed, year groups alike told together.

    Empty where the calendar tells nothing of these year groups.
    """
    roads = {group: road_so_far(material, group) for group in YEAR_GROUPS if group in year_groups}
    held = {group: years for group, years in roads.items() if rounds_of(years)}
    return " ".join(part for part in (_years(held), _scales(material, held), _changes(material, held)) if part)


def _years(roads: dict[str, tuple[RoadYear, ...]]) -> str:
    by_number: dict[int, list[str]] = defaultdict(list)
    for group, years in roads.items():
        by_number[sum(bool(year.rounds) for year in years)].append(group)
    told = [say("cohort and years", years=years_in_words(groups), n=small_number(n)) for n, groups in by_number.items()]
    return say("cohorts years", told="; ".join(told)) if told else ""


def _scales(material: Material, roads: dict[str, tuple[RoadYear, ...]]) -> str:
    """The scale of most marks of each year group in its last round."""
    by_scale: dict[str, list[str]] = defaultdict(list)
    for group, years in roads.items():
        if scale := main_scale(material, rounds_of(years)[-1]):
            by_scale[scale.name].append(group)
    told = [say("cohort scale", years=years_in_words(groups), scale=name) for name, groups in by_scale.items()]
    return say("cohorts scales", told="; ".join(told)) if told else ""


def _changes(material: Material, roads: dict[str, tuple[RoadYear, ...]]) -> str:
    """Changes between scales that may not be set beside each other, by the collection they begin with."""
    since: dict[str, list[str]] = defaultdict(list)
    for group, years in roads.items():
        for change in scale_changes(material, years):
            if not change.comparable:
                since[change.since].append(group)
    told = [say("cohort changed", years=years_in_words(groups), since=name) for name, groups in since.items()]
    return say("cohorts changed", told="; ".join(told)) if told else ""
