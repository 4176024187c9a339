"""Governors' packs for tests of pages: the exemplar, and the shortest, longest and strangest data around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportgen.model.document import (
    Cell,
    Column,
    Count,
    GovernorPack,
    GovernorSide,
    GroupsPage,
    Labelled,
    Origin,
    Point,
    Row,
    Table,
)
from reportgen.model.picture import GroupPanels, Panel, Range

STRENGTHS = (
    Point(
        title="English and maths at grade 4.",
        text=(
            "74% of 156 pupils reached it in both, up from 66% in June. The change among the same pupils "
            "is worth 13 pupils."
        ),
    ),
    Point(
        title="Fewer pupils often absent.",
        text=(
            "17% of 774 pupils missed a tenth or more of this term, lower than the 21% of 766 in June. The"
            " fall is worth 33 pupils."
        ),
    ),
)
ASKS = (
    Point(
        title="1. Disadvantaged pupils: English and maths.",
        text="33% of 42 pupils reached grade 5 in both, lower than the 54% of other pupils. The gap is worth 8 pupils.",
        ask=(
            "How were pupils in this year’s Year 11 chosen for extra help, and how will we know by March that it works?"
        ),
        number=1,
    ),
    Point(
        title="2. Pupils with SEND: English and maths.",
        text=(
            "20% of 30 pupils reached grade 5 in both, lower than the 56% of our other pupils. The gap is "
            "worth 10 pupils."
        ),
        ask="What is different in lessons this year for pupils with SEND, and who checks?",
        number=2,
    ),
    Point(
        title="3. Absence of disadvantaged pupils.",
        text=(
            "32% of 190 pupils missed a tenth or more, higher than the 12% of our other pupils. The gap is"
            " worth 37 pupils."
        ),
        ask="Which reasons do families give most often, and which of them can we remove?",
        number=3,
    ),
)
TOO_SMALL = (
    "English and maths at grade 5: all our pupils, 49% now and 46% in June",
    "English and maths at grade 5: boys, 44%, and girls, 53%; pupils with EAL, 55%, and English first, 47%",
    "Three comparisons are too small to show, or would give one away.",
)
METHOD = (
    Labelled(
        label="Who counts",
        text=(
            "pupils on roll on 13 November 2026 in Years 7 to 11; a pupil without a mark is left out of "
            "that figure, and the number of pupils is beside each."
        ),
    ),
    Labelled(
        label="Marks",
        text="given by our teachers; they are not examination results, and England has no figure for them.",
    ),
    Labelled(label="Likely range", text="how far luck alone moves a figure for so few pupils (95%)."),
    Labelled(label="In pupils", text="the gap times the pupils in the group, rounded down."),
    Labelled(label="Not shown", text="figures for 5 or fewer pupils, and any that would give one away."),
    Labelled(label="Sources", text="our marksheets, collected 13 November 2026; our registers."),
)
HIDDEN = (
    "EHC plan|not shown: 5 or fewer pupils",
    "SEND without a plan|not shown: taken from all SEND, it would give the row above away",
    "In care or adopted|not shown: 5 or fewer pupils",
)
GAPS = (
    "Disadvantaged|others here|33% 42 54% 114|−21 −36 −3|8",
    "SEND|pupils without SEND|20% 30 56% 126|−36 −49 −16|10",
    "Boys|girls|44% 77 53% 79|−9 −24 +7|6",
    "EAL|English as first language|55% 31 47% 125|+8 −11 +26|2",
)


def _number(text: str) -> float:
    return float(text.replace("−", "-"))


def figures_row(line: str) -> Row:
    """`"English and maths, grade 4|74 66 80|70%|156"`: what, ours with its range (or ours alone), before, pupils."""
    what, ours, before, pupils = line.split("|")
    value, *likely = (float(part) for part in ours.split())
    low, high = likely or (None, None)
    picture = Range(
        title=f"We are at {value:g}%.", low_end=0, high_end=100, value=value, low=low, high=high, ticks=(50,)
    )
    told = f"{low:g} to {high:g}" if low is not None and high is not None else "not needed"
    return Row(
        cells=(
            Cell(text=what),
            Cell(picture=picture),
            Cell(text=f"{value:g}%", tone="now"),
            Cell(text=told, tone="plain" if likely else "soft"),
            Cell(text=before),
            Cell(text=pupils),
        )
    )


def figures(*lines: str) -> Table:
    """The figures behind the first page."""
    return Table(
        caption="The figures behind this page. Dot: our pupils. Line: their likely range.",
        rows=tuple(figures_row(line) for line in lines),
        columns=(
            Column(head="All pupils", role="what"),
            Column(head="", role="range", ends=("0", "50", "100%")),
            Column(head="Ours", role="ours", numeric=True),
            Column(head="Likely range", role="likely", numeric=True),
            Column(head="June 2026", role="before", numeric=True),
            Column(head="Pupils", role="n", numeric=True),
        ),
    )


def gap_row(line: str, *, ends: tuple[float, float] = (-60, 40)) -> Row:
    """`"SEND|pupils without SEND|20% 30 56% 126|−36 −49 −16|10"`: who, others, sides, gap and its range, pupils."""
    who, others, sides, gap, worth = line.split("|")
    value, low, high = gap.split()
    sure = _number(low) * _number(high) > 0
    tone = "now" if sure else "plain"
    picture = Range(
        title=f"{who} are {value} beside {others}, with a likely range of {low} to {high}.",
        low_end=ends[0],
        high_end=ends[1],
        value=_number(value),
        low=_number(low),
        high=_number(high),
        zero=0,
        ticks=(-40, -20, 20),
        sure=sure,
    )
    cells = [
        Cell(text=who, second=others),
        *(Cell(text=part, tone="soft" if n % 2 else "plain") for n, part in enumerate(sides.split())),
    ]
    said = (
        Cell.model_validate({"text": value, "tone": tone}),
        Cell(text=f"{low} to {high}"),
        Cell.model_validate({"text": worth, "tone": tone}),
    )
    return Row(cells=(*cells, Cell(picture=picture), *said))


def hidden_row(line: str) -> Row:
    """`"EHC plan|not shown: 5 or fewer pupils"`: a row kept in words."""
    who, why = line.split("|")
    return Row(cells=(Cell(text=who), Cell(text=why, tone="soft", span=8)), quiet=True)


def gaps(shown: Sequence[str] = GAPS, hidden: Sequence[str] = HIDDEN, **row: Any) -> Table:
    """The gaps of one measure."""
    return Table(
        caption=(
            "English and maths at grade 5, November 2026. Gap in percentage points. Line: its likely "
            "range. Filled dot: larger than normal variation. Open dot: too small to tell apart from it."
        ),
        columns=(
            Column(head="Group, and who it is compared with", role="who"),
            Column(head="Group", role="share", numeric=True),
            Column(head="pupils", role="n", numeric=True),
            Column(head="Others", role="share", numeric=True),
            Column(head="pupils", role="n", numeric=True),
            Column(head="", role="range", ends=("lower", "same", "higher")),
            Column(head="Gap", role="gap", numeric=True),
            Column(head="Likely range", role="likely", numeric=True),
            Column(head="In pupils", role="worth", numeric=True),
        ),
        rows=(*(gap_row(line, **row) for line in shown), *(hidden_row(line) for line in hidden)),
        note=(
            "One pupil may be in several groups, so do not add up the last column. Gaps are worked out before rounding."
        ),
    )


def changes(
    lines: Sequence[str] = (
        "Disadvantaged|others here|40|−18|−21|−3|−9 to +3|0",
        "SEND|pupils without SEND|29|−30|−36|−6|−11 to −1|+1",
    ),
) -> Table:
    """How gaps changed among the same pupils."""
    rows = []
    for line in lines:
        who, others, n, then, now, change, likely, composition = line.split("|")
        rows.append(
            Row(
                cells=(
                    Cell(text=who, second=others),
                    *(Cell(text=t) for t in (n, then, now, change, likely, composition)),
                )
            )
        )
    return Table(
        caption=(
            "How each gap changed from June 2026 to November 2026. First the same pupils at both times; "
            "then what joiners, leavers and changes of group did to the printed gap."
        ),
        columns=(
            Column(head="Group, and who it is compared with", role="who"),
            Column(head="Pupils", role="n", numeric=True),
            Column(head="Gap then", role="gap", numeric=True),
            Column(head="Gap now", role="gap", numeric=True),
            Column(head="Change", role="gap", numeric=True),
            Column(head="Likely range", role="likely", numeric=True),
            Column(head="Joiners and leavers", role="composition", numeric=True),
        ),
        rows=tuple(rows),
    )


SERIES = (
    ("Disadvantaged", (31, 24, 27, 33), (52, 47, 50, 54)),
    ("SEND", (27, 24, 27, 20), (50, 44, 47, 56)),
    ("EAL", (None, 50, 47, 55), (None, 40, 43, 47)),
)
COLLECTIONS = ("Nov 2025", "Mar 2026", "Jun 2026", "Nov 2026")


def panels(
    series: Sequence[tuple[str, Sequence[float | None], Sequence[float | None]]] = SERIES, **changed: Any
) -> GroupPanels:
    """Groups and others over four collections."""
    given: dict[str, Any] = {
        "title": "Each panel shows a group and those it is compared with over four collections.",
        "x_names": COLLECTIONS,
        "y_low": 0,
        "y_high": 80,
        "y_ticks": (0, 20, 40, 60, 80),
        "y_names": ("0%", "20%", "40%", "60%", "80%"),
        "panels": tuple(
            Panel(
                title=name,
                group=tuple(ours),
                others=tuple(theirs),
                group_text="" if ours[-1] is None else f"{ours[-1]:g}%",
                others_text="" if theirs[-1] is None else f"{theirs[-1]:g}% others",
                note="not shown: 5 or fewer" if None in ours else "",
            )
            for name, ours, theirs in series
        ),
    }
    return GroupPanels(**{**given, **changed})


def numbers(series: Sequence[tuple[str, Sequence[float | None], Sequence[float | None]]] = SERIES) -> Table:
    """The chart's figures."""
    rows = [
        Row(
            cells=(
                Cell(text=side),
                *(Cell(text="not shown", tone="soft") if v is None else Cell(text=f"{v:g}% (42)") for v in values),
            )
        )
        for name, ours, theirs in series
        for side, values in ((name, ours), ("Others", theirs))
    ]
    return Table(
        caption="The same in numbers, and in brackets how many pupils",
        rows=tuple(rows),
        columns=(Column(head="Group", role="who"), *(Column(head=c, role="year", numeric=True) for c in COLLECTIONS)),
    )


