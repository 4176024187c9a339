"""What measures hand to packs: frames of one row a pupil and subject, and figures of many pupils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reportgen.model.figure import Figure
from reportgen.model.frames import (
    ATTENDED,
    AUTHORISED,
    CLASS_ID,
    COLLECTION,
    ENDS,
    FACET,
    LABEL,
    LATE,
    POSITION,
    POSSIBLE,
    PROVENANCE,
    PUPIL,
    REASON,
    SCALE,
    STARTS,
    STATE,
    SUBJECT,
    UNAUTHORISED,
    VALUE,
    YEAR_GROUP,
    Column,
    Frame,
)
from reportgen.model.problem import Problem
from reportgen.model.value import Value

if TYPE_CHECKING:
    from pandas import DataFrame

DISTANCE, BAND, BAND_KIND = "distance", "band", "band_kind"
TARGET_LABEL, TARGET_STATE = "target_label", "target_state"
ATTITUDE_LABEL, ATTITUDE_STATE, ATTITUDE_PLACE, ATTITUDE_OF, ATTITUDE_WORD = (
    "attitude_label",
    "attitude_state",
    "attitude_place",
    "attitude_of",
    "attitude_word",
)
CHANGE, CHANGE_FROM = "change", "change_from"
COMPARABLE, CHANGE_SINCE = "comparable", "change_since"
PERCENT, MISSED, PERSISTENT = "percent", "missed", "persistent"

PROGRESS = Frame(
    "progress",
    "a pupil on roll and a subject the pupil takes or has a mark in",
    (PUPIL, SUBJECT),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(SUBJECT, "text", "subject id"),
        Column(CLASS_ID, "text", "class, where known"),
        Column(YEAR_GROUP, "text", "year group on the report"),
        Column(FACET, "text", "facet whose progress is told"),
        Column(SCALE, "text", "scale of the mark"),
        Column(LABEL, "text", "mark as printed"),
        Column(VALUE, "number", "declared value"),
        Column(POSITION, "number", "place on the scale in steps, higher is better"),
        Column(STATE, "text", "marked, or why not"),
        Column(REASON, "text", "why an unclear cell is blank"),
        Column(TARGET_LABEL, "text", "target as printed"),
        Column(TARGET_STATE, "text", "marked, or why there is no target"),
        Column(DISTANCE, "number", "steps from target, positive is above; missing when not comparable"),
        Column(BAND, "text", "the band's words"),
        Column(BAND_KIND, "text", "above, as, below"),
        Column(ATTITUDE_LABEL, "text", "attitude as printed"),
        Column(ATTITUDE_STATE, "text", "marked, or why not"),
        Column(ATTITUDE_PLACE, "integer", "1 for the lowest label up to attitude_of for the best"),
        Column(ATTITUDE_OF, "integer", "labels on the attitude scale"),
        Column(ATTITUDE_WORD, "text", "the label's word, or the label"),
        Column(CHANGE, "number", "steps since change_from, positive is up"),
        Column(
            CHANGE_FROM, "text", "the latest compared collection with a comparable mark of this pupil in this subject"
        ),
        *PROVENANCE,
    ),
)
PATH = Frame(
    "path",
    "a pupil, a subject and a collection of the report (compared ones, oldest first, then its own)",
    (PUPIL, SUBJECT, COLLECTION),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(SUBJECT, "text", "subject id"),
        Column(COLLECTION, "text", "collection id"),
        Column(SCALE, "text", "scale of the mark"),
        Column(LABEL, "text", "mark as printed"),
        Column(VALUE, "number", "declared value"),
        Column(POSITION, "number", "place on its scale in steps"),
        Column(STATE, "text", "marked, or why not"),
        Column(COMPARABLE, "integer", "1 when the mark may be compared with the mark now, else 0"),
        Column(CHANGE_SINCE, "number", "steps from this mark to the mark now; missing when not comparable"),
    ),
)
PUPIL_ATTENDANCE = Frame(
    "attendance",
    "a pupil on roll with attendance",
    (PUPIL,),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(STARTS, "date", "first day counted"),
        Column(ENDS, "date", "last day counted"),
        Column(POSSIBLE, "integer", "possible sessions"),
        Column(ATTENDED, "integer", "sessions attended"),
        Column(AUTHORISED, "integer", "missed with permission"),
        Column(UNAUTHORISED, "integer", "missed without permission"),
        Column(LATE, "integer", "times late"),
        Column(MISSED, "integer", "sessions missed"),
        Column(PERCENT, "number", "100 x attended / possible"),
        Column(PERSISTENT, "integer", "1 when persistently absent so far"),
        *PROVENANCE,
    ),
)


def figure_id(*parts: str) -> str:
    """The id of a figure from what it is about: `figure_id("class", "10B/Ma2", "maths", "mean")`."""
    return "|".join(parts)


class Gap(Value):
    """One comparison on one headline in one collection: both lines and their difference. The sides are disjoint."""

    comparison: str
    group_name: str
    others_name: str
    headline: str
    collection: str
    group: Figure
    others: Figure
    gap: Figure
    """group - others, before rounding, with its interval."""
    worth: int | None = None
    """Whole pupils the gap is worth, towards zero, signed as the gap; None when the unit has no such reading."""
    worth_words: str = ""
    """What one of them is: `pupils`, `pupils one grade higher`."""
    against: Literal["within school", "national"] = "within school"


class GapChange(Value):
    """How a gap changed between two collections, among the same pupils, and what came of all others."""

    comparison: str
    headline: str
    before: str
    """Collection id."""
    then: Figure
    """The gap then among pupils in the same group both times with both values."""
    now: Figure
    change: Figure
    """now - then, Welch on the changes."""
    composition: Figure
    """The rest of the change between the two printed gaps: pupils with a mark at one time only, joiners, leavers and
    changes of group."""
    group_n: int = 0
    """Pupils of the group with both values."""
    others_n: int = 0
    """Others with both values."""


class HeadlineFigures(Value):
    """One headline measure: now, before, and its change among the same pupils."""

    id: str
    now: Figure
    before: tuple[Figure, ...] = ()
    """The same measure in each compared collection of the same scale, oldest first."""
    change: Figure | None = None
    """Since the latest of them, the same pupils both times, paired."""
    by_year_group: tuple[Figure, ...] = ()
    national: Figure | None = None
    gaps: tuple[Gap, ...] = ()
    """Every comparison, in the order of the settings, in the report's collection."""
    gaps_before: tuple[Gap, ...] = ()
    gap_changes: tuple[GapChange, ...] = ()


