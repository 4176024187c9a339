"""The one value a pupil has for a headline measure in a collection."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.comparability import comparable, signed_step
from reportgen.measures.ground import Ground, sources_of
from reportgen.measures.progress import Facets
from reportgen.measures.samples import Kind, Sample
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.measure import Headline
from reportgen.model.scale import Scale

ATTENDANCE_KINDS = ("attendance", "persistent_absence")
_MET = "reaches"


def headline_sample(ground: Ground, headline: Headline, collection: str) -> Sample:
    """One value a pupil of the headline's population in a collection; attendance is only told as it is now."""
    population = ground.in_years(headline.year_groups)
    if headline.kind == "attendance":
        rows = ground.attendance.set_index(f.PUPIL)
        return Sample(
            Kind.SESSIONS,
            ground.by_pupil(rows[f.ATTENDED]),
            of=ground.by_pupil(rows[f.POSSIBLE]),
            population=population,
        )
    if headline.kind == "persistent_absence":
        values = ground.attendance.set_index(f.PUPIL)[m.PERSISTENT]
        return Sample(Kind.PUPILS, ground.by_pupil(values), population=population)
    if headline.kind == "on_target":
        return Sample(
            Kind.SHARES, ground.by_pupil(_share_on_target(ground, headline, collection)), population=population
        )
    rows = _marks(ground, headline, collection)
    if headline.kind == "mean":
        return Sample(Kind.MEAN, ground.by_pupil(_mean_value(ground, rows, headline)), population=population)
    return Sample(Kind.PUPILS, ground.by_pupil(_reaches(ground, rows, headline)), population=population)


def headline_sources(ground: Ground, headline: Headline, collection: str) -> tuple[str, ...]:
    """Ids of the sources whose rows the headline is made from."""
    return sources_of(ground.attendance if headline.kind in ATTENDANCE_KINDS else _marks(ground, headline, collection))


def _marks(ground: Ground, headline: Headline, collection: str) -> pd.DataFrame:
    rows = ground.marked_in(collection, headline.facet)
    return rows[rows[f.SUBJECT].isin(headline.subjects)] if headline.subjects else rows


def _mean_value(ground: Ground, rows: pd.DataFrame, headline: Headline) -> pd.Series:
    """Each pupil's mean over the marks on the headline's scale; marks on other scales are never averaged with them."""
    if headline.scale is None or not ground.project.marks.scale(headline.scale).has_values():
        return pd.Series(dtype="float64")
    return rows[rows[f.SCALE] == headline.scale].groupby(f.PUPIL)[f.VALUE].mean()


def _share_on_target(ground: Ground, headline: Headline, collection: str) -> pd.Series:
    target = Facets.of(ground.project).target
    if target is None:
        return pd.Series(dtype="float64")
    rows = ground.distances(headline.facet, target)
    rows = rows[rows[f.COLLECTION] == collection]
    rows = rows[rows[f.SUBJECT].isin(headline.subjects)] if headline.subjects else rows
    return (rows[m.DISTANCE] >= 0).groupby(rows[f.PUPIL]).mean()


def _reaches(ground: Ground, rows: pd.DataFrame, headline: Headline) -> pd.Series:
    """1 for a pupil with at least the label in every listed subject, 0 for one below in any, missing without all marks.

    Without listed subjects every subject the pupil has a row in is wanted.
    """
    met = _meets(ground, rows, headline)
    known = rows.assign(**{_MET: met})[met.notna()].groupby(f.PUPIL)[_MET].agg(["size", "min"])
    if headline.subjects:
        wanted = pd.Series(len(set(headline.subjects)), index=known.index)
    else:
        results = ground.results
        asked = results[(results[f.COLLECTION].isin(rows[f.COLLECTION])) & (results[f.FACET] == headline.facet)]
        wanted = asked.groupby(f.PUPIL).size().reindex(known.index)
    return known["min"].where(known["size"] == wanted)


def _meets(ground: Ground, rows: pd.DataFrame, headline: Headline) -> pd.Series:
    """1 or 0 for each mark, missing where its scale can't be compared with any label asked for."""
    marks = ground.project.marks
    met = pd.Series(float("nan"), index=rows.index)
    for scale in marks.scales:
        on_scale = rows[f.SCALE] == scale.id
        if not on_scale.any():
            continue
        bound = _bound(scale, headline, marks.scales)
        if bound is None:
            continue
        column, at_least, sign = bound
        reached = (sign * rows[column]).round(9) >= round(sign * at_least, 9)
        met = met.mask(on_scale & rows[column].notna(), reached.astype("float64"))
    return met


def _bound(scale: Scale, headline: Headline, scales: tuple[Scale, ...]) -> tuple[str, float, float] | None:
    """Which column of a mark on `scale` is compared with what, and the sign that makes higher better."""
    if scale.id in headline.at_least:
        return _own_bound(scale, headline.at_least[scale.id])
    for other in scales:
        if other.id in headline.at_least and comparable(scale, other):
            value = _value(other, headline.at_least[other.id])
            return None if value is None else (f.VALUE, value, _sign(scale))
    return None


def _own_bound(scale: Scale, label: str) -> tuple[str, float, float] | None:
    if scale.kind == "numbers":
        return f.VALUE, float(label), _sign(scale)
    place = _place(scale, label)
    return None if place is None else (f.POSITION, float(place), 1.0)


def _place(scale: Scale, label: str) -> int | None:
    return next((n for n, one in enumerate(scale.ordered()) if label in (one.label, *one.also)), None)


def _value(scale: Scale, label: str) -> float | None:
    if scale.kind == "numbers":
        return float(label)
    place = _place(scale, label)
    return None if place is None else scale.ordered()[place].value


def _sign(scale: Scale) -> float:
    return 1.0 if signed_step(scale) > 0 else -1.0