def groups_page(**changed: Any) -> GroupsPage:
    """The exemplar's second page."""
    given: dict[str, Any] = {
        "heading": "English and maths at grade 5: two groups are clearly behind",
        "table": gaps(),
        "changes": changes(),
        "chart_heading": "Both lines over the collections",
        "chart_caption": "English and maths at grade 5. Solid line: the group. Dashed: those it is compared with.",
        "chart": panels(),
        "chart_table": numbers(),
    }
    return GroupsPage(**{**given, **changed})


def attainment() -> GovernorSide:
    """Measures by year group, then subjects, one of them hidden."""
    years = ("Year 7", "Year 8", "Year 9", "Year 10", "Year 11")
    by_year = Table(
        caption="Each year group: the figure, under it its likely range and in brackets how many pupils.",
        columns=(Column(head="Measure", role="what"), *(Column(head=y, role="year", numeric=True) for y in years)),
        rows=(
            Row(cells=(Cell(text="English and maths, grade 5"), Cell(), Cell(), Cell(), *[_share("45%", "38 to 52 (201)")] * 2)),
            Row(cells=(Cell(text="Marks at or above target"), *[_share("61%", "58 to 64 (198)")] * 5)),
        ),
    )  # fmt: skip
    subjects = Table(
        caption="Pupils at or above target in each subject, Year 11. Dot: our pupils. Line: its likely range.",
        columns=(
            Column(head="Subjects in Year 11", role="what"),
            Column(head="", role="range", ends=("0", "50", "100%")),
            Column(head="On target", role="ours", numeric=True),
            Column(head="Likely range", role="likely", numeric=True),
            Column(head="Pupils", role="n", numeric=True),
        ),
        rows=(
            _subject("English language", 66, 60, 72, n=233),
            _subject("Food preparation and nutrition", 75, 57, 87, n=28),
            Row(cells=(Cell(text="Music"), Cell(text="not shown: too few pupils", tone="soft", span=4)), quiet=True),
        ),
        note="Departments set targets together: ask why two subjects differ before comparing them.",
    )
    return GovernorSide(heading="Attainment and progress", lead="Marks are our teachers’.", tables=(by_year, subjects))


