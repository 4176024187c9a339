"""Each pupil's own path in each subject over the collections of a report, and the change since."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.columns import pairs, shaped
from reportgen.measures.comparability import steps_between
from reportgen.measures.progress import BLANK, LATER, Facets
from reportgen.measures.roll import missing_states, years_before
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.calendar import Collection, Report
from reportgen.model.project import Project
from reportgen.model.scale import MarkState

_KEY = [f.PUPIL, f.SUBJECT]
_MARK = [f.SCALE, f.LABEL, f.VALUE, f.POSITION, f.STATE]
_AT = "place in the path"


def path_so_far(
    project: Project, report: Report, *, roll: pd.DataFrame, progress: pd.DataFrame, results: pd.DataFrame
) -> pd.DataFrame:
    """PATH: every row of `progress` in every collection of the report, the compared ones first, oldest first."""
    now = project.collection(report.collection)
    base = progress[[*_KEY, f.YEAR_GROUP, *_MARK]].merge(roll[[f.PUPIL, f.JOINED]], on=f.PUPIL, how="left")
    facet = Facets.of(project).current
    earlier = [
        _then(base, project.collection(c), now=now, facet=facet, results=results[results[f.COLLECTION] == c]).assign(
            **{_AT: n}
        )
        for n, c in enumerate(report.compare)
    ]
    here = base.assign(**{f.COLLECTION: now.id}, **{_AT: len(earlier)})
    rows = pd.concat([*earlier, here[[*_KEY, f.COLLECTION, *_MARK, _AT]]], ignore_index=True)
    since = steps_between(_beside(rows, base), rows, project.marks)
    worked_out: dict[str, pd.Series] = {m.CHANGE_SINCE: since, m.COMPARABLE: since.notna().astype("int64")}
    told = rows.assign(**worked_out)
    return shaped(_sorted(told, base), m.PATH)


def _then(
    base: pd.DataFrame, collection: Collection, *, now: Collection, facet: str | None, results: pd.DataFrame
) -> pd.DataFrame:
    """The rows' marks in one earlier collection, or why there is none."""
    of_facet = results.loc[results[f.FACET] == (facet or ""), [*_KEY, *_MARK]]
    found = base[_KEY].merge(of_facet, on=_KEY, how="left")
    why = missing_states(
        base.assign(**{f.YEAR_GROUP: years_before(base[f.YEAR_GROUP], collection, now=now)}), collection, facet
    )
    elsewhere = pairs(base, _KEY).isin(pairs(results, _KEY))
    why = why.mask((why == BLANK) & ~elsewhere, MarkState.NOT_TAUGHT.value)
    state = found[f.STATE].fillna(why)
    state = state.mask((state == BLANK) & (why == LATER), LATER)
    return found.assign(**{f.STATE: state}, **{f.COLLECTION: collection.id})


def _beside(rows: pd.DataFrame, base: pd.DataFrame) -> pd.DataFrame:
    """The mark now, beside each row of the path."""
    return rows[_KEY].merge(base[[*_KEY, *_MARK]], on=_KEY, how="left")


def _sorted(rows: pd.DataFrame, base: pd.DataFrame) -> pd.DataFrame:
    places = base[_KEY].assign(order=range(len(base)))
    return rows.merge(places, on=_KEY, how="left").sort_values(["order", _AT])


def with_change(progress: pd.DataFrame, path: pd.DataFrame, *, report: Report) -> pd.DataFrame:
    """PROGRESS with the change since the latest compared collection that has a comparable mark."""
    earlier = path[(path[f.COLLECTION] != report.collection) & (path[m.COMPARABLE] == 1)]
    latest = earlier.drop_duplicates(_KEY, keep="last").rename(
        columns={f.COLLECTION: m.CHANGE_FROM, m.CHANGE_SINCE: m.CHANGE}
    )
    bare = progress.drop(columns=[m.CHANGE, m.CHANGE_FROM])
    return shaped(bare.merge(latest[[*_KEY, m.CHANGE, m.CHANGE_FROM]], on=_KEY, how="left"), m.PROGRESS)


def changes_by_subject(path: pd.DataFrame, *, progress: pd.DataFrame, report: Report) -> pd.DataFrame:
    """Pupil, subject, collection and change since one earlier collection for each subject and year group.

    One collection, so that every class is told over the same time: the latest in which at least half as many pupils
    have a comparable mark as in any, so that one late test of a few does not stand for all.
    """
    years = progress[[*_KEY, f.YEAR_GROUP]]
    usable = path[(path[f.COLLECTION] != report.collection) & (path[m.COMPARABLE] == 1)].merge(years, on=_KEY)
    places = usable[f.COLLECTION].map({c: n for n, c in enumerate(report.compare)}).astype("int64")
    subject_year = [usable[f.SUBJECT], usable[f.YEAR_GROUP]]
    pupils = usable.groupby([*subject_year, usable[f.COLLECTION]])[f.PUPIL].transform("size")
    enough = 2 * pupils >= pupils.groupby(subject_year).transform("max")
    chosen = places == places.where(enough).groupby(subject_year).transform("max")
    return usable.loc[chosen, [*_KEY, f.COLLECTION, m.CHANGE_SINCE]]
