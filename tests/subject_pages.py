"""Subject packs for tests of pages: the exemplar, and the shortest, longest and strangest data around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportgen.model.document import Cell, Column, Origin, Part, Row, StaffPack, Table
from reportgen.model.picture import Change, Range

CLASSES = (
    "10A/Ma1|Mr Osei|31|0.5|0.4|-0.2 1.0",
    "10A/Ma2|Mrs Varga|29|0.2|0.1|-0.5 0.7",
    "10A/Ma3|Mr Doyle|27|-0.4|-0.3|-0.9 0.3",
    "10A/Ma4|Miss Clegg|18|-0.9|-0.7|-1.4 0.0",
    "10B/Ma1|Dr Rahman|30|0.7|0.6|0.1 1.1",
    "10B/Ma2|Ms Hughes|29|1.0|0.8|0.3 1.4",
    "10B/Ma3|Mr Pryce|26|-1.1|-0.9|-1.5 -0.3",
    "10B/Ma4|Miss Clegg|12|-0.5|-0.3|-1.1 0.5",
)
GRADES = tuple("123456789")
MOVES = {
    ("1", "1"): 2, ("1", "2"): 1, ("2", "1"): 1, ("2", "2"): 6, ("2", "3"): 4, ("3", "2"): 3, ("3", "3"): 17,
    ("3", "4"): 9, ("3", "5"): 1, ("4", "3"): 5, ("4", "4"): 24, ("4", "5"): 13, ("5", "4"): 4, ("5", "5"): 27,
    ("5", "6"): 10, ("5", "7"): 1, ("6", "5"): 5, ("6", "6"): 19, ("6", "7"): 8, ("7", "6"): 3, ("7", "7"): 15,
    ("7", "8"): 5, ("8", "7"): 2, ("8", "8"): 9, ("8", "9"): 2, ("9", "8"): 1, ("9", "9"): 4,
}  # fmt: skip
READING = (
    "Read along a row: of the 42 pupils at 4 in June, 24 are still there, 13 are at 5 and 5 are at 3.",
    "The tinted line is no change. Bold, to its right, is up.",
    "Up by two or more: Kai Osborne (3 to 5, 10A/Ma3) and Leila Haddad (5 to 7, 10B/Ma1).",
)
GAPS = (
    "Pupil premium|54|4.3|148|4.9|-0.6|-1.1 -0.2",
    "SEN support|31|4.0|162|4.9|-0.9|-1.4 -0.3",
    "Education, health and care plan|9|3.4|162|4.9|-1.4|-2.4 -0.5",
    "English as an additional language|41|4.7|161|4.8|-0.1|-0.5 0.4",
    "Girls|99|4.8|103|4.7|0.2|-0.2 0.6",
    "Born May to August|68|4.6|134|4.8|-0.2|-0.6 0.2",
    "Joined since Year 7|14|4.5|188|4.8|-0.3|-1.1 0.5",
)
PATTERNS = (
    "Osborne, Kai|10A/Ma3|6|5|3.0|-0.4|8|3.4",
    "Haddad, Leila|10B/Ma1|7|6|3.0|-0.2|8|3.2",
    "Grant, Maisie|10A/Ma4|3+|5|-5.0|0.6|8|-5.6",
    "Nguyễn, Minh Thư|10B/Ma2|4−|5|-4.0|0.1|7|-4.1",
)
QUESTIONS = (
    "What have 10B/Ma2 and 10B/Ma3 each met for the first time this term, and the other classes not?",
    "Among pupil premium, 14 of 54 moved up a grade or more: what helped them?",
    "Five pupils went from 4 to 3: is it one topic, or one paper?",
)
ZERO = -0.1


def signed(value: float) -> str:
    """`+0.4`, `−0.9`."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):.1f}"


def _range(title: str, value: float, ends: tuple[float, float], **changes: Any) -> Range:
    low, high = ends
    zero = changes["zero"]
    return Range(title=title, value=value, low=low, high=high, sure=not low <= zero <= high, **changes)