def _share(text: str, second: str) -> Cell:
    return Cell(text=text, second=second)


def _subject(name: str, value: float, low: float, high: float, *, n: int) -> Row:
    picture = Range(
        title=f"We are at {value}%, with a likely range of {low} to {high}.",
        low_end=0, high_end=100, value=value, low=low, high=high, ticks=(50,),
    )  # fmt: skip
    return Row(
        cells=(
            Cell(text=name), Cell(picture=picture), Cell(text=f"{value}%"), Cell(text=f"{low} to {high}"), Cell(text=str(n)),
        )
    )  # fmt: skip


def calendar(rounds: int = 1) -> GovernorSide:
    """Collections with all that they are for and what they cost."""
    heads = (
        ("Collection", "what"),
        ("Marks close", "when"),
        ("Year groups", "years"),
        ("What for", "purpose"),
        ("Then", "action"),
    )
    row = Row(
        cells=(
            Cell(text="Autumn 2026", second="working-at grade, target and attitude"), Cell(text="13 November"),
            Cell(text="Years 7 to 11"), Cell(text="Find pupils who have not settled."),
            Cell(text="Extra help and a call home", second="Head of year"), Cell(text="312", second="most 5.3", tone="now"),
        )
    )  # fmt: skip
    columns = (
        *(Column(head=head, role=role) for head, role in heads),
        Column(head="Hours", role="hours", numeric=True),
    )
    return GovernorSide(
        heading=f"{rounds} collections of marks this year",
        lead="Marks and comments take about 852 hours of staff time this year (class teacher 819 and tutor 33).",
        tables=(
            Table(
                caption="What each is for.", columns=columns, rows=(row,) * rounds, note="Hours: of all staff together."
            ),
        ),
    )


