"""Class sheets for tests of pages: the exemplar, and the shortest, longest and strangest data around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportgen.model.document import Cell, ClassSheet, Column, Labelled, Origin, Row, Table
from reportgen.model.picture import Bars, Change, DotPlot

GRADES = tuple(f"{g}{s}" for g in range(1, 10) for s in ("−", "", "+"))
ATTITUDES = {"Excellent": 4, "Good": 3, "Mixed": 2, "Low": 1}

CLASS = (
    "Abbott, Freya|||108|8|5 5+ 6− 6|Good|92.6",
    "Adeyemi, Tobi|PP||110|6|5 5− 5 5|Excellent|95.7",
    "Ahmed, Zainab||EAL|99|5|5− 4+ 4+ 4+|Mixed|96.8",
    "Bielak, Łucja||EAL|100|6|4 4 4− 4+|Excellent|91.5",
    "Brennan, Callum|PP K||101|6|4+ 5− 5 5−|Good|88.3",
    "Chowdhury, Rafi||EAL|104|4|4− 4− 4 4|Mixed|96.8",
    "Clarke, Jasmine|||107|8|6+ 7− 7− 7|Good|95.7",
    "Davies, Siân|||92|2|2+ 2 2 2+|Mixed|92.6",
    "Demir, Yağmur||EAL|none|5|new new 4− 4−|Excellent|95.7",
    "Evans, Rhys|PP||106|8|5+ 5+ 6− 6−|Good|97.9",
    "Farouk, Ibrahim|PP|EAL|103|4|3+ 4− 4− 4|Good|93.6",
    "Grant, Maisie|K||98|5|4 4 4 4−|Mixed|92.6",
    "Hussain, Aaliyah|||112|7|6− 6 6 6+|Excellent|94.7",
    "Ionescu, Ștefan||EAL|101|7|absent 5− 5− 5−|Good|100.0",
    "Jenkins, Poppy|||92|2|3 3− 2+ 2+|Excellent|100.0",
    "Kamara, Joel|PP||101|5|4− 4 4+ 5−|Good|98.9",
    "Kowalska, Zofia||EAL|106|5|5− 5− 4+ 5|Excellent|95.7",
    "Lewis, Ethan|K||108|6|6− 5+ 5+ 5+|Good|98.9",
    "Mbeki, Thandi|PP||100|4|4− 3+ 3+ 3+|Good|92.6",
    "Morris, Alfie|||112|7|6 6+ 6+ 6−|Low|81.9",
    "Nguyễn, Minh Thư||EAL|98|5|3+ 3+ 4− 4|Good|94.7",
    "Okonkwo, Amara|PP||109|7|6 6 6 6−|Good|94.7",
    "Patel, Nikhil|||109|5|5− 5− 4+ 4+|Good|98.9",
    "Reid, Scarlett|||101|5|3+ 3+ 3+ 4−|Mixed|95.7",
    "Shah, Haris|||95|4|4 4− 3+ 3+|Excellent|94.7",
    "Taylor, Ellie-Mae|PP K||108|7|5+ 5 5+ absent|Low|71.3",
    "Udin, Samira||EAL|92|2|2− 2− 2 2+|Excellent|95.7",
    "Walsh, Declan|PP E||104|5|4+ 4+ 5− 5−|Excellent|86.2",
    "Young, Oscar|||105|6|4+ 5− 5− 5−|Excellent|96.8",
)
MOVEMENT = (
    Labelled(label="Up most", text="Łucja B (2), Zofia K (2)"),
    Labelled(label="Down", text="Alfie M (2), Callum B (1), Maisie G (1), Amara O (1)"),
    Labelled(label="No mark", text="Ellie-Mae T, absent"),
)
QUESTIONS = (
    "What did Łucja and Zofia do differently this term?",
    "Alfie is down two steps, with low attitude and 82% attendance. Who has spoken to him?",
    "Ellie-Mae has no mark and 71% attendance. How will she catch up?",
)
CAPTION = (
    "PP: pupil premium. SEN: K support, E plan. EAL: English as an additional language. "
    "Start: KS2 mathematics scaled score. Change: June to November, in thirds of a grade. Attendance: % so far."
)


def _mark(text: str, tone: str) -> Cell:
    if text in GRADES:
        return Cell.model_validate({"text": text, "tone": tone, "sort": GRADES.index(text)})
    return Cell(text=text, tone="soft")


def _change(before: str, now: str) -> Cell:
    if before not in GRADES or now not in GRADES:
        return Cell(text="no mark" if now not in GRADES else "new", tone="soft")
    steps = GRADES.index(now) - GRADES.index(before)
    said = f"up {steps}" if steps > 0 else f"down {-steps}" if steps < 0 else "same"
    text = f"+{steps}" if steps > 0 else f"−{-steps}" if steps < 0 else "0"
    return Cell(text=text, picture=Change(title=said, steps=steps, longest=3), sort=steps)


def pupil_row(line: str) -> Row:
    """A pupil from one line: name, PP and SEN, EAL, start, target, path, attitude, attendance.

    `"Walsh, Declan|PP E||104|5|4+ 4+ 5− 5−|Excellent|86.2"`; a `_` in a mark is a space.
    """
    name, flags, eal, start, target, path, attitude, attendance = line.split("|")
    marks = [mark.replace("_", " ") for mark in path.split()]
    filled = ATTITUDES.get(attitude)
    return Row(
        cells=(
            Cell(text=name),
            Cell(text="PP" if "PP" in flags else "", tone="mark"),
            Cell(text=flags.removeprefix("PP").strip(), tone="mark"),
            Cell(text=eal, tone="mark"),
            Cell(text=start, tone="soft" if start == "none" else "plain"),
            Cell(text=target),
            *(_mark(mark, "soft") for mark in marks[:-1]),
            _mark(marks[-1], "now"),
            _change(marks[-2], marks[-1]),
            Cell(text=attitude, sort=filled, picture=Bars(title=f"{filled} of 4", filled=filled, of=4, small=True))
            if filled
            else Cell(text=attitude, tone="soft"),
            Cell(text=attendance),
            Cell(),
        )
    )


def register(lines: Sequence[str], earlier: Sequence[str] = ("Feb", "Apr", "Jun")) -> Table:
    """The table of pupils."""
    return Table(
        caption=CAPTION,
        rows=tuple(pupil_row(line) for line in lines),
        columns=(
            Column(head="Pupil", role="name"),
            *(Column(head=h, role="flag") for h in ("PP", "SEN", "EAL")),
            Column(head="Start", role="start", numeric=True),
            Column(head="Target", role="target"),
            *(Column(head=h, role="earlier") for h in earlier),
            Column(head="Nov", role="now"),
            Column(head="Change", role="change"),
            Column(head="Attitude", role="attitude"),
            Column(head="Attendance", role="attendance", numeric=True),
            Column(head="Notes", role="notes"),
        ),
    )


def shape(**changes: Any) -> DotPlot:
    """The exemplar's distribution."""
    given: dict[str, Any] = {
        "title": "One dot a pupil, by grade, in November and in June. Middle pupil 5− in November and 4+ in June.",
        "axis": "Grade",
        "places": GRADES[3:21],
        "named": tuple((3 * n, 3 * n + 2, str(n + 2)) for n in range(6)),
        "now_name": "November",
        "now": (0, 0, 3, 0, 0, 2, 3, 3, 3, 5, 2, 1, 3, 1, 1, 0, 1, 0),
        "before_name": "June",
        "before": (0, 2, 1, 0, 0, 3, 4, 2, 4, 3, 2, 2, 2, 2, 1, 1, 0, 0),
    }
    return DotPlot(**{**given, **changes})