def class_row(line: str, low_end: float = -1.5, high_end: float = 1.5) -> Row:
    """A class from one line: name, teacher, pupils, plain mean, drawn in, likely range."""
    name, teacher, pupils, plain, drawn, likely = line.split("|")
    low, high = map(float, likely.split())
    picture = _range(
        f"{name}: {drawn} steps from target", float(drawn), (low, high),
        low_end=low_end, high_end=high_end, ring=float(plain), zero=ZERO,
    )  # fmt: skip
    cells = (
        Cell(text=name),
        Cell(text=teacher),
        Cell(text=pupils, sort=float(pupils)),
        Cell(text=signed(float(plain)), tone="soft", sort=float(plain)),
        Cell(text=signed(float(drawn)), tone="now" if picture.sure else "plain", sort=float(drawn)),
        Cell(text=f"{signed(low)} to {signed(high)}", tone="soft"),
        Cell(picture=picture),
    )
    return Row(cells=cells)


def classes(lines: Sequence[str] = CLASSES, **changes: Any) -> Part:
    """Classes side by side."""
    total = ("All", "", "202", "−0.1", "", "−0.3 to +0.1", "")
    given: dict[str, Any] = {
        "id": "classes",
        "heading": "Two classes are above the rest, one below; five are too close to tell",
        "table": Table(
            caption="Mean steps from target, 13 November 2026, 202 pupils with a target and a mark. A step is a third of "
            "a grade. Dot: the class’s mean drawn in towards that of all pupils here (the line), more for a small class. "
            "Filled where its likely range leaves out the line. Ring: the plain mean.",
            columns=(
                Column(head="Class", role="class"),
                Column(head="Teacher", role="who"),
                Column(head="Pupils", role="n", numeric=True),
                Column(head="Plain mean", role="mean", numeric=True),
                Column(head="Drawn in", role="drawn", numeric=True),
                Column(head="Likely range", role="likely", numeric=True),
                Column(head="", role="range", ends=("−1.5 steps", "all pupils −0.1", "+1.5 steps")),
            ),
            rows=(*map(class_row, lines), Row(cells=tuple(Cell(text=one) for one in total), total=True)),
        ),
        "note": "Sets are chosen by earlier marks and may share teachers. "
        "This shows where to look, not how well anyone teaches.",
    }
    return Part(**{**given, **changes})


def matrix(grades: Sequence[str], moves: dict[tuple[str, str], int], *, then: str = "June") -> Table:
    """Pupils by grade then and now, with totals."""
    rows = []
    for before in grades:
        cells = [Cell(text=before)]
        for now in grades:
            n = moves.get((before, now), 0)
            tone = "same" if now == before else "up" if n and grades.index(now) > grades.index(before) else "plain"
            cells.append(Cell.model_validate({"text": str(n) if n else "", "tone": tone}))
        all_of = sum(n for (b, _), n in moves.items() if b == before)
        rows.append(Row(cells=(*cells, Cell(text=str(all_of or ""), tone="soft"))))
    feet = [str(sum(n for (_, a), n in moves.items() if a == now) or "") for now in grades]
    texts = ["All", *feet, str(sum(moves.values()))]
    rows.append(Row(cells=tuple(Cell(text=text) for text in texts), total=True))
    return Table(
        caption="201 pupils by mark in June (rows) and November (columns).",
        columns=(
            Column(head=then, role="before"),
            *(Column(head=grade, role="grade", numeric=True) for grade in grades),
            Column(head="All", role="all", numeric=True),
        ),
        rows=tuple(rows),
    )


def moves(**changes: Any) -> Part:
    """The matrix with its sentences beside it."""
    given: dict[str, Any] = {
        "id": "moves",
        "heading": "Since June, in whole grades, 54 pupils moved up, 123 stayed and 24 moved down",
        "table": matrix(GRADES, MOVES),
        "beside": READING,
    }
    return Part(**{**given, **changes})


