"""Packs of forms, year groups and leaders for tests of pages: plain ones, and the shortest, longest and strangest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportgen.model.document import Cell, Column, Origin, Part, Point, Row, StaffPack, Table
from reportgen.model.picture import Dot, Line, Range, Scatter

NAMES = ("Abbott, Freya", "Bielak, Łucja", "Demir, Yağmur", "Ionescu, Ștefan", "Nguyễn, Minh Thư", "Okonkwo, Amara")
LONG_NAME = "Featherstonehaugh-Cholmondeley, Maximiliana-Alexandrina"
LONG_REASON = (
    "Below target in many subjects: below target in 9 of 12, low attitude in 7 of 12. Often away: 61.7% attendance. "
    "Slipping in many subjects: down in 8 of 12"
)
COUNTS = ("Up", "Down", "Above target", "On target", "Below target", "Best attitude", "Low attitude")


def _pack(**given: Any) -> StaffPack:
    stated: dict[str, Any] = {
        "key": "pack",
        "path": "staff/pack",
        "title": "Pack, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": Origin(collection="nov", collected_on=date(2026, 11, 13)),
        "draft": False,
    }
    return StaffPack(**{**stated, **given})


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    """Numbers sort as numbers."""
    return tuple(Cell(text=t, sort=float(t) if t.replace(".", "").isdigit() else None) for t in texts)


def register(pupils: int, *, name: str = "", lists: str = "hard work; help: away") -> Part:
    """The register of a form of so many pupils; `name` is the first one's."""
    columns = (
        Column(head="Pupil", role="name"),
        *(Column(head=head, role="flag") for head in ("PP", "SEN", "EAL")),
        Column(head="Attendance", role="attendance", numeric=True),
        Column(head="Days missed", role="count", numeric=True),
        Column(head="Subjects", role="subjects", numeric=True),
        *(Column(head=head, role="count", numeric=True) for head in COUNTS),
        Column(head="Lists: praise; help", role="list"),
        Column(head="Notes", role="notes"),
    )
    names = [name or f"{NAMES[0]} 0", *(f"{NAMES[n % 6]} {n}" for n in range(1, pupils))][:pupils]
    rows = tuple(
        Row(cells=_cells((one, "PP" if n % 3 else "", "K", "EAL", f"{60 + n}.5", "4", "12", *"6271039", lists, "")))
        for n, one in enumerate(names)
    )
    caption = "PP: pupil premium. SEN: K support. EAL: English as an additional language. Attendance: % so far."
    return Part(id="register", heading="Every pupil", table=Table(caption=caption, columns=columns, rows=rows))


def form_pack(pupils: int = 30, **changes: Any) -> StaffPack:
    """A form, for its tutor."""
    parts = (
        Part(
            id="well",
            heading="Going well",
            points=(
                Point(title="Up in most subjects:", text="Łucja B (7 of 12), Freya A (6 of 12) and 5 more."),
                Point(title="Has not missed a day:", text="Amara O and Minh Thư N."),
            ),
        ),
        Part(
            id="talk",
            heading="Talk with first",
            points=(
                Point(title="Yağmur D:", text="low attitude in 8 of 12, below target in 5 of 12."),
                Point(title="Ștefan I:", text="low attitude in 5 of 12, 84.2% attendance."),
                Point(title="Freya A:", text="72.0% attendance."),
            ),
            note="11 more: most below target, 3 or more low in attitude or attendance under 90%.",
        ),
        Part(id="missing", heading="Missing or new", beside=("No mark is blank and nobody is new.",)),
        register(pupils),
    )
    given: dict[str, Any] = {
        "kind": "form-pack",
        "heading": "10R, Year 10",
        "subtitle": "Tutor: Mr Patel. 30 pupils. Marks collected 13 November 2026. Northfield Academy.",
        "form": "10R",
        "year_groups": ("10",),
        "parts": parts,
        "questions_heading": "Questions to ask",
        "questions": (
            "What do Łucja B and Freya A say has helped most?",
            "What does Yağmur D say about this: low attitude in 8 of 12 and below target in 5 of 12?",
            "Amara O and 4 more are on no list and have no reason to talk. Whom has nobody spoken with this term?",
        ),
    }
    return _pack(**{**given, **changes})


