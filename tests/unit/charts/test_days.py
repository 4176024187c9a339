from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from drawn import moves, outside, overlap, word_box
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.model.drawing import Drawing, Shape
from reportgen.model.picture import Day, DayNote, DayStrip

FIRST = date(2026, 9, 3)


def school_days(count: int, **missed: str) -> tuple[Day, ...]:
    """So many days from 3 September; `d12="whole"` misses the thirteenth, `whole!` or `half!` without permission."""
    every = (FIRST + timedelta(days=n) for n in range(2 * count + 7))
    open_days = [on for on in every if on.weekday() < 5][:count]
    given = {int(key[1:]): how for key, how in missed.items()}
    return tuple(
        Day.model_validate(
            {"on": on, "missed": given.get(n, "none").rstrip("!"), "authorised": not given.get(n, "").endswith("!")}
        )
        for n, on in enumerate(open_days)
    )


def strip(count: int, notes: dict[int, str] | None = None, **missed: str) -> Drawing:
    days = school_days(count, **missed)
    starts = {(day.on.year, day.on.month): day.on for day in reversed(days)}
    return drawing(
        DayStrip(
            title="Days",
            days=days,
            notes=tuple(DayNote(on=days[n].on, text=text) for n, text in (notes or {}).items()),
            months=tuple(DayNote(on=on, text=f"{on:%B}") for on in sorted(starts.values())),
        )
    )


def marks(drawn: Drawing, **look: Any) -> list[list[tuple[float, float]]]:
    found: list[Shape] = [s for s in drawn.shapes if all(getattr(s, key) == value for key, value in look.items())]
    return [path for shape in found for path in moves(shape.d)]


def test_one_mark_a_day_and_a_gap_between_weeks() -> None:
    """47 days are 47 marks; from Friday to Monday is farther than from Monday to Tuesday."""
    drawn = strip(47)
    lefts = sorted(path[0][0] for path in marks(drawn, fill="rule"))
    assert len(lefts) == 47
    steps = [b - a for a, b in pairwise(lefts)]
    assert [round(step / steps[0], 1) for step in steps[:7]] == [1, 2, 1, 1, 1, 1, 2]


def test_height_says_how_much_was_missed_and_filling_whether_with_permission() -> None:
    """Whole days reach the foot, half days stay above their grey mark; without permission is outlined."""
    drawn = strip(10, d1="whole", d2="half", d3="whole!", d4="half!")
    whole, half = marks(drawn, fill="ink")
    outlined_whole, outlined_half = marks(drawn, fill="paper", stroke="ink")
    assert [max(y for _, y in path) for path in (whole, half)] == [15, 11]
    assert max(y for _, y in outlined_whole) > 14
    assert max(y for _, y in outlined_half) < 11.01
    assert len(marks(drawn, fill="rule")) == 8


def test_a_whole_year_fits_by_narrowing() -> None:
    """195 days end inside 174 mm; 20 days are not stretched to fill it."""
    year = marks(strip(195), fill="rule")
    assert len(year) == 195
    assert 172 < max(x for path in year for x, _ in path) <= 174
    assert max(x for path in marks(strip(20), fill="rule") for x, _ in path) < 80


def test_notes_that_would_overlap_move_over_their_mark() -> None:
    """Two notes a few days apart both stay, each still over its own day, not touching."""
    drawn = strip(47, {12: "21 September: ill", 20: "1 October: half a day"}, d12="whole", d20="half")
    notes = [word_box(words) for words in drawn.words if words.y < 7]
    days = [path[0][0] for path in marks(drawn, fill="ink")]
    assert len(notes) == 2
    assert not overlap(*notes)
    assert all(left - 0.1 <= x <= right for (left, _, right, _), x in zip(notes, days, strict=True))


def test_the_longest_absence_keeps_its_note_where_not_all_have_room() -> None:
    """Three long notes on neighbouring days: the week away is told, the single days are in the title and the table."""
    long = "a very long reason that fills half of the strip and more than that"
    drawn = strip(
        60,
        {10: f"one {long}", 14: f"week {long}", 22: f"two {long}"},
        d10="whole",
        **{f"d{n}": "whole" for n in range(14, 19)},
        d22="half",
    )
    told = [words.text for words in drawn.words if words.y < 7]
    assert [text[:4] for text in told] in (["week"], ["one ", "week"], ["week", "two "])
    assert outside(drawn) == []


def test_months_are_named_below_without_touching() -> None:
    """Over a whole year names that do not fit are left out; every month keeps its tick, the first its name."""
    drawn = strip(195)
    names = [word_box(words) for words in drawn.words if words.y > 15]
    assert drawn.words[0].text == "September"
    assert not any(overlap(a, b) for a, b in pairwise(names))
    assert len(marks(drawn, fill="mid")) == 10


TEXTS = st.text("abc mW. ", min_size=1, max_size=60)


@given(
    count=st.integers(0, 200),
    notes=st.dictionaries(st.integers(0, 199), TEXTS, max_size=12),
    how=st.sampled_from(["half", "whole", "half!", "whole!"]),
)
def test_any_days_and_notes_stay_in_the_box(count: int, notes: dict[int, str], how: str) -> None:
    """No mark and no word leaves 174 by 21.5 mm, no two words touch, and each note stands over a missed day."""
    kept = {n: text for n, text in notes.items() if n < count}
    drawn = strip(count, kept, **{f"d{n}": how for n in kept})
    assert outside(drawn) == []
    boxes = [word_box(words) for words in drawn.words]
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    missed = [path[0][0] for look in ({"fill": "ink"}, {"fill": "paper"}) for path in marks(drawn, **look)]
    notes = [box for words, box in zip(drawn.words, boxes, strict=True) if words.y < 7]
    assert all(any(left - 0.5 <= x <= right + 0.5 for x in missed) for left, _, right, _ in notes)