def gap_row(line: str, low_end: float = -2.5, high_end: float = 1.0) -> Row:
    """A gap from one line; `name|why` is a row that says why there is none."""
    name, *rest = line.split("|")
    if len(rest) == 1:
        return Row(cells=(Cell(text=name), Cell(text=rest[0], tone="soft", span=7)), quiet=True)
    n, mean, others, other_mean, gap, likely = rest
    low, high = map(float, likely.split())
    picture = _range(
        f"{name}: {gap} beside others", float(gap), (low, high), low_end=low_end, high_end=high_end, zero=0.0
    )
    cells = (
        Cell(text=name),
        Cell(text=n, tone="soft"),
        Cell(text=mean),
        Cell(text=others, tone="soft"),
        Cell(text=other_mean),
        Cell(text=signed(float(gap)), tone="now" if picture.sure else "plain"),
        Cell(text=f"{signed(low)} to {signed(high)}", tone="soft"),
        Cell(picture=picture),
    )
    return Row(cells=cells)


def gaps(lines: Sequence[str] = GAPS, **changes: Any) -> Part:
    """Gaps by group."""
    heads = (("Group pupils", "n"), ("Group mean", "mean"), ("Other pupils", "n"), ("Other mean", "mean"))
    given: dict[str, Any] = {
        "id": "gaps",
        "heading": "Three gaps are clear: pupil premium, SEN support and plans",
        "table": Table(
            caption="Mean mark, 13 November 2026, 202 pupils with a mark. Filled dot: the likely range leaves out no difference.",
            columns=(
                Column(head="Group", role="group"),
                *(Column(head=head, role=role, numeric=True) for head, role in heads),
                Column(head="Difference", role="gap", numeric=True),
                Column(head="Likely range", role="likely", numeric=True),
                Column(head="", role="range", ends=("−2.5", "none", "+1")),
            ),
            rows=tuple(map(gap_row, lines)),
        ),
        "note": "The other four are too small a difference to tell apart from normal variation. "
        "Compared: SEN support and Education, health and care plan beside pupils with no SEN; girls beside boys.",
    }
    return Part(**{**given, **changes})


def pattern_row(line: str) -> Row:
    """A pupil from one line: name, class, mark, target, here, in others, how many others, beyond usual."""
    name, class_id, mark, target, here, elsewhere, others, beyond = line.split("|")
    steps = float(beyond)
    cells = (
        Cell(text=name),
        Cell(text=class_id),
        Cell(text=mark, tone="now"),
        Cell(text=target),
        Cell(text=signed(float(here)), sort=float(here)),
        Cell(text=signed(float(elsewhere)), sort=float(elsewhere)),
        Cell(text=others, tone="soft"),
        Cell(text=signed(steps), sort=steps, picture=Change(title=f"{beyond} steps", steps=steps, longest=6)),
    )
    return Row(cells=cells)


def patterns(lines: Sequence[str] = PATTERNS, **changes: Any) -> Part:
    """Pupils apart from their own pattern."""
    given: dict[str, Any] = {
        "id": "patterns",
        "heading": "Two pupils are well above their own pattern elsewhere, two well below",
        "table": Table(
            caption="Steps from target here and, on average, in the pupil’s other subjects; named from 3 steps. "
            "Pupils here are about as far from target as in their other subjects.",
            columns=(
                Column(head="Pupil", role="name"),
                Column(head="Class", role="class"),
                Column(head="Mark", role="mark"),
                Column(head="Target", role="mark"),
                Column(head="Here", role="steps", numeric=True),
                Column(head="In others", role="steps", numeric=True),
                Column(head="Other subjects", role="n", numeric=True),
                Column(head="Beyond usual", role="beyond"),
            ),
            rows=tuple(map(pattern_row, lines)),
        ),
        "note": "One mark is one mark: ask the pupil and look at the work before reading more into it.",
    }
    return Part(**{**given, **changes})


