from __future__ import annotations

import re
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from builders import THEME
from defusedxml.ElementTree import fromstring
from drawn import overlap, text_width
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.crowd import spread
from reportgen.charts.scatter import scatter_svg
from reportgen.model.picture import Dot, Line, Scatter

SVG = "{http://www.w3.org/2000/svg}"
MM = 72 / 25.4
DOT = 1.8
BOX = (0.0, 0.0, 100.0, 100.0)


def chart(*dots: Dot, **changes: Any) -> Scatter:
    """Three pupils, one of them on the list, around a line at target and one at a tenth missed."""
    given: dict[str, Any] = {
        "title": "Of 1 pupil often away 1 is below target.",
        "x_name": "Attendance so far",
        "y_name": "Steps from target, mean of subjects",
        "x_ticks": (70, 80, 90, 100),
        "x_names": ("70", "80", "90", "100%"),
        "y_ticks": (-2, -1, 0, 1, 2),
        "y_names": ("−2", "−1", "0", "+1", "+2"),
        "dots": dots or (Dot(x=98, y=1), Dot(x=95, y=0), Dot(x=82, y=-1.5, chosen=True)),
        "chosen_name": "On the list for help",
        "across": (Line(at=0, name="At target"),),
        "up": (Line(at=90, name="a tenth missed"),),
    }
    return Scatter(**{**given, **changes})


def tree(picture: Scatter) -> ET.Element:
    return fromstring(scatter_svg(picture, THEME))


def circles(picture: Scatter) -> dict[str, list[tuple[float, float]]]:
    """Middles of all circles in points, by fill; the key of the filled dots' name is left out."""
    found: dict[str, list[tuple[float, float]]] = {}
    for node in tree(picture).iter(f"{SVG}path"):
        for x, y, r in re.findall(r"M([\d.]+) ([\d.]+)a([\d.]+) ", node.get("d", "")):
            found.setdefault(node.get("fill", ""), []).append((float(x) + float(r), float(y)))
    top = min(y for places in found.values() for _, y in places)
    return {
        fill: [p for p in places if fill == "none" or not picture.chosen_name or p[1] > top]
        for fill, places in found.items()
    }


