from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from drawn import dots, outside, overlap, word_box
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.model.drawing import Drawing
from reportgen.model.picture import DotPlot


def plot(now: tuple[int, ...], before: tuple[int, ...] = (), **changes: Any) -> Drawing:
    given: dict[str, Any] = {
        "title": "",
        "axis": "Grade",
        "places": tuple("abcdefghijklmnopqrstuvwxyz"[: len(now)]),
        "named": tuple((n, min(n + 2, len(now) - 1), str(n)) for n in range(0, len(now), 3)),
        "now_name": "November",
        "now": now,
        "before_name": "June" if before else "",
        "before": before,
    }
    return drawing(DotPlot(**{**given, **changes}))


def painted(drawn: Drawing, paint: str) -> list[tuple[float, float]]:
    return [point for shape in drawn.shapes if shape.stroke == paint and shape.round_caps for point in dots(shape)]


def test_one_dot_a_pupil_now_above_and_before_below() -> None:
    """Seven pupils now, five before: as many dots, on either side of the axis, in the same columns."""
    drawn = plot((1, 4, 2), (2, 3, 0))
    now, before = painted(drawn, "ink"), painted(drawn, "mid")
    assert sorted(Counter(x for x, _ in now).items()) == [(26.5, 1), (31.0, 4), (35.5, 2)]
    assert Counter(x for x, _ in before) == {26.5: 2, 31.0: 3}
    assert max(y for _, y in now) < 13
    assert min(y for _, y in before) > 17


def test_before_is_open() -> None:
    """Dots of the earlier collection have a hole in paper each, those of now none."""
    drawn = plot((3, 1), (1, 2))
    assert sorted(painted(drawn, "paper")) == sorted(painted(drawn, "mid"))


def test_fifteen_pupils_on_one_place_fit() -> None:
    """A tall column keeps one dot a pupil, none touching another, none over the edge, none too small to see."""
    drawn = plot((0, 15, 3), (15, 0, 1))
    size = next(shape.width for shape in drawn.shapes if shape.stroke == "ink")
    now = painted(drawn, "ink")
    assert len(now) == 18
    assert size > 1.3
    assert outside(drawn) == []
    apart = [((a - c) ** 2 + (b - d) ** 2) ** 0.5 for n, (a, b) in enumerate(now) for c, d in now[:n]]
    assert min(apart) >= size - 0.02


def test_without_an_earlier_collection_now_has_the_whole_height() -> None:
    """No second name, no empty half: the axis lies at the foot."""
    drawn = plot((1, 9, 2))
    assert painted(drawn, "mid") == []
    assert max(y for _, y in painted(drawn, "ink")) > 20
    assert {words.text for words in drawn.words} == {"Grade", "November", "0"}


def test_lines_part_runs_of_places_but_never_make_a_fence() -> None:
    """Grades of three steps have lines between them; a scale that names each place has none."""
    assert sum(shape.stroke == "rule" for shape in plot((1,) * 9).shapes) == 1
    named = tuple((n, n, str(n)) for n in range(9))
    assert not any(shape.stroke == "rule" for shape in plot((1,) * 9, named=named).shapes)


def test_a_long_scale_names_every_second_or_third_place() -> None:
    """Names are left out evenly, so that none touch."""
    drawn = plot((1,) * 40, places=tuple(map(str, range(40))), named=tuple((n, n, str(n)) for n in range(40)))
    shown = [int(words.text) for words in drawn.words if words.bold]
    assert len({b - a for a, b in pairwise(shown)}) == 1
    assert len(shown) >= 10


NAMES = st.text("abcW é2026", max_size=30)


@given(data=st.data(), places=st.integers(1, 40), names=st.tuples(NAMES, NAMES, NAMES))
def test_any_class_stays_in_its_box(data: st.DataObject, places: int, names: tuple[str, str, str]) -> None:
    """Any number of pupils on any scale: every pupil a dot, nothing over the edge, no two words touch."""
    counts = st.lists(st.integers(0, 15), min_size=places, max_size=places).map(tuple)
    now, then = data.draw(counts), data.draw(st.one_of(counts, st.just(())))
    name, axis, long = names
    drawn = plot(now, then, places=("x",) * places, named=((0, places - 1, long),), now_name=name, axis=axis)
    assert outside(drawn) == []
    assert len(painted(drawn, "ink")) == sum(now)
    boxes = [word_box(words) for words in drawn.words if words.text.strip()]
    assert not any(
        overlap((a[0], a[1] + 0.8, a[2], a[3] - 0.8), (b[0], b[1] + 0.8, b[2], b[3] - 0.8))
        for n, a in enumerate(boxes)
        for b in boxes[:n]
    )
