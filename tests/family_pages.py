"""Families' reports for tests of pages: the exemplar, and the shortest, longest and strangest data around it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from reportgen.model.document import (
    AttendancePart,
    Cell,
    Column,
    GuideItem,
    Key,
    KeyRow,
    Labelled,
    Origin,
    ParentReport,
    Row,
    Run,
    Table,
)
from reportgen.model.drawing import Drawing, Shape, Words
from reportgen.model.picture import Bars, Day, DayNote, DayStrip, ExampleStrip, Picture, Strip

ATTITUDES = {"Excellent": 4, "Good": 3, "Mixed": 2, "Low": 1}
GRADES = ("3−", "3", "3+", "4−", "4", "4+", "5−", "5", "5+", "6−", "6", "6+", "7−", "7", "7+")
ABSENT_DAYS = {date(2026, 9, 21): "whole", date(2026, 9, 22): "whole", date(2026, 11, 5): "half"}

COLUMNS = (
    Column(head="Subject", role="subject"),
    Column(head="Teacher", role="teacher"),
    Column(head="Attitude to learning", role="attitude"),
    Column(head="Last three reports", role="path"),
    Column(head="Now", role="now"),
    Column(head="Year 11 target", role="target"),
    Column(head="Progress", role="progress"),
)

AMARAS = (
    "English language|Mrs Adeyemi|Excellent|5 5 5+ 6−|6|Above expected",
    "English literature|Mrs Adeyemi|Good|5 5− 5 5|6|As expected",
    "Mathematics|Ms Hughes|Good|6 6 6 6−|7|Below expected",
    "Biology|Dr Lindqvist|Excellent|5− 5 5 6−|6|Above expected",
    "Chemistry|Mr Thapa|Mixed|5 5 5− 5−|6|Below expected",
    "Physics|Mr Thapa|Good|- 5− 5− 5|6|As expected",
    "Geography|Miss Rowlands|Good|5 5 5+ 5+|6|As expected",
    "Spanish|Sra. Castaño|Excellent|4+ 5 5+ 6|6|Above expected",
    "Art and design|Mr O’Connell|Good|6 6 6 -|7|No mark: absent",
)
GLANCE = (
    Labelled(
        label="Going well",
        text=(
            "Amara’s English language, biology and Spanish are above what we usually see from pupils with the same "
            "start. Her teachers in these three subjects say her attitude is excellent."
        ),
    ),
    Labelled(
        label="To work on",
        text=("Mathematics and chemistry are below what we expected. Chemistry has slipped a little since the summer."),
    ),
    Labelled(label="Attendance", text="Amara has missed 2½ days of 47. She has been late three times."),
)
NEXT_STEPS = (
    "Chemistry: finish the two missed homework tasks by 4 December.",
    "Mathematics: come to help club on Tuesdays, 3.15 to 4 pm, room 14.",
    "Art: hand in the portrait study, so that Mr O’Connell can mark it.",
)


def subject_row(line: str) -> Row:
    """`"Physics|Mr Thapa|Good|- 5− 5− 5|6|As expected"`: the last of the path is the mark now, `-` is none."""
    subject, teacher, attitude, path, target, progress = line.split("|")
    points = tuple(None if mark == "-" else float(GRADES.index(mark)) for mark in path.split())
    said = ", ".join("no mark" if mark == "-" else mark for mark in path.split())
    now = path.split()[-1]
    filled = ATTITUDES.get(attitude)
    return Row(
        cells=(
            Cell(text=subject),
            Cell(text=teacher),
            Cell(text=attitude, picture=Bars(title=f"{filled} of 4", filled=filled, of=4))
            if filled
            else Cell(text=attitude, tone="soft"),
            Cell(picture=Strip(title=f"Last three reports and now: {said}", points=points)),
            Cell(text="–", tone="soft") if now == "-" else Cell(text=now, tone="now"),
            Cell(text=target),
            Cell(text=progress, tone="soft" if progress.startswith("No ") else "plain"),
        )
    )


def subjects(*lines: str) -> Table:
    """A subjects table of these lines."""
    return Table(
        caption="Grades run from 9 (highest) to 1. Page 2 explains each column.",
        columns=COLUMNS,
        rows=tuple(subject_row(line) for line in lines),
    )


def attendance() -> AttendancePart:
    """47 school days with three marks above the line, and the half-days the law asks for."""
    first = date(2026, 9, 3)
    half_term = (date(2026, 10, 26), date(2026, 10, 30))
    every = [first + timedelta(days=n) for n in range(72)]
    days = [d for d in every if d.weekday() < 5 and not half_term[0] <= d <= half_term[1]][:47]
    return AttendancePart(
        sentence="Amara has been in school for 44½ of 47 days. That is 94.7% so far this year.",
        days=DayStrip(
            title=(
                "The 47 school days from 3 September to 13 November, one mark a day. Amara was ill on 21 and "
                "22 September and missed half of 5 November with no reason given."
            ),
            days=tuple(
                Day.model_validate({"on": d, "missed": ABSENT_DAYS.get(d, "none"), "authorised": d.month == 9})
                for d in days
            ),
            notes=(
                DayNote(on=date(2026, 9, 21), text="21 and 22 September: ill"),
                DayNote(on=date(2026, 11, 5), text="5 November: half a day"),
            ),
            months=(
                DayNote(on=days[0], text="September"),
                DayNote(on=date(2026, 10, 1), text="October"),
                DayNote(on=date(2026, 11, 2), text="November"),
            ),
        ),
        table=Table(
            caption="Half-days from 3 September to 13 November 2026",
            columns=tuple(
                Column(head=head, role=role)
                for head, role in (
                    ("Possible", "possible"),
                    ("Attended", "attended"),
                    ("Missed, with permission", "authorised"),
                    ("Missed, without permission", "unauthorised"),
                    ("Times late", "late"),
                )
            ),
            rows=(Row(cells=tuple(Cell(text=t) for t in ("94", "89 (94.7%)", "4 (4.3%)", "1 (1.1%)", "3"))),),
        ),
    )


KEYS = (
    Key(
        caption="Attitude to learning: how Amara works, not how high her marks are",
        rows=tuple(
            KeyRow(label=word, meaning=meaning, picture=Bars(title=f"{n} of 4", filled=n, of=4))
            for (word, n), meaning in zip(
                ATTITUDES.items(),
                (
                    "Works hard in every lesson and does more than is asked.",
                    "Works well, tries hard and asks for help when stuck.",
                    "Works well at times. Effort changes from lesson to lesson.",
                    "Often does not start or finish work. We will have called you.",
                ),
                strict=True,
            )
        ),
    ),
)
GUIDE = (
    GuideItem(
        label="Last three reports",
        text="A higher dot is a higher grade. A dash means no mark. A small dip is normal.",
        picture=ExampleStrip(
            title="Example: last three reports 5, 5+ and 5, and 6 now",
            points=(7, 8, 7, 10),
            past="last three reports",
            now="now",
        ),
    ),
    GuideItem(label="Now", text="The GCSE grade Amara works at today. 5+ is a high 5 and 5− is a low 5."),
    GuideItem(label="Year 11 target", text="A hard but possible grade for the summer of 2028. It is not a limit."),
    GuideItem(label="Progress", text="Amara’s mark now, next to pupils here with the same Year 6 results."),
)
TALK = (
    (Run(text="Parents’ evening is on "), Run(text="Thursday 3 December", strong=True), Run(text=", 4 to 7 pm.")),
    (
        Run(
            text=(
                "Book on the school website or ring 0113 496 0100. To talk sooner, ring Mr Patel. "
                "Please ask if you would like an interpreter."
            )
        ),
    ),
    (
        Run(text="Progress in Year 10: "),
        Run(text="Mrs Adeyemi", strong=True),
        Run(text=", head of year, 0113 496 0101 or y10@northfield.example."),
    ),
)
QUESTIONS = (
    "What helped Amara do so well in Spanish?",
    "What has made chemistry harder since the summer?",
    "What can we do at home for mathematics?",
)


def parent_report(**changes: Any) -> ParentReport:
    """The exemplar: Amara Okonkwo, nine subjects, attendance, not a draft."""
    given: dict[str, Any] = {
        "key": "0123456789abcdef",
        "path": "parents/0123456789abcdef",
        "title": "Autumn report for Amara Okonkwo, Year 10, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": Origin(collection="November 2026", collected_on=date(2026, 11, 13)),
        "draft": False,
        "report_name": "Autumn report, Year 10",
        "pupil_name": "Amara Okonkwo",
        "lines": (
            "Form 10R. Tutor: Mr Patel. Marks collected on 13 November 2026.",
            "Questions? Ring Mr Patel on 0113 496 0182 or write to 10r@northfield.example.",
        ),
        "glance": GLANCE,
        "next_steps": NEXT_STEPS,
        "subjects": subjects(*AMARAS),
        "attendance": attendance(),
        "keys": KEYS,
        "guide": GUIDE,
        "talk": TALK,
        "questions": QUESTIONS,
    }
    return ParentReport(**{**given, **changes})


def shortest() -> ParentReport:
    """One subject, no names, no attendance, nothing to ask."""
    return parent_report(
        pupil_name="P0417",
        title="Autumn report, Northfield Academy",
        lines=("Marks collected on 13 November 2026.",),
        glance=(Labelled(label="Going well", text="There is a mark in one subject."),),
        next_steps=(),
        attendance=None,
        keys=(),
        guide=(GuideItem(label="Mark", text="Marks out of 20."),),
        talk=(),
        questions=(),
        subjects=Table(
            caption="Page 2 explains each column.",
            columns=(Column(head="Subject", role="subject"), Column(head="Mark", role="now")),
            rows=(Row(cells=(Cell(text="Mathematics"), Cell(text="14", tone="now"))),),
        ),
    )


LONGEST = (
    *AMARAS,
    "Design and technology: food preparation|Mrs Fotheringham-Wolstenholme|Excellent|5 5 5+ 6−|6|Well above expected",
    "Religious studies|Mr Featherstonehaugh and Ms Llewellyn-Pryce-Jones|Mixed|- - - 4|5|Below expected",
    "Computer science|Dr Lindqvist|Held back|5 5 5 -|6|No mark: held back",
    "Physical education (GCSE)|Mr Thapa|Absent|- - - -|6|No mark: joined later",
    "Personal, social, health and economic education|Miss Rowlands|Low|4 4− 3+ 3|5|No target",
)


def longest(**changes: Any) -> ParentReport:
    """14 subjects, long double-barrelled names, every state."""
    name = "Maximiliana-Alexandrina Featherstonehaugh-Cholmondeley"
    states = GuideItem(
        label="No mark",
        text=(
            "Absent: Maximiliana-Alexandrina was not in school for this work. Held back: please ask us about this "
            "mark. Joined later: Maximiliana-Alexandrina joined after marks closed."
        ),
    )
    given: dict[str, Any] = {
        "pupil_name": name,
        "title": f"Autumn report for {name}, Year 10, Northfield Academy",
        "subjects": subjects(*LONGEST),
        "long": True,
        "guide": (*GUIDE, states),
        "draft": True,
    }
    return parent_report(**{**given, **changes})


def strangest() -> ParentReport:
    """Names that are markup, formulas and mathematics; scripts the shipped face does not have."""
    return parent_report(
        pupil_name="O'Brien <b> =SUM(1) $x$ {{ 7*7 }}",
        title='Autumn report for O\'Brien <b> & "co"',
        draft=True,
        subjects=subjects(
            "Français & “littérature” <script>alert(1)</script>|Nguyễn Thị Thư|Excellent|5 5 5+ 6−|6|Above expected",
            "Polish: Łódź żółć|Yağmur Şahin|Good|5 5− 5 5|6|As expected",
            "{% raw %}|' onload=alert(1) x='|Good|5 5− 5 5|6|=1+1",
        ),
    )


def plain(picture: Picture) -> Drawing:
    """A stand-in for charts: a box with its title, with words where a picture has some."""
    return Drawing(
        title=picture.title,
        width=8,
        height=4,
        shapes=(Shape(d="M0 0h8v4h-8z", fill="ink", stroke="mid", width=0.2, dashed=True, round_caps=True),),
        words=(Words(x=1, y=3, text="now", size="t3", paint="accent", bold=True, anchor="end"),)
        if picture.kind == "example"
        else (),
    )
