from __future__ import annotations

from drawn import SIZES, text_width
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.lettering import fitted, folded, width

LETTERS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=40)


@given(LETTERS)
def test_words_are_never_taken_for_narrower_than_they_are(text: str) -> None:
    """Measured with the shipped fonts: at most 2% short in either weight, so that labels kept apart stay apart."""
    for size, em in SIZES.items():
        for bold in (False, True):
            assert width(text, size, bold=bold) >= 0.98 * text_width(text, em, bold=bold) - 0.3  # type: ignore[arg-type]  # sizes are the named ones


def test_plain_english_is_measured_to_a_hair() -> None:
    """The table of widths is that of the shipped face."""
    text = "The quick brown fox jumps over the lazy dog, 0123456789 times (50%)."
    assert abs(width(text, "t3") - text_width(text, SIZES["t3"])) < 0.01


@given(LETTERS, st.floats(0, 60))
def test_a_text_that_is_shortened_fits_and_says_so(text: str, room: float) -> None:
    """It is whole, or ends in an ellipsis and fits, or there was no room at all."""
    short = fitted(text, room)
    assert short in (text, "") or (short.endswith("…") and width(short) <= room)


@given(LETTERS, st.floats(1, 60))
def test_folding_loses_no_word(text: str, room: float) -> None:
    """The words come back in order; a line is too long only when it is one word."""
    lines = folded(text, room)
    assert " ".join(lines).split() == text.split()
    assert all(width(line) <= room or " " not in line for line in lines)
