"""Finding names in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.render import NameIndex
from reportgen.render.folding import folded, squeezed

INDEX = NameIndex.of(
    [
        ("1", "Callum Brennan"), ("2", "Séan O’Brien"), ("3", "Ann Smith"), ("4", "April"), ("5", "P0418"),
        ("6", "Minh Thư Nguyễn"), ("7", "Callum Brennan Jones"), ("8", "أمينة خان"), ("9", "Jean-Luc D'Arcy"),
    ],
    ["Mr Patel", "Callum Brennan-Smith"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Well done, Callum Brennan.", ("callum brennan",)),
        ("callum\nBRENNAN", ("callum brennan",)),
        ("Callum Brennan’s work", ("callum brennan",)),
        ("Callum Brennan Jones is here", ("callum brennan jones",)),
        ("Callum Brennan-Smith teaches", ()),
        ("Sean O'Brien and SÉAN O’BRIEN’S bag", ("sean obrien",)),
        ("Sea\u0301n O`Brien", ("sean obrien",)),
        ("Ann\u00a0Smith", ("ann smith",)),
        ("Ann, Smith", ("ann smith",)),
        ("Ann Smithson", ()),
        ("Joann Smith", ()),
        ("in April", ()),
        ("see p0418", ("p0418",)),
        ("Minh Thu Nguyen", ("minh thu nguyen",)),
        ("قالت أمينة خان", (" ".join(folded("أمينة خان")),)),
        ("Jean-\nLuc D’Arcy", ("jean luc darcy",)),
        ("Callum", ()),
        ("Brennan Callum", ()),
    ],
)  # fmt: skip
def test_names_are_found_however_they_are_written(text: str, found: tuple[str, ...]) -> None:
    """Case, accents, apostrophes, possessives and line breaks hide nobody; parts of words are not names."""
    assert INDEX.others_in(text, own=()) == found


def test_own_names_are_passed_over_whole() -> None:
    """A pupil's own longer name covers another's shorter one inside it, and no more."""
    assert INDEX.others_in("Ann Smith-Jones works", own=("Ann Smith-Jones",)) == ()
    assert INDEX.others_in("Ann Smith and Ann Smith-Jones", own=("Ann Smith-Jones",)) == ("ann smith",)


@given(st.text(), st.text())
def test_any_name_in_any_text_is_found(before: str, after: str) -> None:
    """Whatever stands round a name, set apart by spaces, it is found."""
    assert "callum brennan" in " ".join(INDEX.others_in(f"{before} Callum Brennan . {after}", own=()))


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    """Folding what is folded changes nothing."""
    once = folded(text)
    assert folded(" ".join(once)) == once
    assert squeezed(squeezed(text)) == squeezed(text)


def test_a_large_school_costs_what_a_small_one_does() -> None:
    """Words are looked up, names are not gone through: a text is read once however many pupils there are."""
    calls = 0

    class Counting(dict[str, tuple[tuple[str, ...], ...]]):
        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]  # counts look-ups
            nonlocal calls
            calls += 1
            return super().get(key, default)

    small = NameIndex.of([(str(n), f"Pupil{n} Name{n}") for n in range(5000)], [])
    watched = NameIndex(pupils=Counting(small.pupils), staff=small.staff)
    watched.others_in("one two three four five", own=())
    assert calls == 5
