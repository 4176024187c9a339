"""Pupils whose mark here stands well above or below what they have in their other subjects."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.picture import Change
from reportgen.packs.material import Record, origin_of
from reportgen.packs.subject_year import SubjectYear, signed_steps, steps_text
from reportgen.packs.words import count, number, say, sentence, small_number

MOST = 10
"""Pupils named each way."""
CODE = 5
"""Letters of a mark that a narrow column has room for."""
SHORTEST_BAR = 6.0
"""Steps the longest bar stands for at least, so that a small difference does not look large."""


def apart(of: SubjectYear) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """OWN_PATTERN rows well above, and well below, furthest first."""
    beyond = of.material.project.packs.staff.own_pattern
    known = [row for row in of.patterns if row.usual is not None and row.pupil in of.by_key]
    above = sorted((row for row in known if row.usual >= beyond), key=lambda row: -row.usual)
    below = sorted((row for row in known if row.usual <= -beyond), key=lambda row: row.usual)
    return tuple(above), tuple(below)


def patterns_part(of: SubjectYear) -> Part | None:
    """Who stands apart from their own pattern; None where nobody's can be told."""
    if not of.patterns:
        return None
    above, below = apart(of)
    beyond = steps_text(of.material.project.packs.staff.own_pattern)
    if not above and not below:
        lead = say("patterns none lead", pupils=count("pupils", len(of.patterns)), beyond=beyond)
        return Part(id="patterns-none", heading=say("patterns none"), lead=lead)
    shown = (*above[:MOST], *below[:MOST])
    longest = max(SHORTEST_BAR, *(abs(row.usual) for row in shown))
    has_class = any(row.class_id for _, row in of.members)
    table = Table(
        caption=_caption(of, beyond),
        columns=(
            Column(head=say("pupil"), role="name"),
            *([Column(head=say("class"), role="class")] if has_class else []),
            Column(head=say("mark head"), role=_role(of, shown, "label")),
            Column(head=say("target head"), role=_role(of, shown, "target_label")),
            Column(head=say("distance here"), role="steps", numeric=True),
            Column(head=say("distance elsewhere"), role="steps", numeric=True),
            Column(head=say("other subjects"), role="n", numeric=True),
            Column(head=say("beyond usual"), role="beyond"),
        ),
        rows=tuple(_row(of, row, longest, has_class=has_class) for row in shown),
    )
    return Part(
        id="patterns", heading=_heading(len(above), len(below)), table=table, note=_note(len(above), len(below))
    )


def _caption(of: SubjectYear, beyond: str) -> str:
    """What is counted, with how far pupils of this subject are from their others on the whole."""
    first = of.patterns[0]
    whole = first.own - first.usual
    key = "patterns same" if abs(whole) < 0.05 else "patterns higher" if whole > 0 else "patterns lower"  # noqa: PLR2004  # less than a decimal shows
    return say("patterns caption", beyond=beyond, whole=say(key, steps=steps_text(whole)))


def _role(of: SubjectYear, shown: Sequence[Record], name: str) -> str:
    """`mark` for codes, `words` for labels that need more room."""
    longest = max(len(getattr(of.by_key[row.pupil][1], name) or "") for row in shown)
    return "mark" if longest <= CODE else "words"


def _row(of: SubjectYear, pattern: Record, longest: float, *, has_class: bool) -> Row:
    pupil, row = of.by_key[pattern.pupil]
    here = row.distance or 0.0
    elsewhere = here - pattern.own
    title = say("pattern above" if pattern.usual > 0 else "pattern below", steps=steps_text(pattern.usual))
    picture = Change(title=title, steps=pattern.usual, longest=longest)
    cells = (
        Cell(text=pupil.register_name),
        *([Cell(text=row.class_id or "")] if has_class else []),
        Cell(text=row.label, tone="now", sort=row.position, origin=origin_of(row)),
        Cell(text=row.target_label or ""),
        Cell(text=signed_steps(here), sort=here),
        Cell(text=signed_steps(elsewhere), sort=elsewhere),
        Cell(text=number(pattern.others), tone="soft"),
        Cell(text=signed_steps(pattern.usual), picture=picture, sort=pattern.usual),
    )
    return Row(cells=cells)


def _heading(above: int, below: int) -> str:
    """`Seven pupils are well above their own pattern elsewhere, three well below`."""
    if above:
        first = count("patterns above", above, n=small_number(above))
        return sentence(f"{first}{say('patterns and below', n=small_number(below)) if below else ''}")
    return sentence(count("patterns below", below, n=small_number(below)))


def _note(above: int, below: int) -> str:
    """One mark is one mark; and who has no room."""
    more = [
        sentence(count(key, n - MOST, n=small_number(n - MOST)))
        for key, n in (("more above", above), ("more below", below))
        if n > MOST
    ]
    return " ".join((*more, say("patterns note")))


def names_apart(of: SubjectYear, rows: Sequence[Record], most: int) -> list[str]:
    """Full names of the first few."""
    return [of.by_key[row.pupil][0].full_name for row in rows[:most]]
