"""From text to keys, ids, dates and numbers, a part at a time, where headings are still known for messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from reportgen.ingest.day import Day, Doubt, read_day
from reportgen.ingest.heading_pattern import KNOWN
from reportgen.ingest.mapping import Mapped
from reportgen.ingest.spelling import Spellings
from reportgen.ingest.stand_in import stand_in
from reportgen.ingest.step import ASIDE, Step, counted, distinct, listing, place, put, records, without
from reportgen.ingest.year_group import year_group
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.school import School

_UNKNOWN = {
    f.SUBJECT: ("R210", "subjects.yaml"),
    f.COLLECTION: ("R211", "collection.yaml"),
    f.FACET: ("R212", "scales.yaml"),
    f.START: ("R213", "groups.yaml"),
    f.GROUP: ("R214", "groups.yaml"),
}
DATES = (f.BORN, f.JOINED, f.LEFT, f.STARTS, f.ENDS, f.DATE, f.AS_OF)
INTEGERS = (f.POSSIBLE, f.ATTENDED, f.AUTHORISED, f.UNAUTHORISED, f.LATE, f.ORDER)
_WHOLE = re.compile(r"^\d{1,9}(?:\.0+)?$")


def understand(mapped: Mapped, school: School, known: dict[str, Spellings]) -> Mapped:
    """The part's records with keys cleaned, ids looked up, dates and counts read.

    Records that lack what every record of their frame must have are set aside.
    """
    step = mapped.step
    if f.PUPIL in step.rows:
        step = step.then(partial(_keys, mapped=mapped, school=school))
    for name in (n for n in KNOWN if n in step.rows):
        step = step.then(partial(_ids, mapped=mapped, name=name, known=known[name]))
    for name in (n for n in DATES if n in step.rows):
        step = step.then(partial(_dates, mapped=mapped, name=name))
    for name in (n for n in INTEGERS if n in step.rows):
        step = step.then(partial(_whole_numbers, mapped=mapped, name=name))
    if f.YEAR_GROUP in step.rows:
        step = step.then(partial(_year_groups, mapped=mapped))
    return replace(mapped, step=step.then(partial(_filled, mapped=mapped)))


def _heading(mapped: Mapped, field: str, record: dict[str, object] | None = None) -> str | None:
    own = (record or {}).get(f.HEADING) if field not in mapped.headings else None
    return mapped.headings.get(field) or (str(own) if own else None)


def clean_key(text: str, kind: str) -> str:
    """A pupil's key: no spaces, and capitals in a UPN."""
    bare = "".join(text.split())
    return bare.upper() if kind == f.UPN else bare


def _read(rows: pd.DataFrame, name: str, read: Callable[[str], object]) -> pd.Series:
    """A field read by its text; what is missing or can't be read is None."""
    values = distinct(rows, [name], lambda text: read(text) if text else None)
    return pd.Series(values.column(), index=rows.index, dtype=object)


def _keys(rows: pd.DataFrame, *, mapped: Mapped, school: School) -> Step:
    kinds = {f.PUPIL: school.key, f.UPN: f.UPN, f.ADMISSION_NUMBER: f.ADMISSION_NUMBER, f.MIS_ID: f.MIS_ID}
    made = {field: _read(rows, field, partial(clean_key, kind=kind)) for field, kind in kinds.items() if field in rows}
    rows = rows.pipe(put, made)
    lost = rows[f.PUPIL].isna()
    if not lost.any():
        return Step(rows)
    if mapped.part.source.frame == "pupils":
        rows, problems = _keyless_pupils(rows, lost, mapped=mapped)
        return Step(rows, tuple(problems)).then(partial(_nobody, mapped=mapped, school=school))
    return _nobody(rows, mapped=mapped, school=school)


def _keyless_pupils(rows: pd.DataFrame, lost: pd.Series, *, mapped: Mapped) -> tuple[pd.DataFrame, list[Problem]]:
    """A child on the school's list without a key stays on it under a made-up one, and the report is held by name."""
    named = [n for n in (f.PREFERRED_FORENAME, f.LEGAL_FORENAME, f.PREFERRED_SURNAME, f.LEGAL_SURNAME) if n in rows]
    child = lost & rows[named].notna().any(axis=1) if named else lost & False
    made = rows[f.ROW].map(lambda row: stand_in(row, mapped.part.table.file))
    problems = []
    for one in records(rows, child):
        key = stand_in(one[f.ROW], mapped.part.table.file)
        name = " ".join(dict.fromkeys(str(one[n]) for n in named if one.get(n)))
        problems.append(problem("R250", place(one), found=name, pupil=key, holds_report=True))
    return rows.pipe(put, {f.PUPIL: rows[f.PUPIL].where(~child, made)}), problems


def _nobody(rows: pd.DataFrame, *, mapped: Mapped, school: School) -> Step:
    """Rows without a key are set aside."""
    lost = rows[f.PUPIL].isna()
    if not lost.any():
        return Step(rows)
    numbers = rows.loc[lost, f.ROW]
    heading = mapped.headings.get(f.PUPIL) or mapped.headings.get(school.key)
    where = mapped.part.table.place(int(numbers.min()), heading)
    return without(rows, lost, ASIDE, [problem("R201", where, found=listing(numbers))])


