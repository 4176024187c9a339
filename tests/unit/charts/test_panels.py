from __future__ import annotations

import re
import subprocess
import sys
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from builders import THEME
from defusedxml.ElementTree import fromstring
from drawn import overlap, text_width
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.charts.panels import panels_svg
from reportgen.charts.sheet import fitting_names, nudged, spacing
from reportgen.model.picture import GroupPanels, Panel

SVG = "{http://www.w3.org/2000/svg}"
MM = 72 / 25.4


def panel(**changes: Any) -> Panel:
    given: dict[str, Any] = {
        "title": "SEND",
        "group": (27, 24, 20),
        "others": (50, 44, 56),
        "group_text": "20%",
        "others_text": "56% others",
    }
    return Panel(**{**given, **changes})


def chart(*panels: Panel, **changes: Any) -> GroupPanels:
    given: dict[str, Any] = {
        "title": "SEND fell.",
        "x_names": ("Nov 2025", "Jun 2026", "Nov 2026"),
        "y_low": 0,
        "y_high": 80,
        "y_ticks": (0, 40, 80),
        "y_names": ("0", "40", "80%"),
        "panels": panels or (panel(),),
    }
    return GroupPanels(**{**given, **changes})


def tree(picture: GroupPanels) -> ET.Element:
    return fromstring(panels_svg(picture, THEME))