def listed(kind: str, pupils: int, *, reason: str = "Works hard: best attitude in 8 of 9") -> Part:
    """A list of so many pupils."""
    columns = (
        Column(head="Pupil", role="name"),
        Column(head="Form", role="form"),
        Column(head="Reasons", role="reasons"),
        Column(head="Who follows up", role="owner"),
    )
    rows = tuple(
        Row(cells=_cells((f"{NAMES[n % 6]} {n}", f"10{'RS'[n % 2]}", reason, "Postcard home: Mr Patel")))
        for n in range(pupils)
    )
    return Part(
        id=kind,
        heading=f"{kind.title()}: {pupils} pupils of 240",
        lead="Each pupil once, with every reason; those with most reasons first. Rules: Works hard.",
        table=Table(caption=f"{kind}, whom, for what and who does it.", columns=columns, rows=rows),
        new_page=True,
    )


def scatter(pupils: int = 60) -> Scatter:
    """Attendance beside distance from target; every fifth pupil on the list."""
    dots = tuple(
        Dot(x=100 - (n * 7) % 40 * (n % 5 == 0) - (n * 3) % 9, y=(n * 5) % 7 / 2 - 2, chosen=n % 5 == 0)
        for n in range(pupils)
    )
    return Scatter(
        title="Below target: 5 of 8 of those often away, 9 of 52 of the others. One dot a pupil, 60 pupils.",
        x_name="Attendance so far",
        y_name="Steps from target, mean of subjects",
        x_ticks=(50, 60, 70, 80, 90, 100),
        x_names=("50", "60", "70", "80", "90", "100%"),
        y_ticks=(-2, -1, 0, 1, 2),
        y_names=("−2", "−1", "0", "+1", "+2"),
        dots=dots,
        chosen_name="On the list for help",
        across=(Line(at=0, name="At target"),),
        up=(Line(at=90, name="a tenth missed"),),
    )


def _figures() -> Part:
    columns = (
        Column(head="Figure", role="what"),
        Column(head="Year 10", role="ours", numeric=True),
        Column(head="Likely range", role="likely", numeric=True),
        Column(head="Pupils", role="n", numeric=True),
        Column(head="Not counted", role="n", numeric=True),
    )
    rows = (
        Row(cells=_cells(("Sessions attended so far", "92%", "90 to 94", "238", "2"))),
        Row(cells=_cells(("Steps from target, mean of pupils", "−0.4", "−0.6 to −0.2", "240", "0"))),
    )
    table = Table(caption="November 2026.", columns=columns, rows=rows)
    return Part(id="figures", heading="On the whole, marks are below targets", table=table, note="A step is a third.")


def _attendance(pupils: int) -> Part:
    columns = (
        Column(head="Attendance", role="band"),
        *(Column(head=h, role="n", numeric=True) for h in ("Above target", "On target", "Below target", "All")),
    )
    rows = (
        Row(cells=_cells(("95% or more", "2", "30", "9", "41"))),
        Row(cells=_cells(("All pupils", "2", "44", "14", "60")), total=True),
    )
    return Part(
        id="attendance",
        heading="Below target: 5 of 8 of those often away, 9 of 52 of the others",
        lead="Often away: a tenth or more of sessions missed so far.",
        picture=scatter(pupils),
        table=Table(caption="The same pupils counted", columns=columns, rows=rows),
        note="The two stand side by side; neither is shown to bring about the other.",
    )


def _movers(name: str) -> Part:
    columns = (
        Column(head="Pupil", role="name"),
        Column(head="Form", role="form"),
        Column(head="Mean change", role="change", numeric=True),
        Column(head="Up", role="share", numeric=True),
        Column(head="Down", role="share", numeric=True),
        Column(head="From target", role="distance", numeric=True),
    )
    rows = tuple(Row(cells=_cells((one, "10R", "1.0", "7 of 9", "0 of 9", "+1.1"))) for one in NAMES)
    return Part(id=name, heading=f"Moved most: {name}", table=Table(caption="Mean.", columns=columns, rows=rows))