class GroupCount(Value):
    """How many pupils on roll are in the group of a comparison."""

    comparison: str
    name: str
    count: Figure
    share: Figure


@dataclass(frozen=True)
class Measured:
    """Everything worked out for one report. Frames hold pupils on roll only, sorted by their keys."""

    roll: DataFrame
    """PUPILS rows of pupils on roll in the report's year groups."""
    progress: DataFrame
    path: DataFrame
    marks: DataFrame
    """RESULTS rows of pupils on roll in the report's collection, all facets."""
    attendance: DataFrame
    memberships: DataFrame
    """MEMBERSHIPS rows of pupils on roll, groups made from starts included."""
    starts: DataFrame
    sessions: DataFrame
    """SESSIONS rows of pupils on roll from the first day of the school year to the collection's closing day."""
    summaries: DataFrame
    """SUMMARIES of pupil_measures: each pupil across subjects."""
    listed: DataFrame
    """LISTED: who meets which rule of the lists."""
    patterns: DataFrame
    """OWN_PATTERN: a pupil's subject beside the pupil's others."""
    moves: DataFrame
    """MOVES: how many pupils went from which grade to which."""
    movers: DataFrame
    """MOVERS: who they are."""
    figures: Mapping[str, Figure]
    """Every figure by id."""
    headlines: tuple[HeadlineFigures, ...]
    counts: tuple[GroupCount, ...]
    problems: tuple[Problem, ...]
    public_headlines: tuple[HeadlineFigures, ...] = ()
    """The headlines with everything hidden that governors and the public may not see."""
    public_subjects: Mapping[str, Figure] = field(default_factory=dict)
    """Shares on target in each subject and year group likewise, by figure id."""
    public_counts: tuple[GroupCount, ...] = ()
    """The counts likewise."""