def text_boxes(root: ET.Element) -> dict[str, tuple[float, float, float, float]]:
    """Box of each line of words in points, measured with the shipped fonts; repeated words keep their own."""
    found = {}
    for n, node in enumerate(root.iter(f"{SVG}text")):
        size = float(node.get("font-size", root.get("font-size", "")))
        moved = re.findall(r"-?[\d.]+", node.get("transform", ""))
        x, y = map(float, moved[:2] if moved else (node.get("x", "0"), node.get("y", "0")))
        wide = text_width(node.text or "", size, bold=node.get("font-weight") == "600")
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
        found[f"{n} {node.text}"] = (left, y - 0.7 * size, left + wide, y + 0.2 * size)
    return found


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Drawn twice with another between, on one reused figure."""
    first = panels_svg(chart(), THEME)
    panels_svg(chart(panel(), panel(title="Boys")), THEME)
    assert panels_svg(chart(), THEME) == first


def test_it_is_174_mm_wide_and_says_its_title_first() -> None:
    """Final size; the alternative text is the first child."""
    root = tree(chart())
    assert root.get("width") == "174mm"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "SEND fell."


def test_nothing_in_it_needs_a_style_sheet_or_a_name() -> None:
    """No ids, classes, style attributes, clips, dates or comments: it can stand in a page beside another."""
    svg = panels_svg(chart(panel(), panel()), THEME)
    assert not re.search(r' (id|class|style|clip-path)="|<!--|<metadata|<defs|<use', svg)


def test_no_label_is_smaller_than_9_points() -> None:
    """Words are words, in the shipped face, 9 pt or more at the printed size."""
    root = tree(chart(panel(note="not shown: 5 or fewer")))
    sizes = [float(node.get("font-size", root.get("font-size", ""))) for node in root.iter(f"{SVG}text")]
    assert min(sizes) >= 9
    assert root.get("font-family") == "Source Sans 3"
    assert root.get("viewBox", "").split()[2] == f"{174 * MM:.2f}"


def test_colours_come_from_the_theme() -> None:
    """A school's own ink is the group's line; no other colour slips in from the style."""
    theme = THEME.model_copy(update={"ink": "#006633"})
    svg = panels_svg(chart(), theme).lower()
    assert 'stroke="#006633"' in svg
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= {colour.lower() for colour in theme.model_dump().values()}


def test_a_hidden_point_is_a_gap_and_the_note_says_why() -> None:
    """The line breaks and nothing marks the place: two points on either side, no line between them."""
    root = tree(chart(panel(group=(27, None, 20), others=(50, None, 56), note="June not shown: 5 or fewer")))
    dots = list(root.iter(f"{SVG}circle"))
    lines = [
        node.get("d", "")
        for node in root.iter(f"{SVG}path")
        if node.get("stroke-width") == "1.8" or node.get("stroke-dasharray")
    ]
    assert len(dots) == 4
    assert all("L" not in d for d in lines)
    assert any("June not shown" in (node.text or "") for node in root.iter(f"{SVG}text"))


def test_everything_hidden_still_draws() -> None:
    """No point known: axes, a title and the note."""
    root = tree(
        chart(
            panel(group=(None, None, None), others=(None, None, None), group_text="", others_text="", note="not shown")
        )
    )
    assert not list(root.iter(f"{SVG}circle"))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_up_to_six_panels_have_each_their_title_inside_the_chart(count: int) -> None:
    """Past three they wrap to a second row; no words leave the 174 mm or touch other words."""
    panels = tuple(
        panel(
            title=f"Group {n} with a name that is long enough to need two lines",
            others=(50, 50, 20.5 if n % 2 else 56),
            others_text="56% of all the others",
        )
        for n in range(count)
    )
    root = tree(chart(*panels))
    wide, tall = map(float, root.get("viewBox", "").split()[2:])
    boxes = text_boxes(root)
    assert sum("Group" in name for name in boxes) == count
    assert all(
        left >= -0.5 and right <= wide + 0.5 and top >= -0.5 and bottom <= tall + 0.5
        for left, top, right, bottom in boxes.values()
    )
    pairs = [
        (a, b)
        for n, (a, one) in enumerate(boxes.items())
        for b, other in list(boxes.items())[:n]
        if overlap(one, other)
    ]
    assert pairs == []


@given(
    wanted=st.tuples(st.floats(0, 38), st.floats(0, 38)),
    lines=st.tuples(st.integers(1, 3), st.integers(1, 3)),
)
def test_labels_are_nudged_apart_and_no_farther(wanted: tuple[float, float], lines: tuple[int, int]) -> None:
    """They never overlap and never leave the panel; labels that were apart inside it stay where they are."""
    sizes = (lines[0] * 4.2, lines[1] * 4.2)
    first, second = nudged(wanted, sizes, 38)
    least = sum(sizes) / 2
    assert abs(first - second) >= least - 1e-6
    assert all(size / 2 - 1e-6 <= y <= 38 - size / 2 + 1e-6 for y, size in ((first, sizes[0]), (second, sizes[1])))
    inside = all(size / 2 <= y <= 38 - size / 2 for y, size in zip(wanted, sizes, strict=True))
    if inside and abs(wanted[0] - wanted[1]) >= least:
        assert (first, second) == wanted


@given(count=st.integers(1, 8), name=st.sampled_from(["Nov", "November 2026", "Autumn term assessment week", "N"]))
def test_now_is_always_named_on_the_axis(count: int, name: str) -> None:
    """Where not all names fit, every second or third is left out, counted from the last."""
    names = fitting_names((name,) * count, spacing(34, count))
    assert names[-1][0] == count - 1


@settings(max_examples=15)
@given(
    values=st.lists(st.tuples(*[st.one_of(st.none(), st.floats(0, 80))] * 2), min_size=1, max_size=5),
    text=st.text("$\\{}^_%<>&\"' aä", max_size=20),
)
def test_any_values_and_any_words_are_drawn(values: list[tuple[float | None, float | None]], text: str) -> None:
    """Dollars, backslashes and angle brackets stay the words they are."""
    picture = chart(
        panel(group=tuple(a for a, _ in values), others=tuple(b for _, b in values), title=text),
        x_names=("Nov",) * len(values),
        title=text,
    )
    root = tree(picture)
    said = " ".join((node.text or "") for node in root.iter(f"{SVG}text"))
    assert all(word in said for word in text.split())


def test_small_drawings_load_no_matplotlib() -> None:
    """A render worker that meets no panels never pays for matplotlib; panels are refused by name."""
    ran = subprocess.run(
        [sys.executable, "-c", "import sys, reportgen.charts; print('matplotlib' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "False"
    with pytest.raises(TypeError, match="GroupPanels"):
        drawing(chart())
