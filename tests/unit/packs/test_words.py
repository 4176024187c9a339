from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.figure import Figure, Unit
from reportgen.packs import words
from reportgen.packs.messages import (
    MESSAGES,
    calendar,
    classes,
    families,
    governors,
    leaders,
    pupils,
    shared,
    subjects,
)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (94.65, 1, "94.7"),
        (0.285, 2, "0.29"),
        (1200, 0, "1,200"),
        (-0.4, 0, "0"),
    ],
)
def test_numbers_are_rounded_half_up(value: float, decimals: int, expected: str) -> None:
    """Halves go up, away from zero, as in published figures; Python's own rounding would give 2 for 2.5."""
    assert words.number(value, decimals) == expected


@pytest.mark.parametrize(("value", "expected"), [(2, "+2"), (-1, "−1"), (0, "0"), (0.2, "0"), (-0.2, "0")])
def test_a_difference_shows_its_direction(value: float, expected: str) -> None:
    """A difference has a sign unless it prints as nought."""
    assert words.signed(value) == expected


@given(st.integers(min_value=0, max_value=2000))
def test_days_and_half_days_are_the_sessions(sessions: int) -> None:
    """Days as printed, read back, are the sessions they came from."""
    text = words.days(sessions).replace(",", "")
    whole = int(text.removesuffix("½") or 0)
    assert 2 * whole + text.endswith("½") == sessions


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_sentences(items: list[str], expected: str) -> None:
    """Names are joined with commas and one `and`."""
    assert words.listed(items) == expected


def test_a_primary_speaks_of_classes_and_class_teachers() -> None:
    """Form and tutor are words of secondary schools; a message without words of its own is the same in every phase."""
    assert words.say(words.in_phase("form", "primary"), form="Ash") == "Class Ash."
    assert words.say(words.in_phase("form", "secondary"), form="10R") == "Form 10R."
    assert words.count(words.in_phase("tutor", "primary"), 1, names="Miss Blythe") == "Class teacher: Miss Blythe."
    assert words.in_phase("subject", "primary") == "subject"


def test_dates_are_said_in_full() -> None:
    """A date needs no system language: 13 November 2026 was planned as a Friday."""
    on = date(2026, 11, 13)
    assert (words.day(on), words.weekday(on)) == ("13 November 2026", "Friday 13 November")


def test_under_twenty_pupils_a_share_is_told_in_pupils() -> None:
    """3 of 8 pupils are told as `3 of 8`; 20 pupils or more in percent."""
    few = Figure(id="a", value=37.5, unit=Unit.PERCENT, n=8, numerator=3)
    many = Figure(id="b", value=37.5, unit=Unit.PERCENT, n=40, numerator=15)
    assert (words.figure_text(few), words.figure_text(many)) == ("3 of 8", "38%")


def test_a_missing_figure_is_a_dash_never_nought() -> None:
    """No figure, and a hidden one, print as an en dash."""
    hidden = Figure(id="a", value=4.0, unit=Unit.VALUE, n=3).hide("5 or fewer pupils")
    assert words.figure_text(None) == words.figure_text(hidden) == "–"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mathematics", "mathematics"),
        ("English literature", "English literature"),
        ("ICT", "ICT"),
        ("French", "French"),
        ("PE", "PE"),
    ],
)
def test_subjects_stand_in_a_sentence_as_people_write_them(name: str, expected: str) -> None:
    """Languages and abbreviations keep their capitals, other subjects lose theirs."""
    assert words.in_sentence(name) == expected


def test_every_message_for_several_has_one_for_one() -> None:
    """A message counted as `.other` has its `.one`, and the other way round."""
    ones = {key.removesuffix(".one") for key in MESSAGES if key.endswith(".one")}
    others = {key.removesuffix(".other") for key in MESSAGES if key.endswith(".other")}
    assert ones == others


def test_no_message_stands_in_two_tables() -> None:
    """Each key is in one table: none takes another's place."""
    tables = (shared, families, classes, subjects, pupils, leaders, governors, calendar)
    assert sum(len(table.MESSAGES) for table in tables) == len(MESSAGES)


def test_hours_keep_one_decimal_under_ten_and_none_that_is_nought() -> None:
    """0.3 is told as it is, 9.96 is ten, and whole hours stay whole."""
    assert [words.hours(one) for one in (0.0, 0.04, 0.3, 5.0, 5.25, 9.96, 312.5)] == [
        "0",
        "0",
        "0.3",
        "5",
        "5.3",
        "10",
        "313",
    ]


def test_minutes_and_school_years() -> None:
    """Half a minute, three minutes; the school year over the turn of a century."""
    assert [words.minutes(one) for one in (0.5, 3.0)] == ["0.5", "3"]
    assert [words.school_year(one) for one in (2026, 2099)] == ["2026/27", "2099/00"]
