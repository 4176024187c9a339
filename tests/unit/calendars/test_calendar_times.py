"""Times and year groups in words."""

from __future__ import annotations

from datetime import time

import pytest

from reportgen.calendars.clock_times import clock_times
from reportgen.calendars.year_words import by_name, years_words


@pytest.mark.parametrize(
    ("text", "begins", "until"),
    [
        ("4 to 7 pm", time(16), time(19)),
        ("6 pm", time(18), None),
        ("4 to 6.30 pm", time(16), time(18, 30)),
        ("3.30 to 7 pm", time(15, 30), time(19)),
        ("4 pm to 7 pm", time(16), time(19)),
        ("from 9 am", time(9), None),
        ("11 to 1 pm", time(11), time(13)),
        ("9 to 12 pm", time(9), time(12)),
        ("11 am to noon", time(11), time(12)),
        ("4-7pm", time(16), time(19)),
        ("16:00 to 19:00", time(16), time(19)),
        ("12.30 to 1.15 PM", time(12, 30), time(13, 15)),
    ],
)
def test_times_as_schools_write_them(text: str, begins: time, until: time | None) -> None:
    """Each way of writing times gives the times a reader would understand."""
    assert clock_times(text) == (begins, until)


@pytest.mark.parametrize(
    "text", ["", "4 to 7", "after school", "7 to 4 pm or later", "13 pm", "6.75 pm", "19:00 to 16:00", "period 3"]
)
def test_what_is_not_plainly_times_is_none(text: str) -> None:
    """Words, hours that could be morning or evening, and hours that do not exist are not guessed at."""
    assert clock_times(text) is None


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        (("7",), "Year 7"),
        (("7", "8"), "Years 7 and 8"),
        (("11", "7", "8", "9", "10"), "Years 7 to 11"),
        (("7", "9", "10", "11"), "Years 7 and 9 to 11"),
        (("7", "8", "11"), "Years 7, 8 and 11"),
        (("R",), "Reception"),
        (("R", "1", "2"), "Reception to Year 2"),
        (("N1", "N2"), "Nursery"),
        (("R", "7", "8", "9"), "Reception and Years 7 to 9"),
    ],
)
def test_year_groups_are_told_as_people_say_them(groups: tuple[str, ...], words: str) -> None:
    """Runs are told as from and to, single ones by name, in the order of the school whatever the order given."""
    assert years_words(groups) == words


def test_a_name_makes_an_identifier() -> None:
    """Apostrophes of both kinds fall away, so that correcting one moves no event."""
    assert by_name("Year 11 parents’ evening") == by_name("Year 11 parents' evening") == "year-11-parents-evening"