def governor_pack(**changed: Any) -> GovernorPack:
    """The exemplar, not a draft."""
    given: dict[str, Any] = {
        "key": "governors",
        "path": "governors/governors",
        "title": "Governors’ pack, autumn 2026, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": Origin(collection="November 2026", collected_on=date(2026, 11, 13)),
        "draft": False,
        "pack_name": "Governors’ pack for the meeting on 8 December 2026",
        "foot": "Northfield Academy, governors’ pack, autumn 2026",
        "heading": "Two strengths, three questions",
        "context": (
            Count(number="768", text="pupils on roll"),
            Count(number="196", text="attract pupil premium, 26%"),
            Count(number="131", text="have special needs or disabilities (SEND), 17%"),
            Count(number="139", text="speak English as an additional language (EAL), 18%"),
        ),
        "context_note": (
            "Years 7 to 11, on roll on 13 November 2026. November 2026: marks given by teachers. No figure"
            " for England is set beside teachers’ marks."
        ),
        "strengths": STRENGTHS,
        "ask": ASKS,
        "too_small": TOO_SMALL,
        "too_small_lead": "Differences too small to tell apart from normal variation:",
        "figures": figures(
            "English and maths, grade 4|74 66 80|70%|156",
            "English and maths, grade 5|49 41 57|46%|156",
            "Missed a tenth or more of 2025/26|17 15 20|21%|774",
            "Attendance, 2025/26|93|92%|774",
        ),
        "attainment": attainment(),
        "groups": (groups_page(),),
        "attendance": GovernorSide(heading="Attendance: two groups are clearly behind", tables=(gaps(),)),
        "calendar": calendar(),
        "method": METHOD,
    }
    return GovernorPack(**{**given, **changed})