def _owners() -> Part:
    columns = (
        Column(head="Who follows up", role="who"),
        Column(head="Praise", role="n", numeric=True),
        Column(head="Help", role="n", numeric=True),
    )
    rows = (Row(cells=_cells(("Mr Patel, form tutor, 10R", "4", "2"))),)
    table = Table(caption="Pupils; one with two owners counts for both.", columns=columns, rows=rows)
    return Part(id="owners", heading="Who follows up how many", table=table, beside=("Nobody is on both lists.",))


def road(years: int = 3) -> Part:
    """A row a school year; the last one with a second scale and who looked after the move."""
    columns = (
        Column(head="School year", role="when"),
        Column(head="Year group", role="stage"),
        Column(head="Collections", role="rounds"),
        Column(head="Scale", role="scale"),
        Column(head="Responsible for progress", role="responsible"),
    )
    before = Row(cells=_cells(("2024/25", "Year 8", "Autumn 2024 and Summer 2025", "Key stage 3 grades", "Ms Hughes")))
    now = Row(
        cells=(
            Cell(text="2026/27"),
            Cell(text="Year 10", second="Key stage 4"),
            Cell(text="Autumn 2026, Spring 2027 and Summer 2027"),
            Cell(text="GCSE grades", second="Vocational grades: health and social care and sport studies"),
            Cell(text="Mrs Adeyemi and Mr Patel", second="Move to key stage 4: Ms Hughes"),
        )
    )
    return Part(
        id="road",
        heading="This year group’s road: three school years with marks here, on another scale since Autumn 2026",
        table=Table(caption="Where it was.", columns=columns, rows=(*[before] * (years - 1), now)),
        note="The scale changed from Key stage 3 grades to GCSE grades in Autumn 2026.",
    )


def year_pack(praise: int = 30, helped: int = 20, **changes: Any) -> StaffPack:
    """A year group, for its head of year."""
    parts = (
        _figures(),
        _movers("movers-up"),
        _movers("movers-down"),
        _owners(),
        _attendance(60),
        Part(id="chance", heading="The 24 moved as by chance", beside=("Then −1.7.", "By chance −1.4.")),
        road(),
        listed("reward", praise),
        listed("intervention", helped, reason=LONG_REASON),
    )
    given: dict[str, Any] = {
        "kind": "year-pack",
        "heading": "Year 10",
        "subtitle": "For Mrs Adeyemi, head of year. 240 pupils in 8 forms. Marks collected 13 November 2026.",
        "year_groups": ("10",),
        "parts": parts,
        "questions_heading": "Questions for the year team",
        "questions": ("Who tells the 30 pupils on the first list, and by when?", "Who would notice a change?"),
    }
    return _pack(**{**given, **changes})


def _range(value: float, *, sure: bool) -> Range:
    return Range(
        title=f"{value} steps from target",
        low_end=-2,
        high_end=1,
        value=value,
        low=value - 0.5,
        high=value + 0.5,
        ticks=(-1.0,),
        zero=0.0,
        sure=sure,
    )


def _looks() -> tuple[Part, Part]:
    told = "−0.7 steps from target on average (likely range −1.0 to −0.5; 238 pupils). Pupils: in the subject pack."
    ask = "Which classes and which topics does it come from in chemistry, Year 10?"
    return (
        Part(id="looks-strengths", heading="What is going well", points=(Point(title="Spanish, Year 7.", text=told),)),
        Part(
            id="looks-ask",
            heading="What to ask about first",
            points=(Point(title="Chemistry, Year 10.", text=told, ask=ask),) * 6,
            note="Ranked by evidence, not by size.",
        ),
    )


def _years(groups: int) -> Part:
    figures = ("On target", "From target", "Change", "Attendance", "Missed a tenth")
    columns = (
        Column(head="Year group", role="name"),
        Column(head="Pupils", role="n", numeric=True),
        *(Column(head=head, role="figure", numeric=True) for head in figures),
        Column(head="Praise", role="n", numeric=True),
        Column(head="Help", role="n", numeric=True),
    )
    figure = Cell(text="+0.3", second="+0.1 to +0.5; 239", tone="now", sort=0.3)
    rows = tuple(
        Row(
            cells=(
                Cell(text=f"Year {n + 7}", link=f"years/year-{n + 7}.html"),
                Cell(text="240"),
                *[figure] * 5,
                *_cells(("33", "58")),
            )
        )
        for n in range(groups)
    )
    return Part(id="years", heading="By year group", table=Table(caption="Each figure.", columns=columns, rows=rows))