def subject_pack(**changes: Any) -> StaffPack:
    """The exemplar: 204 pupils of Year 10 in mathematics, not a draft."""
    given: dict[str, Any] = {
        "kind": "subject-pack",
        "key": "10-maths",
        "path": "staff/subjects/10-maths",
        "title": "Mathematics, Year 10, November 2026, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": Origin(collection="November 2026", collected_on=date(2026, 11, 13)),
        "draft": False,
        "heading": "Mathematics, Year 10",
        "subtitle": "For Mrs Varga, head of department. 204 pupils in eight classes. Working-at grade collected "
        "13 November 2026. No mark: 2 absent. Northfield Academy.",
        "year_groups": ("10",),
        "parts": (classes(), moves(), gaps(), patterns()),
        "questions_heading": "Questions for the department",
        "questions": QUESTIONS,
    }
    return StaffPack(**{**given, **changes})


def few() -> StaffPack:
    """Two pupils, told one by one."""
    columns = (
        Column(head="Pupil", role="name"),
        Column(head="Class", role="class"),
        Column(head="Target", role="mark"),
        Column(head="Jun", role="mark"),
        Column(head="Nov", role="mark"),
        Column(head="Change", role="steps", numeric=True),
        Column(head="Attitude", role="attitude"),
    )
    lines = ("Abbott, Freya|10/La1|7|6|6+|+1|Good", "Demir, Yağmur|10/La1|8|absent|7|new|Excellent")
    rows = tuple(Row(cells=tuple(Cell(text=text) for text in line.split("|"))) for line in lines)
    part = Part(
        id="pupils",
        heading="Two pupils: one higher than last time",
        table=Table(caption="Change: in steps, since the latest mark.", columns=columns, rows=rows),
        note="So few pupils are told one by one: a mean of them would say nothing.",
    )
    return subject_pack(heading="Latin, Year 10", parts=(part,), questions=QUESTIONS[:1])


def barest() -> StaffPack:
    """No targets, one class, no earlier marks, no values, nobody apart: words alone."""
    told = "10/Pd1, Mr Osei: 24 of 25 pupils have a mark; middle pupil at Level 2 Pass."
    parts = (
        Part(id="classes-told", heading="The middle of 24 pupils is at Level 2 Pass", beside=(told,)),
        Part(
            id="gaps-none",
            heading="Groups are not compared in this subject",
            lead="The scale has no values to average. Pupils with a mark: Pupil premium (6).",
        ),
        Part(
            id="patterns-none",
            heading="Nobody stands far from their own pattern in other subjects",
            lead="24 pupils with four or more other subjects.",
        ),
    )
    return subject_pack(heading="Performing arts, Year 10", parts=parts, questions=(), questions_heading="")


DOUBLE = tuple(f"{(n + 1) // 2 + 1}-{n // 2 + 1}" for n in range(17))
"""The 17 grades of combined science, 1-1 to 9-9."""


def double_award() -> StaffPack:
    """17 grades: the matrix takes the width of the page, its sentences stand under it."""
    made = {(a, b): 28 - n for n, (a, b) in enumerate(zip(DOUBLE, DOUBLE, strict=True))}
    made |= {(DOUBLE[n], DOUBLE[n + 1]): 104 for n in range(16)}
    across = moves(id="moves-across", table=matrix(DOUBLE, made, then="Summer 2026"), beside=READING)
    return subject_pack(heading="Combined science, Year 10", parts=(classes(), across, gaps(), patterns()))


AWARDS = (
    "Level 1 Pass",
    "Level 1 Merit",
    "Level 1 Distinction",
    "Level 2 Pass",
    "Level 2 Merit",
    "Level 2 Distinction*",
)