def nothing_to_say() -> GovernorPack:
    """A quiet term: no strength, no question, nothing too small, no groups."""
    return governor_pack(
        heading="No strength, no question",
        strengths=(),
        ask=(),
        too_small=(),
        too_small_lead="",
        groups=(),
        attainment=None,
        attendance=None,
        calendar=None,
        context=(Count(number="31", text="pupils on roll"),),
        strengths_none="Nothing stands out from normal variation this time. The figures below show where we are.",
        ask_none="Nothing is behind by more than normal variation this time.",
        unremarkable=("Attendance",),
        figures=figures("Attendance|93|92%|31"),
    )


def all_hidden() -> GovernorPack:
    """A school so small that no comparison may be shown."""
    hidden = [
        f"{name}|not shown: 5 or fewer pupils"
        for name in ("Disadvantaged", "SEND", "EHC plan", "Boys", "EAL", "In care or adopted")
    ]
    page = groups_page(
        heading="Mean grade. Groups: too few pupils to compare",
        table=gaps((), hidden),
        changes=None,
        chart=None,
        chart_table=None,
        chart_heading="",
        chart_caption="",
    )
    return governor_pack(
        groups=(page,), context=(Count(number="31", text="pupils on roll"), Count(number="–", text="SEND"))
    )


LONG_GROUP = "Pupils who have been looked after or adopted from care, or who left it under a special guardianship order"


def longest() -> GovernorPack:
    """Three measures with six groups each, long names, a long list of what is too small, a draft."""
    lines = [
        f"{LONG_GROUP}|pupils who have not been looked after at any time|33% 142 54% 1,114|−21 −36 −3|128",
        *GAPS,
        "Service children|other pupils|44% 77 53% 79|−9 −24 +7|6",
    ]
    series = (
        *SERIES,
        (LONG_GROUP, (None, None, None, 33), (None, None, None, 54)),
        ("Boys", (50, 50, 50, 50), (50, 51, 50, 51)),
        ("Service children", (79, 80, 80, 80), (2, 1, 0, 0)),
    )
    page = groups_page(
        table=gaps(lines),
        changes=changes([f"{LONG_GROUP}|others|40|−18|−21|−3|−9 to +3|0"] * 4),
        chart=panels(series),
        chart_table=numbers(series),
    )
    few = groups_page(
        heading="Attendance. Groups: no difference is larger than normal variation",
        changes=None,
        chart=None,
        chart_table=None,
        chart_heading="",
        chart_caption="",
    )
    asked = tuple(p.model_copy(update={"text": f"{p.text} {p.text}"}) for p in ASKS)
    return governor_pack(
        draft=True,
        school="St Northfield and All Saints’ Church of England Academy and Sixth Form College",
        ask=asked,
        strengths=(*STRENGTHS, STRENGTHS[0]),
        too_small=tuple(f"{line}, number {n}" for n in range(6) for line in TOO_SMALL),
        unremarkable=tuple(f"{LONG_GROUP}: measure {n}" for n in range(6)),
        groups=(
            page,
            few,
            page.model_copy(update={"heading": "Mean grade: one group is clearly behind"}),
        ),
    )


def strangest() -> GovernorPack:
    """Names that are markup, formulas and mathematics; a scale on which every group is ahead."""
    line = "<b>Bold</b> & =SUM(1)|others $x$|33% 42 54% 114|+21 +3 +36|8"
    series = (("A $5 and $6 <b> & \\frac{a}", (1, None, 3, None), (None, 2, None, 4)),)
    page = groups_page(
        heading="<script>alert(1)</script>",
        table=gaps((line,), (), ends=(-10, 40)),
        chart=panels(series, title='Quote " & <title>'),
        chart_table=numbers(series),
        questions=(
            Point(
                title="4. Several groups.", text="{{ 7*7 }}", ask="How many pupils are in <several> groups?", number=4
            ),
        ),
    )
    return governor_pack(
        groups=(page,),
        heading="<h2> & “quotes”",
        foot='Foot "quoted" & <b>',
        context=(Count(number="<1>", text="$x$"),),
    )
