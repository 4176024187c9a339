"""Dates told from others, for any calendar."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.calendar import Closure, SchoolYear, Term
from reportgen.model.school_days import SchoolDays
from reportgen.settings import Reading, read_project, starter_files
from reportgen.settings.told.forms import WEEKDAYS, read_told

WEEKEND = (5, 6)


def day(text: str) -> date:
    return date.fromisoformat(text)


@st.composite
def years(draw: st.DrawFn) -> tuple[SchoolYear, ...]:
    """Two school years of six half terms with gaps and closures where they like."""
    made = []
    for start in (2026, 2027):
        at, terms = date(start, 9, 1) + timedelta(days=draw(st.integers(0, 6))), []
        for n in range(6):
            ends = at + timedelta(days=draw(st.integers(20, 44)))
            terms.append(Term(id=f"ht{n + 1}", starts=at, ends=ends))
            at = ends + timedelta(days=draw(st.integers(1, 10)))
        closures = [
            Closure(
                starts=term.starts + timedelta(days=n), ends=term.starts + timedelta(days=n + draw(st.integers(0, 2)))
            )
            for term in terms
            for n in draw(st.lists(st.integers(0, 18), max_size=2))
        ]
        made.append(SchoolYear(year=start, terms=tuple(terms), closures=tuple(closures)))
    return tuple(made)


DAYS = st.dates(date(2026, 9, 1), date(2028, 8, 31))
FORMS = st.one_of(
    st.builds(
        "{} {}s {} x closes".format,
        st.integers(0, 200),
        st.sampled_from(["school day", "day", "week"]),
        st.sampled_from(["after", "before"]),
    ),
    st.sampled_from(["first school day after x closes", "last school day before x closes"]),
    st.builds(
        "{} x closes".format,
        st.sampled_from([f"{a} {day} {b}" for a, b in (("first", "after"), ("last", "before")) for day in WEEKDAYS]),
    ),
)


@given(years(), DAYS, FORMS)
def test_told_dates_stay_in_term(known: tuple[SchoolYear, ...], event: date, form: str) -> None:
    """Unless asked, a told date is a school day, after or before its event as it says, or it is refused."""
    days = SchoolDays(known)
    told = read_told(form)
    assert told is not None
    found = told.counted_from(event, days)
    if found is not None:
        assert found in days.days
        assert found.weekday() not in WEEKEND
        assert found <= event if told.before else found >= event


@given(years(), DAYS, st.integers(0, 400), st.sampled_from(["after", "before"]))
def test_asked_for_a_date_stays_where_it_falls(
    known: tuple[SchoolYear, ...], event: date, count: int, side: str
) -> None:
    """With `in any case` it is exactly so many days away, term or not; `the day` is the very day."""
    days = SchoolDays(known)
    told, very = read_told(f"{count} days {side} x closes, in any case"), read_told("the day x closes")
    assert told is not None
    assert very is not None
    assert told.counted_from(event, days) == event + timedelta(days=count if side == "after" else -count)
    assert very.counted_from(event, days) == event


@given(years(), DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_is_the_nearest(known: tuple[SchoolYear, ...], event: date, weekday: int, before: bool) -> None:  # noqa: FBT001 - drawn
    """A weekday is the nearest one that is a school day, or is refused; asked for, the nearest within seven days."""
    days, step = SchoolDays(known), -1 if before else 1
    form = f"last {WEEKDAYS[weekday]} before x closes" if before else f"first {WEEKDAYS[weekday]} after x closes"
    told, asked = read_told(form), read_told(f"{form}, in any case")
    assert told is not None
    assert asked is not None
    nearest = next(one for n in range(1, 8) if (one := event + timedelta(days=step * n)).weekday() == weekday)
    assert asked.counted_from(event, days) == nearest
    found = told.counted_from(event, days)
    between = (nearest + timedelta(days=7 * step * n) for n in range(110))
    assert found in (next((one for one in between if one in days.days), None), None)
    if weekday in WEEKEND:
        assert found is None


@contextmanager
def clock(zone: str) -> Iterator[None]:
    """The machine's own time zone changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        if hasattr(time, "tzset"):
            time.tzset()
        yield
    if hasattr(time, "tzset"):
        time.tzset()


