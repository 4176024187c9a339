"""The measures of one report, in order: who, what each pupil has, what many pupils have, what may be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from reportgen.measures.attendance import attendance_of, sessions_so_far, totals_so_far
from reportgen.measures.chosen_figures import chosen_figures
from reportgen.measures.class_means import distance_figures
from reportgen.measures.columns import ranked, shaped
from reportgen.measures.counts import group_counts, roll_figures, unknown_groups
from reportgen.measures.disclosure import protect_for_governors, protect_subjects
from reportgen.measures.gaps import comparisons
from reportgen.measures.ground import Ground, by_id
from reportgen.measures.headlines import headline_figures, unmeasured
from reportgen.measures.lists import listed_of
from reportgen.measures.memberships import memberships_of, starts_of
from reportgen.measures.moves import moved_of
from reportgen.measures.path import changes_by_subject, path_so_far, with_change
from reportgen.measures.patterns import patterns_of
from reportgen.measures.progress import progress_now
from reportgen.measures.roll import on_roll, taught
from reportgen.measures.subject_figures import subject_figures
from reportgen.measures.subject_gaps import subject_gaps
from reportgen.measures.summaries import summaries_of
from reportgen.measures.year_figures import year_figures
from reportgen.model import frames as f
from reportgen.model.calendar import Report
from reportgen.model.figure import Figure
from reportgen.model.frames import Loaded
from reportgen.model.measured import HeadlineFigures, Measured
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project


def measure(project: Project, report: Report, loaded: Loaded) -> Measured:
    """Everything worked out for one report from the checked frames of one school.

    Never raises for what is in the frames: what can't be worked out is a figure without a value, and a problem where
    people should know.
    """
    roll = on_roll(project, report, loaded.pupils)
    results, problems = taught(project, _of_roll(report, roll=roll, results=loaded.results))
    sessions = sessions_so_far(project, report, roll=roll, sessions=loaded.sessions)
    totals = totals_so_far(loaded.attendance, sessions=loaded.sessions, so_far=sessions)
    ground = Ground(
        project,
        report,
        roll,
        results,
        attendance_of(roll, totals, persistent_from=project.measures.persistent_from),
        memberships_of(project, roll=roll, memberships=loaded.memberships, starts=loaded.starts),
    )
    classes = loaded.classes[loaded.classes[f.PUPIL].isin(roll[f.PUPIL])]
    marks = results[results[f.COLLECTION] == report.collection]
    now = progress_now(project, report, roll=roll, classes=classes, marks=marks)
    path = path_so_far(project, report, roll=roll, progress=now, results=results)
    progress = with_change(now, path, report=report)
    changes = changes_by_subject(path, progress=progress, report=report)
    summaries = summaries_of(ground, progress=progress, path=path)
    moved = moved_of(project.marks, progress=progress, path=path, changes=changes)
    frames = Measured(
        roll=roll,
        progress=progress,
        path=path,
        marks=_ordered(marks, roll),
        attendance=ground.attendance,
        memberships=ground.memberships,
        starts=starts_of(roll, loaded.starts),
        sessions=sessions,
        summaries=summaries,
        listed=listed_of(project.measures.lists, summaries=summaries, progress=progress),
        patterns=patterns_of(progress),
        moves=moved.moves,
        movers=moved.movers,
        figures={},
        headlines=(),
        counts=(),
        problems=problems,
    )
    return _with_figures(ground, frames, classes=classes, changes=changes)


def _of_roll(report: Report, *, roll: pd.DataFrame, results: pd.DataFrame) -> pd.DataFrame:
    """Results of pupils on roll in the report's collections; a row without a year group takes the pupil's."""
    wanted = (*report.compare, report.collection)
    rows = results[results[f.PUPIL].isin(roll[f.PUPIL]) & results[f.COLLECTION].isin(wanted)]
    now = rows[f.PUPIL].map(roll.set_index(f.PUPIL)[f.YEAR_GROUP]).astype("str")
    return rows.assign(**{f.YEAR_GROUP: rows[f.YEAR_GROUP].fillna(now)})


def _ordered(marks: pd.DataFrame, roll: pd.DataFrame) -> pd.DataFrame:
    keys = pd.DataFrame(
        {"pupil": ranked(marks[f.PUPIL], roll[f.PUPIL]), "subject": marks[f.SUBJECT], "facet": marks[f.FACET]}
    )
    return shaped(marks.loc[keys.sort_values(["pupil", "subject", "facet"], kind="stable").index], f.RESULTS)


def _with_figures(ground: Ground, frames: Measured, *, classes: pd.DataFrame, changes: pd.DataFrame) -> Measured:
    headlines, counts = headline_figures(ground), group_counts(ground)
    public_headlines, public_counts = protect_for_governors(
        headlines, counts, project=ground.project, nested=nested_groups(ground)
    )
    of_pupils = by_id(
        (
            *roll_figures(ground),
            *subject_figures(ground, progress=frames.progress, changes=changes, classes=classes),
            *subject_gaps(ground, frames.progress),
            *distance_figures(ground, progress=frames.progress, classes=classes),
            *year_figures(ground, progress=frames.progress, summaries=frames.summaries),
            *chosen_figures(ground, frames.summaries),
        )
    )
    of_groups = by_id(figure for one in headlines for figure in _figures_of(one))
    of_counts = by_id(figure for one in counts for figure in (one.count, one.share))
    return replace(
        frames,
        figures=_together(of_pupils, of_groups, of_counts),
        headlines=headlines,
        counts=counts,
        public_headlines=public_headlines,
        public_counts=public_counts,
        public_subjects=protect_subjects(of_pupils, project=ground.project),
        problems=(
            *frames.problems,
            *_problems(ground, frames),
            *unmeasured(ground, headlines),
            *unknown_groups(ground),
        ),
    )


def _together(*figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
    return {name: one for some in figures for name, one in some.items()}


def _figures_of(headline: HeadlineFigures) -> Iterator[Figure | None]:
    yield from (headline.now, *headline.before, headline.change, *headline.by_year_group, headline.national)
    for gap in (*headline.gaps, *headline.gaps_before):
        yield from (gap.group, gap.others, gap.gap)
    for told in headline.gap_changes:
        yield from (told.then, told.now, told.change, told.composition)


def _problems(ground: Ground, frames: Measured) -> Iterator[Problem]:
    if frames.roll.empty:
        years = ", ".join(ground.project.year_groups(ground.report))
        yield problem(
            "M404",
            Place(file="config/calendars/reporting.yaml"),
            found=f"report {ground.report.id}",
            expected=f"pupils of years {years}",
        )


def nested_groups(ground: Ground) -> tuple[tuple[str, str], ...]:
    """Pairs of comparisons of different groups, as the settings order them, one's pupils all among the other's.

    Such pairs, pupil premium and disadvantaged for one, give away by subtraction whoever is only in the larger.
    """
    masks = [(group.id, one.id, ground.sides.these(group, one)) for group, one in comparisons(ground)]
    return tuple(
        (a, b)
        for n, (group_a, a, these_a) in enumerate(masks)
        for group_b, b, these_b in masks[n + 1 :]
        if group_a != group_b
        and these_a.any()
        and these_b.any()
        and (not (these_a & ~these_b).any() or not (these_b & ~these_a).any())
    )
