"""The year pack: a year group for its head of year. Two sides to talk over, then the lists to hand on."""

from __future__ import annotations

from reportgen.model.document import Cell, Column, Part, Row, StaffPack, Table
from reportgen.model.figure import Figure, Unit
from reportgen.packs.material import Material
from reportgen.packs.words import (
    NO_VALUE,
    count,
    day,
    decimals_of,
    difference_text,
    figure_text,
    interval_text,
    listed,
    number,
    say,
)
from reportgen.packs.year_attendance import attendance_part, missed
from reportgen.packs.year_lists import list_part, owners_part
from reportgen.packs.year_members import YearMembers, year_members
from reportgen.packs.year_movers import chance_part, mover_parts
from reportgen.packs.year_questions import year_questions
from reportgen.packs.year_road import road_part

HEAD = "head of year"
"""The role of staff.yaml that year packs are for."""
FIGURES = ("on_target", "distance", "change", "attendance", "persistent")


def year_packs(material: Material) -> list[StaffPack]:
    """One pack a year group with a pupil on roll, youngest first."""
    return [_pack(of) for of in year_members(material)]


def _pack(of: YearMembers) -> StaffPack:
    project, stem = of.material.project, f"year-{of.year_group.lower()}"
    parts: tuple[Part | None, ...] = (
        _figures_part(of),
        *mover_parts(of),
        owners_part(of),
        attendance_part(of),
        chance_part(of),
        road_part(of),
        list_part(of, of.rewards),
        list_part(of, of.interventions),
    )
    questions = year_questions(of)
    return StaffPack(
        kind="year-pack",
        key=stem,
        path=f"staff/years/{stem}",
        title=f"{of.name}, {of.material.collection.name}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=of.material.origin,
        shelf=of.name,
        heading=of.name,
        subtitle=_subtitle(of),
        year_groups=(of.year_group,),
        parts=tuple(part for part in parts if part is not None),
        questions_heading=say("questions for year") if questions else "",
        questions=questions,
    )


def _subtitle(of: YearMembers) -> str:
    """For whom; how many, in how many forms; when collected."""
    project = of.material.project
    heads = project.staff.responsible(HEAD, year_group=of.year_group, year=of.material.collection.year)
    names = listed(of.material.staff_name(code) for code in dict.fromkeys(heads)) if heads else ""
    forms = len({one.pupil.form for one in of.members if one.pupil.form})
    return say(
        "year subtitle",
        whom=say("for head of year", names=names) if names else "",
        pupils=count("pupils", len(of.members)),
        forms=count("in forms", forms, n=number(forms)) if forms else "",
        date=day(of.material.collection.closes),
        school=project.school.name,
    )


def _figures_part(of: YearMembers) -> Part:
    """The year group's own figures, each with its likely range, who is counted and who is not."""
    shown = [(what, one) for what in FIGURES if (one := of.figure(what)) is not None]
    if not shown:
        return Part(id="nothing", heading=say("year nothing"), lead=say("year nothing lead"))
    columns = (
        Column(head=say("year figure"), role="what"),
        Column(head=of.name, role="ours", numeric=True),
        Column(head=say("likely range"), role="likely", numeric=True),
        Column(head=say("pupils head"), role="n", numeric=True),
        Column(head=say("not counted"), role="n", numeric=True),
    )
    return Part(
        id="figures",
        heading=_heading(dict(shown)),
        table=Table(
            caption=say("year figures caption", collection=of.material.collection.name),
            columns=columns,
            rows=tuple(_figure_row(of, what, one) for what, one in shown),
        ),
        note=_step_note(of),
    )


def _heading(shown: dict[str, Figure]) -> str:
    """What stands out first: where the year group is beside its targets."""
    distance = shown.get("distance")
    if distance is None:
        return say("year heading plain")
    interval = distance.interval
    if interval is None or not interval.leaves_out_zero:
        return say("year heading on")
    return say("year heading above" if interval.low > 0 else "year heading below")


def _figure_row(of: YearMembers, what: str, one: Figure) -> Row:
    signs = one.unit is Unit.STEPS
    percent_from = of.material.project.measures.percent_from
    shown = difference_text(one) if signs else figure_text(one, percent_from=percent_from)
    likely = interval_text(one.interval, decimals=decimals_of(one), sign=signs)
    since = of.since.name if of.since else ""
    cells = (
        Cell(text=say(f"year {what}", since=since, missed=missed(of))),
        Cell(text=shown, tone="now", figure=one),
        Cell(text=likely) if one.interval else Cell(text=one.no_interval or NO_VALUE, tone="soft"),
        Cell(text=number(one.n), tone="soft"),
        Cell(text=number(one.missing), tone="soft"),
    )
    return Row(cells=cells)


def _step_note(of: YearMembers) -> str:
    """What a step is, where any figure is in steps."""
    step = of.material.project.measures.step_name
    if of.figure("distance") is None and of.figure("change") is None:
        return ""
    return say("step is", step=step) if step and step != "step" else ""