@dataclass(frozen=True)
class _Said:
    """What a problem says beside the text found."""

    expected: str = ""
    remedy: str = ""


def _each(
    rows: pd.DataFrame,
    mask: pd.Series,
    *,
    mapped: Mapped,
    name: str,
    code: str,
    told: Callable[[str], _Said],
) -> list[Problem]:
    """One problem for each different text: how many rows hold it and where the first is."""
    problems = []
    for text, group in rows.loc[mask].groupby(name, sort=False):
        first = records(group.iloc[:1])[0]
        number = group[f.ROW].nunique()
        found = f'"{text}"' + (f" ({counted(number, 'row')})" if number > 1 else "")
        place = mapped.part.table.place(first[f.ROW], _heading(mapped, name, first))
        said = told(str(text))
        problems.append(problem(code, place, found=found, expected=said.expected, remedy=said.remedy))
    return problems


def _ids(rows: pd.DataFrame, *, mapped: Mapped, name: str, known: Spellings) -> Step:
    ids = _read(rows, name, known.of)
    unknown = rows[name].notna() & ids.isna()
    code, file = _UNKNOWN[name]

    def told(text: str) -> _Said:
        if several := known.all_of(text):
            return _Said(f"one {name}; this spelling is used for {', '.join(several)}")
        near = known.nearest(text)
        guess = f'Did you mean "{near}"? ' if near else ""
        return _Said(remedy=f"{guess}Correct the export or add this spelling in {file}.")

    problems = _each(rows, unknown, mapped=mapped, name=name, code=code, told=told)
    return without(rows.pipe(put, {name: ids}), unknown, ASIDE, problems)


def _dates(rows: pd.DataFrame, *, mapped: Mapped, name: str) -> Step:
    days = distinct(rows, [name], lambda text: read_day(text) if text else Day(None))
    read, doubts = days.column("day"), pd.Series(days.column("doubt"), index=rows.index, dtype=object)
    month_first = doubts == Doubt.MONTH_FIRST
    wrong = (doubts != Doubt.NONE) & ~month_first
    problems = _each(rows, wrong, mapped=mapped, name=name, code="R218", told=_date_told)
    if month_first.any():
        problems += _each(
            rows,
            month_first,
            mapped=mapped,
            name=name,
            code="R219",
            told=lambda _: _Said("the day first"),
        )
        # one date that can only be month first puts every date of its column that could be read either way in doubt
        either = days.column("either_way").astype(bool)
        read[either] = None
        problems += _either_way(rows.loc[either, f.ROW], mapped, name)
    read_days = pd.to_datetime(pd.Series(read, index=rows.index, dtype=object)).astype("datetime64[s]")
    return Step(rows.pipe(put, {name: read_days}), tuple(problems))


def _either_way(numbers: pd.Series, mapped: Mapped, name: str) -> list[Problem]:
    if numbers.empty:
        return []
    place = mapped.part.table.place(int(numbers.min()), _heading(mapped, name))
    return [problem("R219", place, found=f"dates that could be read either way in {listing(numbers)}")]


def _date_told(text: str) -> _Said:
    doubt = read_day(text).doubt.value
    return _Said("a date such as 25/03/2026 or 2026-03-25", f"It is left out, since {doubt}.")


def _whole(text: str) -> float | None:
    plain = text.replace(",", "")
    return float(plain) if _WHOLE.match(plain) else None


def _whole_numbers(rows: pd.DataFrame, *, mapped: Mapped, name: str) -> Step:
    read = _read(rows, name, _whole).astype("float64")
    wrong = rows[name].notna() & read.isna()
    problems = _each(rows, wrong, mapped=mapped, name=name, code="R228", told=lambda _: _Said("a whole number"))
    return Step(rows.pipe(put, {name: read.astype("Int64")}), tuple(problems))


def _year_groups(rows: pd.DataFrame, *, mapped: Mapped) -> Step:
    groups = _read(rows, f.YEAR_GROUP, year_group)
    wrong = rows[f.YEAR_GROUP].notna() & groups.isna()
    said = _Said("a year group such as 7, Year 7 or R")
    problems = _each(rows, wrong, mapped=mapped, name=f.YEAR_GROUP, code="R220", told=lambda _: said)
    return Step(rows.pipe(put, {f.YEAR_GROUP: groups}), tuple(problems))


def _filled(rows: pd.DataFrame, *, mapped: Mapped) -> Step:
    """Records without what every record of the frame must have. A pupil's year group is seen to on the roll."""
    step = Step(rows)
    for column in f.frame(mapped.part.source.frame).columns:
        if column.filled and column.name not in (f.PUPIL, f.YEAR_GROUP) and column.name in rows:
            step = step.then(partial(_without_empty, mapped=mapped, name=column.name))
    return step


def _without_empty(rows: pd.DataFrame, *, mapped: Mapped, name: str) -> Step:
    empty = rows[name].isna()
    if not empty.any():
        return Step(rows)
    numbers = rows.loc[empty, f.ROW]
    place = mapped.part.table.place(int(numbers.min()), _heading(mapped, name))
    return without(rows, empty, ASIDE, [problem("R234", place, found=listing(numbers))])
