"""What a cell says on a scale."""

from __future__ import annotations

import pytest
from builders import ATTITUDE, FINE, GCSE, OUT_OF_20, marks

from reportgen.ingest.mark import States, read_mark
from reportgen.model.scale import Label, MarkState, Scale, StateSpellings

STATES = States.of(marks())
EFFORT = Scale(id="effort", name="Effort", kind="numbers", best="lowest", lowest=1, highest=4, step=1)
PERCENT = Scale(id="percent", name="Percent", kind="numbers", best="highest", lowest=0, highest=100, step=1, unit="%")
TENTHS = Scale(id="tenths", name="Score", kind="numbers", best="highest", lowest=0, highest=9, step=1, decimals=1)
COMBINED = Scale(
    id="combined",
    name="Combined science",
    best="last",
    labels=(Label(label="5-4", value=4.5, also=("54",)), Label(label="5-5", value=5)),
)


@pytest.mark.parametrize(
    ("written", "label", "position"),
    [
        ("5+", "5+", 14),
        ("5-", "5−", 12),
        ("5−", "5−", 12),
        ("5–", "5−", 12),
        ("5", "5", 13),
        ("5.0", "5", 13),
        ("1-", "1−", 0),
        ("9+", "9+", 26),
    ],
)
def test_labels_and_their_positions(written: str, label: str, position: float) -> None:
    """Any minus is a minus, 5.0 is 5, and the position counts labels from the lowest."""
    mark = read_mark(written, FINE, states=STATES)
    assert (mark.state, mark.label, mark.position) == (MarkState.MARKED, label, position)


def test_positions_rise_with_what_is_better() -> None:
    """On a scale listed best first the first label has the highest position, and labels keep their declared values."""
    assert [read_mark(w, ATTITUDE, states=STATES).position for w in "1234"] == [0, 1, 2, 3]
    assert (read_mark("9", GCSE, states=STATES).position, read_mark("U", GCSE, states=STATES).position) == (9, 0)
    assert read_mark("5+", FINE, states=STATES).value == pytest.approx(16 / 3)


def test_numbers_and_their_positions() -> None:
    """Steps from the lowest where high is best, from the highest where low is best."""
    assert (read_mark("15", OUT_OF_20, states=STATES).value, read_mark("15", OUT_OF_20, states=STATES).position) == (
        15,
        15,
    )
    assert [read_mark(w, EFFORT, states=STATES).position for w in "1234"] == [3, 2, 1, 0]
    assert read_mark("62%", PERCENT, states=STATES).value == 62
    assert read_mark("5.0", OUT_OF_20, states=STATES).label == "5"


def test_nought_is_a_mark() -> None:
    """0 on a scale that has it is a mark, not a blank."""
    mark = read_mark("0", OUT_OF_20, states=STATES)
    assert (mark.state, mark.value, mark.label) == (MarkState.MARKED, 0, "0")


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        ("21", OUT_OF_20),
        ("-1", OUT_OF_20),
        ("15.5", OUT_OF_20),
        ("0.62", PERCENT),
        ("fifteen", OUT_OF_20),
        ("B+", FINE),
        ("10", FINE),
        ("5.12", TENTHS),
    ],
)
def test_off_the_scale(written: str, scale: Scale) -> None:
    """Beyond the ends, between the steps, or no mark at all: unclear, with a reason for the page."""
    mark = read_mark(written, scale, states=STATES)
    assert (mark.state, mark.code, mark.label, mark.value) == (MarkState.UNCLEAR, "R204", None, None)
    assert written in str(mark.reason)


def test_decimals_that_are_printed_are_allowed() -> None:
    """A scale printed with one decimal takes one decimal."""
    assert read_mark("5.1", TENTHS, states=STATES).value == 5.1


def test_decimal_commas_only_where_semicolons_separate() -> None:
    """`5,1` is a number in a semicolon file and off the scale elsewhere."""
    assert read_mark("5,1", TENTHS, states=STATES, comma=True).value == 5.1
    assert read_mark("5,1", TENTHS, states=STATES).state == MarkState.UNCLEAR


def test_states_and_blanks() -> None:
    """Spellings of states, capitals ignored; blank is not entered unless a school says otherwise."""
    assert [read_mark(w, FINE, states=STATES).state for w in ("abs", "NR", "nt", "")] == [
        MarkState.ABSENT,
        MarkState.NOT_REQUIRED,
        MarkState.NOT_TAUGHT,
        MarkState.NOT_ENTERED,
    ]
    blank = States.of(marks(states=(StateSpellings(state=MarkState.NOT_TAUGHT, spellings=("",)),)))
    assert read_mark("", FINE, states=blank).state == MarkState.NOT_TAUGHT


def test_a_label_is_a_mark_before_it_is_a_state() -> None:
    """X is a label on a scale that lists it, and absent on one that doesn't."""
    with_x = Scale(id="x", name="X", labels=(Label(label="X"), Label(label="Y")))
    assert read_mark("x", with_x, states=STATES).label == "X"
    assert read_mark("x", FINE, states=STATES).state == MarkState.ABSENT


@pytest.mark.parametrize("written", ["01/02/2026", "1-Feb", "2026-02-01", "Feb-26", "5-Apr"])
def test_marks_that_became_dates(written: str) -> None:
    """A date where a mark belongs says that Excel did it."""
    mark = read_mark(written, COMBINED, states=STATES)
    assert (mark.code, mark.state) == ("R225", MarkState.UNCLEAR)
    assert "Excel" in mark.remedy


def test_failed_formulas_are_states_only_where_a_school_says_so() -> None:
    """#N/A is unclear; a school whose lookups give #N/A for pupils without a mark may declare it."""
    assert read_mark("#N/A", FINE, states=STATES).code == "R224"
    declared = States.of(marks(states=(StateSpellings(state=MarkState.NOT_REQUIRED, spellings=("#N/A",)),)))
    assert read_mark("#N/A", FINE, states=declared).state == MarkState.NOT_REQUIRED


def test_the_remedy_names_the_nearest_label() -> None:
    """A mistyped label is guessed, a strange mark is not."""
    words = Scale(id="words", name="Words", labels=(Label(label="Emerging"), Label(label="Secure")))
    assert 'Did you mean "Secure"?' in read_mark("Secrue", words, states=STATES).remedy
    assert "Did you mean" not in read_mark("B+", FINE, states=STATES).remedy