def _subjects(groups: int) -> Part:
    columns = (
        Column(head="Subject", role="name"),
        *(Column(head=f"Year {n + 7}", role="year", numeric=True) for n in range(groups)),
    )
    names = ("Mathematics", "Food preparation and nutrition", "Art and design", "Physical education") * 5
    figure = Cell(text="+0.3", second="+0.1 to +0.5; 239", tone="now", sort=0.3, link="subjects/10-maths.html")
    rows = tuple(Row(cells=(Cell(text=f"{one} {n}"), *[figure] * groups)) for n, one in enumerate(names))
    return Part(id="subjects", heading="By subject", table=Table(caption="Mean steps.", columns=columns, rows=rows))


def _gaps(headline: str) -> Part:
    columns = (
        Column(head="Group, and who it is compared with", role="who"),
        Column(head="Group", role="share", numeric=True),
        Column(head="pupils", role="n", numeric=True),
        Column(head="Others", role="share", numeric=True),
        Column(head="pupils", role="n", numeric=True),
        Column(head="Difference", role="gap", numeric=True),
        Column(head="Likely range", role="likely", numeric=True),
        Column(head="", role="range", ends=("−2", "none", "+1")),
    )
    row = Row(
        cells=(
            Cell(text="Pupils with pupil premium", second="pupils without pupil premium"),
            *_cells(("53%", "113", "72%", "345", "−18", "−29 to −8")),
            Cell(picture=_range(-1.2, sure=True)),
        )
    )
    few = Row(
        cells=(Cell(text="Care"), Cell(text="not compared: 3 pupils on one side", span=7, tone="soft")), quiet=True
    )
    table = Table(caption="Gap in percentage points.", columns=columns, rows=(row,) * 5 + (few,))
    return Part(id="gaps", heading=f"{headline}: 5 of 7 groups can be told apart", table=table)


def overview(groups: int = 5, **changes: Any) -> StaffPack:
    """The leaders' overview."""
    given: dict[str, Any] = {
        "kind": "overview",
        "heading": "Leadership overview",
        "subtitle": "1,200 pupils: Years 7 to 11. November 2026. Northfield Academy.",
        "parts": (*_looks(), _years(groups), _subjects(groups), _gaps("Attendance"), _gaps("On target")),
        "questions_heading": "Questions for the leadership meeting",
        "questions": ("What did we ask about last time, and what came of it?",),
    }
    return _pack(**{**given, **changes})


def barest(kind: str) -> StaffPack:
    """One part of words and nothing to ask."""
    part = Part(id="nothing", heading="Nothing to tell yet", lead="There are no marks.")
    return _pack(kind=kind, heading="Year 10", subtitle="1 pupil.", parts=(part,))


def longest_form() -> StaffPack:
    """32 pupils, one with the longest name and one on every list, the longest findings."""
    whole = form_pack()
    lists = "hard work, on the up, always here, reading; help: often away, below target, low attitude"
    points = (Point(title=f"{LONG_NAME}:", text=LONG_REASON),) * 3
    parts = tuple(one.model_copy(update={"points": points}) for one in whole.parts[:3])
    return form_pack(parts=(*parts, register(32, name=LONG_NAME, lists=lists)))


def strangest(kind: str) -> StaffPack:
    """Names that are markup and template code."""
    columns = (Column(head="Pupil", role="name"), Column(head="<i>", role="n", numeric=True))
    rows = (
        Row(cells=_cells(("O'Brien, <b>Bob</b>", "=1+1"))),
        Row(cells=_cells(('X" onload="alert(1), $x$ {{ 7*7 }}', "2"))),
    )
    table = Table(caption="<script>alert(1)</script>", columns=columns, rows=rows)
    part = Part(id="register" if kind == "form-pack" else "movers-up", heading="<h1> & “quotes”", table=table)
    return _pack(kind=kind, heading="<b>10R</b> & Français", subtitle="{% raw %}", parts=(part,), draft=True)
