"""A year like those that councils publish: 2026/27, with an INSET day and the May bank holiday inside terms."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.model.calendar import Closure, SchoolYear, Term
from reportgen.model.school_days import SchoolDays, school_year_of

TERMS = (
    ("ht1", "2026-09-03", "2026-10-23"),
    ("ht2", "2026-11-02", "2026-12-18"),
    ("ht3", "2027-01-04", "2027-02-12"),
    ("ht4", "2027-02-22", "2027-03-25"),
    ("ht5", "2027-04-12", "2027-05-28"),
    ("ht6", "2027-06-07", "2027-07-21"),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def closed(text: str) -> Closure:
    return Closure(starts=day(text), ends=day(text))


YEAR = SchoolYear(
    year=2026,
    terms=tuple(Term(id=name, starts=day(starts), ends=day(ends)) for name, starts, ends in TERMS),
    closures=(closed("2026-11-27"), closed("2027-05-03")),
)
DAYS = SchoolDays((YEAR,))


def test_the_year_has_its_days() -> None:
    """The half terms have 37, 34, 30, 24, 34 and 33 school days: counted on a printed calendar, weekends and closures out."""
    counts = [len(DAYS.inside(day(starts), day(ends))) for _, starts, ends in TERMS]
    assert counts == [37, 34, 30, 24, 34, 33]
    assert len(DAYS.days) == 192


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2026-09-02", False),  # the day before term
        ("2026-09-03", True),
        ("2026-09-05", False),  # a Saturday
        ("2026-10-26", False),  # half term
        ("2026-11-27", False),  # INSET
        ("2027-05-03", False),  # bank holiday
        ("2027-07-21", True),
        ("2027-07-22", False),
    ],
)
def test_school_days_are_weekdays_of_terms(text: str, *, is_one: bool) -> None:
    """Weekdays inside terms are school days; weekends, closures and holidays are not."""
    assert DAYS.holds(day(text)) is is_one


@pytest.mark.parametrize(
    ("start", "count", "there"),
    [
        ("2026-11-13", 1, "2026-11-16"),  # Friday to Monday
        ("2026-11-13", 5, "2026-11-20"),
        ("2026-11-14", 1, "2026-11-16"),  # from a Saturday
        ("2026-11-20", 10, "2026-12-07"),  # ten days, the INSET day skipped
        ("2026-11-26", 1, "2026-11-30"),  # over INSET and the weekend
        ("2026-10-23", 1, "2026-11-02"),  # over half term
        ("2026-11-02", -1, "2026-10-23"),
        ("2026-11-30", -1, "2026-11-26"),
        ("2026-12-18", 3, "2027-01-06"),
        ("2026-10-28", 0, "2026-11-02"),  # in half term: the first day after it
        ("2026-11-13", 0, "2026-11-13"),
        ("2027-07-21", 1, None),  # beyond the terms described
        ("2026-09-03", -1, None),
        ("2026-08-27", 1, None),  # in 2025/26, whose days nobody described
        ("2025-06-26", 3, None),
    ],
)
def test_moving_counts_school_days(start: str, count: int, there: str | None) -> None:
    """So many school days on or back, weekends, closures and holidays left out; None where terms are not described."""
    assert DAYS.moved(day(start), count) == (day(there) if there else None)


def test_a_year_between_that_is_not_described() -> None:
    """From July 2027 to September 2028 nothing can be counted when 2027/28 is missing, however many days follow."""
    later = SchoolYear(year=2028, terms=(Term(id="ht1", starts=day("2028-09-05"), ends=day("2028-10-20")),))
    assert SchoolDays((YEAR, later)).moved(day("2027-07-21"), 1) is None


def test_next_year_follows_this_one() -> None:
    """The school day after the last of July is the first of September when both years are described."""
    later = SchoolYear(year=2027, terms=(Term(id="ht1", starts=day("2027-09-02"), ends=day("2027-10-22")),))
    assert SchoolDays((YEAR, later)).moved(day("2027-07-21"), 1) == day("2027-09-02")


@pytest.mark.parametrize(
    ("text", "found"), [("2026-11-27", "2026-11-26"), ("2026-11-26", "2026-11-26"), ("2026-10-28", "2026-10-23")]
)
def test_the_school_day_on_or_before(text: str, found: str) -> None:
    """A school day is its own; INSET and half term give the last school day before them."""
    assert DAYS.on_or_before(day(text)) == day(found)


def test_counting_as_far_as_terms_are_known() -> None:
    """Where terms run out the last school day known is given, and the day itself where none is known."""
    assert DAYS.as_far_as_known(day("2026-11-13"), 5) == day("2026-11-20")
    assert DAYS.as_far_as_known(day("2027-07-19"), 5) == day("2027-07-21")
    assert DAYS.as_far_as_known(day("2027-08-19"), 5) == day("2027-08-19")
    assert DAYS.as_far_as_known(day("2026-06-26"), 3) == day("2026-06-26")
    assert DAYS.as_far_as_known(day("2026-11-14"), 0) == day("2026-11-14")


def test_days_between() -> None:
    """School days after the first up to the last; the other way round they are negative; a day from itself is nought."""
    assert DAYS.between(day("2026-11-20"), day("2026-12-07")) == 10
    assert DAYS.between(day("2026-12-07"), day("2026-11-20")) == -10
    assert DAYS.between(day("2026-11-20"), day("2026-11-20")) == 0


def test_the_term_of_a_day() -> None:
    """A weekend inside a term belongs to it, half term to none."""
    found = DAYS.term_of(day("2026-11-14"))
    assert found is not None
    assert found.id == "ht2"
    assert DAYS.term_of(day("2026-10-28")) is None


def test_school_years_turn_in_september() -> None:
    """31 August is in the old school year, 1 September in the new."""
    assert (school_year_of(day("2027-08-31")), school_year_of(day("2027-09-01"))) == (2026, 2027)