def class_sheet(**changes: Any) -> ClassSheet:
    """The exemplar: 29 pupils of 10B/Ma2, not a draft."""
    given: dict[str, Any] = {
        "key": "10b-ma2-maths",
        "path": "staff/classes/10b-ma2-maths",
        "title": "10B/Ma2 Mathematics, November 2026, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": Origin(collection="November 2026", collected_on=date(2026, 11, 13)),
        "draft": False,
        "heading": "10B/Ma2 Mathematics",
        "subtitle": (
            "Ms Hughes. 29 pupils. Working-at grades collected 13 November 2026, beside February, April "
            "and June. Northfield Academy."
        ),
        "shape_heading": "Middle pupil at 5−, from 4+ in June",
        "shape": shape(),
        "movement_heading": "Since June: 11 up, 13 the same, 4 down",
        "movement": MOVEMENT,
        "movement_note": ("One step (a third of a grade), once, is too small to call a change."),
        "questions": QUESTIONS,
        "pupils": register(CLASS),
    }
    return ClassSheet(**{**given, **changes})


def of_size(pupils: int, **changes: Any) -> ClassSheet:
    """A class of so many pupils, each with a name of their own."""
    lines = [CLASS[n % len(CLASS)].replace("|", f" {n}|", 1) for n in range(pupils)]
    return class_sheet(**{"pupils": register(lines), **changes})