def word_boxes(root: ET.Element) -> dict[str, tuple[float, float, float, float]]:
    """Box of each line of words in points, measured with the shipped fonts."""
    found = {}
    for n, node in enumerate(root.iter(f"{SVG}text")):
        size = float(node.get("font-size", root.get("font-size", "")))
        x, y = float(node.get("x", "0")), float(node.get("y", "0"))
        wide = text_width(node.text or "", size, bold=node.get("font-weight") == "600")
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
        found[f"{n} {node.text}"] = (left, y - 0.7 * size, left + wide, y + 0.2 * size)
    return found


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Drawn twice with another between, on one reused figure."""
    first = scatter_svg(chart(), THEME)
    scatter_svg(chart(Dot(x=75, y=2)), THEME)
    assert scatter_svg(chart(), THEME) == first


def test_it_is_174_mm_wide_and_says_its_title_first() -> None:
    """Final size; the alternative text is the first child."""
    root = tree(chart())
    assert root.get("width") == "174mm"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Of 1 pupil often away 1 is below target."


def test_nothing_in_it_needs_a_style_sheet_or_a_name() -> None:
    """No ids, classes, style attributes, clips, dates or comments: it can stand in a page beside another."""
    svg = scatter_svg(chart(), THEME)
    assert not re.search(r' (id|class|style|clip-path)="|<!--|<metadata|<defs|<use', svg)


def test_no_label_is_smaller_than_9_points() -> None:
    """Words are words, in the shipped face, 9 pt or more at the printed size."""
    root = tree(chart())
    sizes = [float(node.get("font-size", root.get("font-size", ""))) for node in root.iter(f"{SVG}text")]
    assert min(sizes) >= 9
    assert root.get("font-family") == "Source Sans 3"
    assert root.get("viewBox", "").split()[2] == f"{174 * MM:.2f}"


def test_colours_come_from_the_theme() -> None:
    """A school's own ink is the filled dots' colour; no other colour slips in from the style."""
    theme = THEME.model_copy(update={"ink": "#006633"})
    svg = scatter_svg(chart(), theme).lower()
    assert 'fill="#006633"' in svg
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= {colour.lower() for colour in theme.model_dump().values()}


def test_every_pupil_is_one_dot_and_the_chosen_are_filled() -> None:
    """Two open dots and a filled one, each kind one path; a higher value stands higher, more attendance to the right."""
    found = circles(chart())
    assert [len(found[fill]) for fill in ("none", THEME.ink.lower())] == [2, 1]
    (best, on), (low,) = found["none"], found[THEME.ink.lower()]
    assert best[1] < on[1] < low[1]
    assert best[0] > on[0] > low[0]
    assert len([n for n in tree(chart()).iter(f"{SVG}path") if "a" in n.get("d", "")]) == 2


def test_a_dot_stands_where_its_values_say() -> None:
    """At 85 of an axis from 70 to 100 and at 0 of one from −2 to 2: in the middle of both."""
    (place,) = circles(chart(Dot(x=85, y=0), across=(), up=()))["none"]
    boxes = word_boxes(tree(chart(Dot(x=85, y=0), across=(), up=())))
    ticks = {name.split(" ", 1)[1]: box for name, box in boxes.items()}
    across = [(ticks[name][0] + ticks[name][2]) / 2 for name in ("70", "100%")]
    assert place[0] == pytest.approx(sum(across) / 2, abs=0.5)
    ends = circles(chart(Dot(x=85, y=-2), Dot(x=85, y=2), across=(), up=()))["none"]
    assert place[1] == pytest.approx(sum(y for _, y in ends) / 2, abs=0.02)


def test_pupils_at_one_place_are_counted_by_the_eye() -> None:
    """Nine pupils with the same values: nine dots, no two nearer than 0.7 of a dot, none more than 1.6 dots away."""
    found = circles(chart(*[Dot(x=85, y=0)] * 9))["none"]
    assert len(found) == 9
    assert min(_apart(a, b) for a, b in combinations(found, 2)) >= 0.7 * DOT * MM - 0.05
    middle = circles(chart(Dot(x=85, y=0)))["none"][0]
    assert max(_apart(one, middle) for one in found) <= 1.6 * DOT * MM + 0.05


def test_nobody_seems_to_have_attended_more_than_every_session() -> None:
    """Pupils at 100% who make room for each other stay left of the end of the axis."""
    found = circles(chart(*[Dot(x=100, y=0)] * 6))["none"]
    (end,) = circles(chart(Dot(x=100, y=1)))["none"]
    assert max(x for x, _ in found) <= end[0] + 0.02


def test_words_touch_nothing_and_stay_inside() -> None:
    """Also where lines stand close together and at the ends of the axes."""
    picture = chart(
        across=(Line(at=0, name="At target"), Line(at=0.1, name="Mean of the year group")),
        up=(Line(at=70, name="nearly a third missed"),),
    )
    root = tree(picture)
    wide, tall = map(float, root.get("viewBox", "").split()[2:])
    boxes = word_boxes(root)
    assert all(b[0] >= -0.5 and b[2] <= wide + 0.5 and b[1] >= -0.5 and b[3] <= tall + 0.5 for b in boxes.values())
    assert [pair for pair in combinations(boxes, 2) if overlap(boxes[pair[0]], boxes[pair[1]])] == []


def test_filled_dots_are_named_only_where_there_are_any() -> None:
    """No name for a list that nobody is on."""
    assert "On the list for help" in scatter_svg(chart(), THEME)
    assert "On the list for help" not in scatter_svg(chart(Dot(x=90, y=0)), THEME)


def test_an_axis_needs_two_ends() -> None:
    """One tick is no axis."""
    with pytest.raises(ValueError, match="two ticks"):
        scatter_svg(chart(x_ticks=(100,), x_names=("100%",)), THEME)


@settings(max_examples=10)
@given(
    dots=st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.booleans()), max_size=40),
    text=st.text("$\\{}^_%<>&\"' aä", min_size=1, max_size=20),
)
def test_any_dots_and_any_words_are_drawn(dots: list[tuple[float, float, bool]], text: str) -> None:
    """Values outside the axes stand at their ends; dollars, backslashes and angle brackets stay the words they are."""
    picture = chart(
        dots=tuple(Dot(x=x, y=y, chosen=chosen) for x, y, chosen in dots), title=text, y_name=text, chosen_name=""
    )
    root = tree(picture)
    said = " ".join((node.text or "") for node in root.iter(f"{SVG}text"))
    assert all(word in said for word in text.split())
    assert sum(len(places) for places in circles(picture).values()) == len(dots) if dots else True


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=60))
def test_a_crowd_moves_no_dot_far_or_out(points: list[tuple[int, int]]) -> None:
    """At most 1.6 dots from its place, never out of the box; a dot alone does not move."""
    places = [(float(x), float(y)) for x, y in points]
    moved = spread(places, DOT, BOX)
    for place, new in zip(places, moved, strict=True):
        assert _apart(place, new) <= 1.6 * DOT + 1e-9
        assert all(0 <= side <= 100 for side in new)
        if places.count(place) == 1 and all(_apart(place, other) > 4 * DOT for other in places if other != place):
            assert new == place


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