def awards() -> StaffPack:
    """Labels too long for heads of columns, and without values."""
    heads = ("Down", "The same", "Up", "Jun", "Nov")
    tones = ("plain", "same", "up", "soft", "soft")
    rows = [
        Row(cells=(Cell(text=a), *(Cell.model_validate({"text": str(n + 3), "tone": tone}) for tone in tones)))
        for n, a in enumerate(AWARDS)
    ]
    total = Row(cells=tuple(Cell(text=text) for text in ("All", "21", "90", "33", "144", "144")), total=True)
    table = Table(
        caption="144 pupils by mark in June: who is lower, the same and higher now.",
        columns=(
            Column(head="Mark then", role="label"),
            *(Column(head=head, role="n", numeric=True) for head in heads),
        ),
        rows=(*rows, total),
    )
    listed = classes(
        id="classes-listed",
        heading="The middle of 144 pupils is at Level 2 Merit",
        table=Table(
            caption="Each class by itself, 13 November 2026.",
            columns=(
                Column(head="Class", role="class"),
                Column(head="Teacher", role="who"),
                Column(head="With a mark", role="marked", numeric=True),
                Column(head="Middle pupil", role="middle"),
                Column(head="At or above target", role="share", numeric=True),
            ),
            rows=tuple(
                Row(cells=tuple(Cell(text=t) for t in (f"10/Pd{n}", "Mr Osei", "18 of 19", "Level 2 Merit", "9 of 18")))
                for n in range(1, 9)
            ),
        ),
    )
    return subject_pack(
        heading="Sport, Year 10", parts=(listed, moves(id="moves-listed", table=table, beside=READING[2:]), patterns())
    )


def longest() -> StaffPack:
    """20 classes with shared teachers, ten grades, 16 groups, 20 pupils with the longest names, every sentence full."""
    who = "Mrs Fotheringham-Wolstenholme and Mr Llanfairpwllgwyngyll"
    sets = [CLASSES[n % 8].replace("10A/Ma1", "10X/Ma-SupportGroup1").replace("Mr Osei", who) for n in range(20)]
    name = "Featherstonehaugh-Cholmondeley, Maximiliana-Alexandrina"
    pupils = [
        f"{name}|10X/Ma-SupportGroup1|{'withheld' if n else '9'}|9|{n}.0|-{n}.5|12|{'' if n < 10 else '-'}{n % 10 + 3}.5"
        for n in range(20)
    ]
    movers = ", ".join(
        f"Maximiliana-Alexandrina Featherstonehaugh-Cholmondeley (3 to {n}, 10X/Ma1)" for n in range(5, 8)
    )
    grades = ("U", *GRADES)
    return subject_pack(
        heading="Personal, social, health and economic education with citizenship, Year 10",
        subtitle=f"For {who}, head of department. "
        + "204 pupils in 20 classes. No mark: 14 absent and 12 held back. " * 2,
        parts=(
            classes(sets),
            moves(table=matrix(grades, {(g, h): 188 for g in grades for h in grades}), beside=(*READING[:2], movers)),
            gaps([*GAPS, "Pupils looked after or adopted from care|2 pupils and 200 others: too few to compare"] * 2),
            patterns(pupils),
        ),
        questions=(*QUESTIONS[:2], f"How will these get a mark: {movers}?"),
    )


def strangest() -> StaffPack:
    """Names that are markup, formulas and template code; a line of reference at the very end of its scale."""
    lines = ('<b>10</b>/Ma1|O\'Brien & "Sons"|31|0.5|0.4|-0.2 1.0', "{{ 7*7 }}|$x$|1|-9.0|-9.0|-99.0 99.0")
    edge = classes(lines)
    assert edge.table is not None
    return subject_pack(
        parts=(edge, patterns(('=1+1, <script>alert("x")</script>|{% raw %}|6|5|3.0|-0.4|8|3.4',))),
        heading="<script>alert(1)</script> & Français",
        draft=True,
        questions=("What did Zoë’s & Ștefan’s <i>group</i> do?",),
    )
