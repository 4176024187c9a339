"""The form pack: every pupil of a form across subjects, for the tutor's pen. One landscape side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Cell, Column, Part, Row, StaffPack, Table
from reportgen.model.list_rule import ListRule
from reportgen.model.school import Group
from reportgen.packs.class_movement import latest_earlier
from reportgen.packs.flags import flag_cell, flagged_groups, flags_key, group_key
from reportgen.packs.form_points import FormRoom, missing_part, talk_part, well_part
from reportgen.packs.form_questions import form_questions
from reportgen.packs.forms import Form, forms
from reportgen.packs.material import Material, origin_of
from reportgen.packs.standing import INTERVENTION, REWARD, Standing, short_names, standings
from reportgen.packs.words import NO_VALUE, count, day, days, in_sentence, listed, number, say


def form_packs(material: Material) -> list[StaffPack]:
    """One pack a form with a pupil on roll, in register order; pupils without a form have one together."""
    return [_pack(material, form) for form in forms(standings(material))]


def _pack(material: Material, form: Form) -> StaffPack:
    project, room = material.project, FormRoom(material, form)
    heading = _heading(form)
    questions = form_questions(room)
    return StaffPack(
        kind="form-pack",
        key=form.stem,
        path=f"staff/forms/{form.stem}",
        title=f"{heading}, {material.collection.name}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=material.origin,
        shelf=year_group_words(form.year_groups[0]) if len(form.year_groups) == 1 else say("forms"),
        heading=heading,
        subtitle=_subtitle(material, form),
        year_groups=form.year_groups,
        form=form.code,
        parts=(well_part(room), talk_part(room), missing_part(room), _register(material, form)),
        questions_heading=say("questions for tutor") if questions else "",
        questions=questions,
    )


def _heading(form: Form) -> str:
    years = listed(year_group_words(year) for year in form.year_groups)
    return say("form heading" if form.code else "form heading none", form=form.name, years=years)


def _subtitle(material: Material, form: Form) -> str:
    tutors = form.tutors(material)
    return say(
        "form subtitle",
        tutors=f"{count('tutor', len(tutors), names=listed(tutors))} " if tutors else "",
        pupils=count("pupils", len(form.members)),
        date=day(material.collection.closes),
        school=material.project.school.name,
    )


@dataclass(frozen=True)
class _Shown:
    """Which columns this form has: none that nobody here has anything in."""

    groups: tuple[Group, ...]
    attendance: bool
    change: bool
    target: bool
    attitude: bool
    lists: bool


def _register(material: Material, form: Form) -> Part:
    """The table of pupils in register order."""
    members = form.members
    show = _Shown(
        groups=flagged_groups(material),
        attendance=any(one.summary.percent is not None for one in members),
        change=any(one.moved for one in members),
        target=any(one.aimed for one in members),
        attitude=any(one.rated for one in members),
        lists=bool(material.project.measures.lists),
    )
    hidden = material.project.packs.classes.hide_flags
    return Part(
        id="register",
        heading=say("register heading"),
        table=Table(
            caption=_caption(material, form, show),
            columns=_columns(show),
            rows=tuple(Row(cells=_cells(material, show, one)) for one in members),
        ),
        note=flags_key(show.groups) if hidden else "",
    )


def _columns(show: _Shown) -> tuple[Column, ...]:
    counts = [("up", show.change), ("down", show.change)]
    counts += [(name, show.target) for name in ("above target", "on target", "below target")]
    counts += [(name, show.attitude) for name in ("best attitude", "low attitude")]
    columns = [Column(head=say("pupil"), role="name")]
    columns += [Column(head=g.short or g.name, role="flag") for g in show.groups]
    if show.attendance:
        columns.append(Column(head=say("attendance"), role="attendance", numeric=True))
        columns.append(Column(head=say("days missed head"), role="count", numeric=True))
    columns.append(Column(head=say("subjects head"), role="subjects", numeric=True))
    columns += [Column(head=say(f"{name} head"), role="count", numeric=True) for name, shown in counts if shown]
    columns += [Column(head=say("lists head"), role="list")] if show.lists else []
    return (*columns, Column(head=say("notes"), role="notes"))


def _cells(material: Material, show: _Shown, one: Standing) -> tuple[Cell, ...]:
    summary = one.summary
    cells = [Cell(text=one.pupil.register_name)]
    cells += [flag_cell(material, one.pupil, group) for group in show.groups]
    if show.attendance:
        cells += _attendance(one)
    cells.append(_count(summary.taken, known=True))
    if show.change:
        cells += [_count(n, known=one.moved > 0) for n in (summary.risen, summary.fallen)]
    if show.target:
        here = (summary.above, getattr(summary, "as"), summary.below)
        cells += [_count(n, known=one.aimed > 0) for n in here]
    if show.attitude:
        cells += [_count(n, known=one.rated > 0) for n in (summary.attitude_best, summary.attitude_low)]
    cells += [Cell(text=_lists(one))] if show.lists else []
    return (*cells, Cell())


def _attendance(one: Standing) -> list[Cell]:
    row = one.attendance
    if row is None or row.percent is None:
        return [Cell(text=NO_VALUE, tone="soft")] * 2
    return [
        Cell(text=number(row.percent, 1), sort=row.percent, origin=origin_of(row)),
        Cell(text=days(row.missed), sort=float(row.missed), tone="plain" if row.missed else "soft"),
    ]


def _count(n: int, *, known: bool) -> Cell:
    """A number of subjects; none is quiet, and unknown is not none."""
    if not known:
        return Cell(text=NO_VALUE, tone="soft")
    return Cell(text=number(n), sort=float(n), tone="plain" if n else "soft")


def _lists(one: Standing) -> str:
    """`hard work, always here; help: often away`: short, so that a row stays one line."""
    praise, help_with = (short_names(one.of_kind(kind)) for kind in (REWARD, INTERVENTION))
    told = (praise, say("help short", names=help_with) if help_with else "")
    return "; ".join(part for part in told if part)


def _caption(material: Material, form: Form, show: _Shown) -> str:
    hidden = material.project.packs.classes.hide_flags
    told: tuple[tuple[bool, Callable[[], str]], ...] = (
        (hidden and bool(show.groups), lambda: say("attendance neutral").rstrip(".")),
        (show.attendance, lambda: say("caption attendance")),
        (True, lambda: say("caption subjects")),
        (show.change, lambda: _since(material, form)),
        *((True, partial(_list_key, form, kind)) for kind in (REWARD, INTERVENTION) if _met(form, kind)),
    )
    flags = [] if hidden else [group_key(g) for g in show.groups]
    return " ".join(f"{part}." for part in (*flags, *(words() for shown, words in told if shown)))


def _met(form: Form, kind: str) -> tuple[ListRule, ...]:
    """The rules of a kind that put anyone here on a list."""
    return tuple({rule.id: rule for one in form.members for rule in one.of_kind(kind)}.values())


def _list_key(form: Form, kind: str) -> str:
    """`Help: absence (often away and below target)`: what the short names in the lists' column mean."""
    told = [say("list and rule", short=short_names([rule]), rule=in_sentence(rule.name)) for rule in _met(form, kind)]
    return say(f"caption list {kind}", names=", ".join(told))


def _since(material: Material, form: Form) -> str:
    """Since when subjects are up or down; mostly, where some have no comparable mark of that collection."""
    rows = [(one.pupil, row) for one in form.members for row in one.rows]
    since = latest_earlier(material, rows)
    several = len({row.change_from for _, row in rows if row.change_from}) > 1
    return say("caption up down mostly" if several else "caption up down", since=since.name if since else "")
