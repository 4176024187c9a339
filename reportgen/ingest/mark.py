"""What a cell says on a scale: a mark, why there is none, or that it can't be trusted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportgen.ingest.table import ERROR_TEXTS
from reportgen.ingest.text import fold_mark
from reportgen.model.scale import Marks, MarkState, Scale

_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?$")
_COMMA_NUMBER = re.compile(r"^[+-]?\d+,\d+$")
_TRAILING_ZEROS = re.compile(r"^(-?\d+)\.0+$")
_DATE_LIKE = re.compile(
    r"^(?:\d{4}-\d{2}-\d{2}(?: .*)?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}[- ][A-Za-z]{3}(?:[- ]\d{2,4})?|[A-Za-z]{3}[- ]\d{2,4})$",
)
_NEAR_ENOUGH = 1e-6
_SHOWN_LABELS = 12


@dataclass(frozen=True)
class Understood:
    """A cell understood. `code` and `remedy` make the problem of an unclear one; `reason` is what the page says."""

    state: MarkState
    label: str | None = None
    value: float | None = None
    position: float | None = None
    reason: str | None = None
    code: str = ""
    expected: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class States:
    """States by folded spelling."""

    by_spelling: Mapping[str, MarkState]

    @classmethod
    def of(cls, marks: Marks) -> States:
        """The spellings of the settings; an empty cell is `not entered` unless they say otherwise."""
        made = {fold_mark(s): given.state for given in marks.states for s in given.spellings}
        return cls({"": MarkState.NOT_ENTERED, **made})


@dataclass(frozen=True)
class _Labels:
    exact: Mapping[str, int]
    folded: Mapping[str, int]


@lru_cache(maxsize=256)
def _labels(scale: Scale) -> _Labels:
    exact: dict[str, int] = {}
    folded: dict[str, int] = {}
    twice = set()
    for index, label in enumerate(scale.ordered()):
        for spelling in (label.label, *label.also):
            exact.setdefault(spelling, index)
            key = fold_mark(spelling)
            if folded.setdefault(key, index) != index:
                twice.add(key)
    return _Labels(exact, {k: v for k, v in folded.items() if k not in twice})


_SHORTEST_WORD = 3
"""Letters up to which a mark is a code and not a word."""


def read_mark(written: str, scale: Scale | None, *, states: States, comma: bool = False) -> Understood:
    """The mark a cell holds: labels (and numbers) of the scale first, then the spellings of states.

    `comma`: a decimal comma is one, as in files separated by semicolons. Without a scale only states are understood.
    """
    if scale is not None and written:
        found = _label(written, scale) if scale.kind == "labels" else _number(written, scale, comma=comma)
        if found is not None:
            return found
    state = states.by_spelling.get(fold_mark(written))
    if state is not None:
        return Understood(state)
    if written in ERROR_TEXTS:
        return Understood(
            MarkState.UNCLEAR,
            reason="the spreadsheet formula failed",
            code="R224",
            expected="a mark",
            remedy="Correct the formula in the file.",
        )
    if scale is None:
        return Understood(MarkState.UNCLEAR, reason="no scale is set for it", code="R226")
    return _unclear(written, scale)


def _label(written: str, scale: Scale) -> Understood | None:
    labels = _labels(scale)
    folded = fold_mark(written)
    bare = _TRAILING_ZEROS.match(folded)
    tries = (labels.exact.get(written), labels.folded.get(folded), labels.folded.get(bare[1]) if bare else None)
    index = next((i for i in tries if i is not None), None)
    if index is None:
        return None
    label = scale.ordered()[index]
    return Understood(MarkState.MARKED, label.label, label.value, float(index))


def _number(written: str, scale: Scale, *, comma: bool) -> Understood | None:
    text = written.strip()
    for unit in (scale.unit, "%" if scale.unit == "percent" else ""):
        text = text.removesuffix(unit).strip() if unit else text
    if comma and _COMMA_NUMBER.match(text):
        text = text.replace(",", ".")
    text = text.replace("−", "-")
    if not _NUMBER.match(text):
        return None
    value = float(text)
    return _on_scale(value, scale) if _allowed(value, scale) else None


def _allowed(value: float, scale: Scale) -> bool:
    """Within the ends, and a whole number of steps from the lowest or of no more decimals than are printed."""
    if (scale.lowest is not None and value < scale.lowest) or (scale.highest is not None and value > scale.highest):
        return False
    if scale.step is None:
        return True
    steps = (value - (scale.lowest or 0)) / scale.step
    fine = value * 10**scale.decimals
    return abs(steps - round(steps)) < _NEAR_ENOUGH or (scale.decimals > 0 and abs(fine - round(fine)) < _NEAR_ENOUGH)


def _on_scale(value: float, scale: Scale) -> Understood:
    step = scale.step or 1
    low_is_best = scale.best in ("first", "lowest")
    position = ((scale.highest or 0) - value) / step if low_is_best else (value - (scale.lowest or 0)) / step
    printed = f"{value:.{scale.decimals}f}"
    return Understood(MarkState.MARKED, printed if float(printed) == value else format(value, ".15g"), value, position)


def what_is_on(scale: Scale) -> str:
    """The scale in a few words: its name and what may be written."""
    if scale.kind == "numbers":
        ends = [f"{end:g}" for end in (scale.lowest, scale.highest) if end is not None]
        every = f" in steps of {scale.step:g}" if scale.step and scale.step != 1 else ""
        return f"a number of scale {scale.id}" + (f", {' to '.join(ends)}" if ends else "") + every
    labels = [label.label for label in scale.labels]
    more = ", ..." if len(labels) > _SHOWN_LABELS else ""
    return f"a mark of scale {scale.id} ({', '.join(labels[:_SHOWN_LABELS])}{more})"


def _is_word(written: str) -> bool:
    """Whether a mark is long enough and of letters only, so that a likeness means a slip of the pen."""
    return len(written) > _SHORTEST_WORD and written.isalpha()


def _unclear(written: str, scale: Scale) -> Understood:
    expected = what_is_on(scale)
    if _DATE_LIKE.match(written):
        remedy = "Excel turned the mark into a date: format the column as text and enter it again, or export as CSV."
        return Understood(
            MarkState.UNCLEAR,
            reason="the file holds a date where a mark belongs",
            code="R225",
            expected=expected,
            remedy=remedy,
        )
    near = difflib.get_close_matches(
        fold_mark(written), [fold_mark(label.label) for label in scale.labels], n=1, cutoff=0.6
    )
    # Words may be misspelt; a grade is never guessed: 10 is no nearer to 1 than to 9.
    shown = next(
        (
            label.label
            for label in scale.labels
            if near and fold_mark(label.label) == near[0] and near[0][0] == fold_mark(written)[:1] and _is_word(written)
        ),
        "",
    )
    remedy = (f'Did you mean "{shown}"? ' if shown else "") + "Correct the cell, or add the spelling to scales.yaml."
    return Understood(
        MarkState.UNCLEAR, reason=f"“{written}” is not on the scale", code="R204", expected=expected, remedy=remedy
    )
