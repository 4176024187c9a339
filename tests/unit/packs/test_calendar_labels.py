"""Labels on the year's page: beside their marks where they can be, never over anything."""

from __future__ import annotations

import pytest

from reportgen.model.document.calendar import LaneRow, Mark, Shape
from reportgen.packs.calendar_labels import Item, set_row


def _measure(text: str) -> float:
    """Every letter two millimetres wide."""
    return 2.0 * len(text)


def _item(x: float, *labels: str, width: float = 3.0, shape: Shape = "square") -> Item:
    return Item((Mark(shape=shape, x=x, width=width),), f"{labels[0]} in full", labels)


def _row(*items: Item, tight: bool = False) -> LaneRow:
    return set_row("Year 7", items, _measure, tight=tight)


def test_a_label_stands_right_of_its_mark_early_in_the_year() -> None:
    """One millimetre from the mark's right edge."""
    (entry,) = _row(_item(100, "13 Nov")).entries
    assert (entry.side, entry.x, entry.width, entry.line) == ("right", 104.0, 12.0, 0)


def test_a_label_stands_left_of_its_mark_late_in_the_year() -> None:
    """Where the page ends, words end at the mark."""
    (entry,) = _row(_item(230, "13 July, a long name")).entries
    assert (entry.side, entry.x + entry.width) == ("left", 229.0)


def test_a_label_stands_inside_a_long_bar() -> None:
    """It takes the bar's own place."""
    (entry,) = _row(_item(150, "GCSE exams", width=60, shape="bar")).entries
    assert (entry.side, entry.x, entry.width) == ("inside", 150.0, 60.0)


@pytest.mark.parametrize(("free", "side"), [(4.0, "right"), (3.0, "right"), (2.9, "left")])
def test_a_label_keeps_clear_of_the_next_mark(free: float, side: str) -> None:
    """A label with less than 3 mm to a mark that is not its own would read as its: it goes to the other side."""
    early = _row(_item(100, "13 Nov"), _item(116 + free, "x")).entries[0]
    assert early.side == side
    assert early.x + early.width <= 116 + free - 3 or early.x + early.width == 99


def test_a_label_left_of_its_mark_keeps_clear_of_the_mark_before() -> None:
    """Two bars late in the year with 14 mm between them: a label of 12 mm would touch the first, one of 8 mm does not."""
    bars = (_item(200, "a", width=5, shape="bar"), _item(219, "7 June", "7 Ju", width=10, shape="bar"))
    row = _row(*bars, tight=True)
    assert row.entries[1].side == "right"
    (_, last) = _row(bars[0], _item(240, "7 June", "7 Ju", width=9, shape="bar"), tight=True).entries
    assert (last.side, last.x) == ("left", 227.0)


def test_two_labels_that_would_meet_part() -> None:
    """The first goes left of its mark, the second right of its own: still one line, nothing shortened."""
    row = _row(_item(100, "27 Nov report"), _item(110, "3 Dec evening"))
    assert row.lines == 1
    assert [(e.side, e.label) for e in row.entries] == [("left", "27 Nov report"), ("right", "3 Dec evening")]


def test_with_room_on_the_page_a_second_line_comes_before_shortening() -> None:
    """Three long labels on marks close together: all in full, on two lines."""
    items = [_item(x, "27 Nov, autumn report", "27 Nov") for x in (100, 108, 116)]
    row = _row(*items)
    assert row.lines == 2
    assert {entry.label for entry in row.entries} == {"27 Nov, autumn report"}


def test_without_room_shortening_comes_first() -> None:
    """The same three on one line, one of them by its day alone."""
    items = [_item(x, "27 Nov, autumn report", "27 Nov") for x in (100, 108, 128)]
    row = _row(*items, tight=True)
    assert row.lines == 1
    assert sorted(entry.label for entry in row.entries) == ["27 Nov", "27 Nov, autumn report", "27 Nov, autumn report"]


def test_marks_on_one_day_stand_on_lines_of_their_own() -> None:
    """Two reports on the same day do not hide each other."""
    row = _row(_item(100, "a"), _item(100, "b"))
    assert [entry.marks[0].line for entry in row.entries] == [0, 1]


def test_bars_that_touch_do_not_look_like_one() -> None:
    """A bar that begins where another ends stands a line lower."""
    row = _row(_item(100, "a", width=10, shape="bar"), _item(110.2, "b", width=10, shape="bar"))
    assert [entry.marks[0].line for entry in row.entries] == [0, 1]


@pytest.mark.parametrize("tight", [False, True])
def test_however_many_there_are_each_has_a_place(tight: bool) -> None:  # noqa: FBT001 - both ways of setting a row
    """Forty things in one fortnight: as many lines as it takes, every label beside its own marks."""
    row = _row(*(_item(120 + n % 5, f"{n} Nov report", f"{n} Nov") for n in range(40)), tight=tight)
    boxes = [(e.line, min(e.x, e.marks[0].x), max(e.x + e.width, e.marks[0].x + 3)) for e in row.entries]
    for n, (line, x, to) in enumerate(boxes):
        assert row.entries[n].marks[0].line == line
        assert not [one for k, one in enumerate(boxes) if k != n and one[0] == line and x < one[2] and one[1] < to]


def test_a_label_wider_than_the_page_gives_way_to_its_day() -> None:
    """However long a name is, something stands beside the mark."""
    row = _row(*(_item(100 + n, "x" * 200, "13 Nov") for n in range(3)))
    assert [entry.label for entry in row.entries] == ["13 Nov"] * 3


def test_the_order_of_things_does_not_matter() -> None:
    """A row is the same in whatever order its things are handed over."""
    items = [_item(x, f"{x} Nov, report", f"{x}") for x in (100, 104, 140, 141)]
    assert _row(*items) == _row(*reversed(items))