def barest() -> ClassSheet:
    """One pupil, a mark and nothing else: no earlier marks, attitude, attendance or groups, nothing to ask."""
    columns = (Column(head="Pupil", role="name"), Column(head="Mark", role="now"), Column(head="Notes", role="notes"))
    rows = (Row(cells=(Cell(text="0417"), Cell(text="14", tone="now", sort=14), Cell())),)
    return class_sheet(
        subtitle="1 pupil. Mark collected 13 November 2026. Northfield Academy.",
        shape_heading="",
        shape=None,
        movement_heading="",
        movement=(),
        movement_note="",
        questions=(),
        pupils=Table(caption="", columns=columns, rows=rows),
    )


def longest() -> ClassSheet:
    """32 pupils with the longest names, every state, the longest findings."""
    surname = "Featherstonehaugh-Cholmondeley"
    lines = [line.replace("|", f" {n}|", 1) for n, line in enumerate((*CLASS, *CLASS[:3]))]
    lines[0] = (
        f"{surname}, Maximiliana-Alexandrina|PP K|EAL|108|8"
        "|not_taught being_checked held_back not_given|Held back|100.0"
    )
    lines[7] = f"{surname}, Wilhelmina|PP E|EAL|108|8|new new new 7|Not given|100.0"
    return class_sheet(
        pupils=register(lines),
        heading="10X/Dt-FoodPrepNut3 Food preparation and nutrition",
        subtitle="Mrs Fotheringham-Wolstenholme and Mr Llanfairpwllgwyngyll. 32 pupils. Working-at grades "
        "collected 13 November 2026, beside February, April and June. "
        "St Northfield and All Saints’ Church of England Academy.",
        movement=(
            Labelled(
                label="Up most",
                text=(
                    "Łucja B (2), Zofia K (2), Maximiliana-Alexandrina F (2), Declan W (2), Oscar Y (2), "
                    "Samira U (2) and 3 more"
                ),
            ),
            Labelled(
                label="Down",
                text=(
                    "Alfie M (2), Callum B (1), Maisie G (1), Amara O (1), Maximiliana-Alexandrina F (1), "
                    "Rhys E (1) and 2 more"
                ),
            ),
            Labelled(
                label="No mark",
                text="Ellie-Mae T, absent; Maximiliana-Alexandrina F, held back; Poppy J, not taught; 3 more",
            ),
        ),
    )


def strangest() -> ClassSheet:
    """Names that are markup, formulas and mathematics."""
    lines = (
        "O'Brien, <b>Bob</b>|||=1+1|5|5 5 5 5|Good|92.6",
        'X" onload="alert(1), $x$ {{ 7*7 }}|||100|5|5 5 5 5|<i>|92.6',
    )
    return class_sheet(
        pupils=register(lines),
        heading="<script>alert(1)</script> & Français",
        draft=True,
        title="Class <b> & “quotes”",
        questions=("{% raw %} What did Zoë’s & Ștefan’s group do?",),
        flag_key="PP: pupil premium & <b>SEN</b>.",
    )