# Clocks change in the night to the last Sundays of October and March: 25 October 2026 and 28 March 2027.
NEAR_A_CHANGE = st.sampled_from([day("2026-10-25"), day("2027-03-28"), day("2027-10-31"), day("2028-03-26")])


@given(NEAR_A_CHANGE, st.integers(-9, 9), st.integers(1, 30))
def test_changing_clocks_moves_nothing(sunday: date, near: int, count: int) -> None:
    """Around the Sundays on which clocks change, days and school days are counted as on any other, in any time zone."""
    known = tuple(
        SchoolYear(year=start, terms=(Term(id="all", starts=date(start, 9, 1), ends=date(start + 1, 8, 31)),))
        for start in (2026, 2027)
    )
    event = sunday + timedelta(days=near)
    weekdays = [one for n in range(60) if (one := event + timedelta(days=n + 1)).weekday() not in WEEKEND]
    plain, school = (
        read_told(f"{count} days after x closes, in any case"),
        read_told(f"{count} school days after x closes"),
    )
    assert plain is not None
    assert school is not None
    for zone in ("Europe/London", "UTC", "Pacific/Kiritimati"):
        with clock(zone):
            assert plain.counted_from(event, SchoolDays(known)).toordinal() == event.toordinal() + count  # type: ignore[union-attr]
            assert school.counted_from(event, SchoolDays(known)) == weekdays[count - 1]


STARTER = {path: content.decode() for path, content in starter_files("Northfield")}
CALENDARS = [path for path in STARTER if path.startswith("config/calendars/")]
LISTS = frozenset({"years", "terms", "closures", "occasions", "assessments", "collections", "reports", "meetings"})


def shuffled(value: Any, rng: random.Random, key: str = "") -> Any:
    """The same calendar, keys and entries in another order."""
    if isinstance(value, dict):
        names = list(value)
        rng.shuffle(names)
        return {name: shuffled(value[name], rng, name) for name in names}
    if isinstance(value, list):
        items = [shuffled(one, rng) for one in value]
        if key == "compare" or (key in LISTS and isinstance(items[0], dict)):
            rng.shuffle(items)
        return items
    return value


def other_order(seed: int) -> list[tuple[str, str]]:
    """The example's files, written in any order, calendars with their entries in any order."""
    rng = random.Random(seed)  # noqa: S311 - a shuffle, no secret
    files = dict(STARTER)
    for path in CALENDARS:
        texts = yaml.load(files[path], Loader=yaml.BaseLoader)  # noqa: S506 - makes texts only
        files[path] = yaml.dump(shuffled(texts, rng), sort_keys=False)
    listed = list(files.items())
    rng.shuffle(listed)
    return listed


SEEDS = st.integers(0, 2**32)


def read(files: list[tuple[str, str]]) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files:
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8")
        return read_project(Path(folder))


@settings(max_examples=15)
@given(SEEDS)
def test_no_order_changes_anything(seed: int) -> None:
    """Entries and keys in any order, in files written in any order, give the same project byte for byte."""
    before, after = read(list(STARTER.items())), read(other_order(seed))
    assert before.project is not None
    assert after.project is not None
    assert after.problems == before.problems == ()
    assert after.project.model_dump_json() == before.project.model_dump_json()


@settings(max_examples=10)
@given(SEEDS)
def test_no_order_changes_what_is_wrong(seed: int) -> None:
    """A slip is the same slip whatever the order, circles and dates that run out of terms too."""
    slips = {
        "the day ht2 starts": "1 day after gcse-2027 ends",  # out of order
        "1 school day before autumn-2026 closes": "1 week before autumn-2062 closes",
        "5 school days after summer-exams-2027 ends": "1 week after annual-2027 goes out",  # a circle with its report
        "8 school days after autumn-2026 freezes": "400 school days after autumn-2026 freezes",
    }

    def wrong(given: list[tuple[str, str]]) -> set[tuple[str, str]]:
        texts = [(path, _slipped(text, slips) if path in CALENDARS else text) for path, text in given]
        return {(one.code, one.place.file) for one in read(texts).problems}

    found = wrong(other_order(seed))
    assert found == wrong(list(STARTER.items()))
    assert {code for code, _ in found} == {"S125", "S161", "S162", "S163"}


def _slipped(text: str, slips: dict[str, str]) -> str:
    for old, new in slips.items():
        text = text.replace(f": {old}", f": {new}")
    return text
