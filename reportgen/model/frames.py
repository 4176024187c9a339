"""What each frame holds: columns, types, keys, what may be missing. Ingest checks frames against these contracts.

Types: `text` (pandas str; missing is NA), `number` (float64; missing is NaN), `date` (datetime64; missing is NaT), `integer` (Int64).
Every row keeps where it came from: school, source, sheet, row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pandas import DataFrame

# Column names, each written once.
SCHOOL, SOURCE, SHEET, ROW, HEADING = "school", "source", "sheet", "row", "heading"
PUPIL, YEAR_GROUP, FORM = "pupil", "year_group", "form"
UPN, MIS_ID, ADMISSION_NUMBER = "upn", "mis_id", "admission_number"
LEGAL_SURNAME, LEGAL_FORENAME = "legal_surname", "legal_forename"
PREFERRED_SURNAME, PREFERRED_FORENAME = "preferred_surname", "preferred_forename"
SEX, BORN, JOINED, LEFT = "sex", "born", "joined", "left"
CLASS_ID, SUBJECT, TEACHER = "class_id", "subject", "teacher"
COLLECTION, FACET, SCALE = "collection", "facet", "scale"
WRITTEN, LABEL, VALUE, POSITION, STATE, REASON = "written", "label", "value", "position", "state", "reason"
KIND, AUTHOR, TEXT = "kind", "author", "text"
STARTS, ENDS, POSSIBLE, ATTENDED, AUTHORISED, UNAUTHORISED, LATE = (
    "starts",
    "ends",
    "possible",
    "attended",
    "authorised",
    "unauthorised",
    "late",
)
DATE, SESSION, CODE = "date", "session", "code"
START, SCORE = "start", "score"
GROUP, AS_OF = "group", "as_of"
ORDER, NAME, TITLE, RELATIONSHIP, EMAIL, RESPONSIBILITY = (
    "order",
    "name",
    "title",
    "relationship",
    "email",
    "responsibility",
)

Type = Literal["text", "number", "date", "integer"]


@dataclass(frozen=True)
class Column:
    """One column of a frame."""

    name: str
    type: Type
    meaning: str
    needed: bool = False
    """The export must have it (by heading or fixed value): without it nothing can be made, a stop."""
    filled: bool = False
    """No row may lack it: a row that does is set aside, counted and named."""
    from_export: bool = True
    """False for columns that ingest works out."""


@dataclass(frozen=True)
class Frame:
    """A frame's contract. `row` says what one row is; `key` is unique."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The contract of one column."""
        return next(c for c in self.columns if c.name == name)


PROVENANCE = (
    Column(SCHOOL, "text", "school id", from_export=False),
    Column(SOURCE, "text", "id of the source", from_export=False),
    Column(SHEET, "text", "sheet of a workbook, empty for CSV", from_export=False),
    Column(ROW, "integer", "row in the file, headings counted", from_export=False),
)
_PUPIL = Column(PUPIL, "text", "the pupil's key: the identifier chosen in school.yaml", needed=True, filled=True)

PUPILS = Frame(
    "pupils",
    "a pupil on the school's list",
    (PUPIL,),
    (
        _PUPIL,
        Column(UPN, "text", "unique pupil number"),
        Column(MIS_ID, "text", "the system's own id"),
        Column(ADMISSION_NUMBER, "text", "admission number"),
        Column(LEGAL_SURNAME, "text", "legal surname"),
        Column(LEGAL_FORENAME, "text", "legal forename"),
        Column(PREFERRED_SURNAME, "text", "surname used; the legal one when missing"),
        Column(PREFERRED_FORENAME, "text", "forename used; the legal one when missing"),
        Column(YEAR_GROUP, "text", "year group as R, 1 to 14", needed=True, filled=True),
        Column(FORM, "text", "form or registration group"),
        Column(SEX, "text", "F or M as the export has it"),
        Column(BORN, "date", "date of birth"),
        Column(JOINED, "date", "first day on roll"),
        Column(LEFT, "date", "last day on roll"),
        *PROVENANCE,
    ),
)
CLASSES = Frame(
    "classes",
    "a pupil in a class",
    (PUPIL, CLASS_ID),
    (
        _PUPIL,
        Column(CLASS_ID, "text", "class, for example 10B/Ma2", needed=True, filled=True),
        Column(SUBJECT, "text", "subject id", needed=True, filled=True),
        Column(TEACHER, "text", "staff code, where the same file names the teacher"),
        *PROVENANCE,
    ),
)
TEACHERS = Frame(
    "teachers",
    "a teacher of a class",
    (CLASS_ID, TEACHER),
    (
        Column(CLASS_ID, "text", "class", needed=True, filled=True),
        Column(TEACHER, "text", "staff code", needed=True, filled=True),
        *PROVENANCE,
    ),
)
RESULTS = Frame(
    "results",
    "a mark of a pupil in a subject, collection and facet",
    (PUPIL, SUBJECT, COLLECTION, FACET),
    (
        _PUPIL,
        Column(SUBJECT, "text", "subject id", needed=True, filled=True),
        Column(CLASS_ID, "text", "class the mark was given in"),
        Column(COLLECTION, "text", "collection id", needed=True, filled=True),
        Column(FACET, "text", "facet id", needed=True, filled=True),
        Column(WRITTEN, "text", "the cell as the export has it", needed=True),
        Column(SCALE, "text", "scale id", from_export=False),
        Column(LABEL, "text", "the mark as understood and as printed", from_export=False),
        Column(VALUE, "number", "its declared value", from_export=False),
        Column(POSITION, "number", "its place on the scale in steps, higher is better", from_export=False),
        Column(STATE, "text", "marked, or why there is no mark (model.scale.MarkState)", from_export=False),
        Column(REASON, "text", "why an unclear cell is blank, in words", from_export=False),
        Column(YEAR_GROUP, "text", "the pupil's year group in that collection's school year", from_export=False),
        Column(HEADING, "text", "heading of the column the cell stands in", from_export=False),
        *PROVENANCE,
    ),
)
COMMENTS = Frame(
    "comments",
    "a text about a pupil",
    (PUPIL, SUBJECT, COLLECTION, KIND, AUTHOR),
    (
        _PUPIL,
        Column(SUBJECT, "text", "subject id; missing for a tutor's or head of year's text"),
        Column(COLLECTION, "text", "collection id", needed=True, filled=True),
        Column(KIND, "text", "comment or next_step"),
        Column(AUTHOR, "text", "staff code"),
        Column(TEXT, "text", "the words", needed=True, filled=True),
        *PROVENANCE,
    ),
)
ATTENDANCE = Frame(
    "attendance",
    "a pupil's sessions (half-days) over a span",
    (PUPIL,),
    (
        _PUPIL,
        Column(STARTS, "date", "first day counted"),
        Column(ENDS, "date", "last day counted"),
        Column(POSSIBLE, "integer", "possible sessions", needed=True, filled=True),
        Column(ATTENDED, "integer", "sessions attended", needed=True, filled=True),
        Column(AUTHORISED, "integer", "sessions missed with permission"),
        Column(UNAUTHORISED, "integer", "sessions missed without permission"),
        Column(LATE, "integer", "times late"),
        *PROVENANCE,
    ),
)
SESSIONS = Frame(
    "sessions",
    "a pupil's session; one that was not possible counts as nothing",
    (PUPIL, DATE, SESSION),
    (
        _PUPIL,
        Column(DATE, "date", "the day", needed=True, filled=True),
        Column(SESSION, "text", "AM or PM", needed=True, filled=True),
        Column(CODE, "text", "attendance code of the register", needed=True),
        Column(ATTENDED, "integer", "1 when it counts as attended", from_export=False),
        Column(AUTHORISED, "integer", "1 when it was missed with permission", from_export=False),
        Column(UNAUTHORISED, "integer", "1 when it was missed without permission", from_export=False),
        Column(LATE, "integer", "1 when the pupil was late", from_export=False),
        *PROVENANCE,
    ),
)
STARTS_FRAME = Frame(
    "starts",
    "a pupil's score on one starting point",
    (PUPIL, START),
    (
        _PUPIL,
        Column(START, "text", "start id", needed=True, filled=True),
        Column(WRITTEN, "text", "the cell as the export has it", needed=True),
        Column(SCORE, "number", "the score", from_export=False),
        Column(STATE, "text", "marked, or why there is none", from_export=False),
        Column(DATE, "date", "the day of the test"),
        Column(HEADING, "text", "heading of the column the cell stands in", from_export=False),
        *PROVENANCE,
    ),
)
MEMBERSHIPS = Frame(
    "memberships",
    "a pupil's value of a group",
    (PUPIL, GROUP),
    (
        _PUPIL,
        Column(GROUP, "text", "group id", needed=True, filled=True),
        Column(WRITTEN, "text", "the cell as the export has it", needed=True),
        Column(VALUE, "text", "value id; missing when not known", from_export=False),
        Column(AS_OF, "date", "the date of the list"),
        Column(HEADING, "text", "heading of the column the cell stands in", from_export=False),
        *PROVENANCE,
    ),
)
CONTACTS = Frame(
    "contacts",
    "a person who may hear about a pupil",
    (PUPIL, ORDER),
    (
        _PUPIL,
        Column(ORDER, "integer", "first, second ... contact"),
        Column(TITLE, "text", "title"),
        Column(NAME, "text", "name"),
        Column(RELATIONSHIP, "text", "relationship"),
        Column(EMAIL, "text", "email address"),
        Column(RESPONSIBILITY, "text", "Y when the person has parental responsibility"),
        *PROVENANCE,
    ),
)

FRAMES: tuple[Frame, ...] = (
    PUPILS,
    CLASSES,
    TEACHERS,
    RESULTS,
    COMMENTS,
    ATTENDANCE,
    SESSIONS,
    STARTS_FRAME,
    MEMBERSHIPS,
    CONTACTS,
)


def frame(name: str) -> Frame:
    """The contract of a frame by name."""
    return next(f for f in FRAMES if f.name == name)


@dataclass(frozen=True)
class Loaded:
    """The canonical frames of one school, checked. Columns and dtypes as the contracts say, rows in key order.

    `results` has one row per key: of several teachers' identical rows one is kept; a cell with two values is one row in state `unclear`.
    `memberships` has one row per pupil and group, the latest. `attendance` holds totals, worked out from `sessions` where those are loaded.
    """

    pupils: DataFrame
    classes: DataFrame
    teachers: DataFrame
    results: DataFrame
    comments: DataFrame
    attendance: DataFrame
    sessions: DataFrame
    starts: DataFrame
    memberships: DataFrame
    contacts: DataFrame


@dataclass(frozen=True)
class SourceCount:
    """Where every row of a source went: rows = used + duplicates + aside + not_for_source, always."""

    source: str
    file: str
    sheet: str
    rows: int
    used: int
    duplicates: int
    """Exact copies of a row that is used."""
    aside: int
    """Set aside, each with a problem that names it."""
    not_for_source: int
    """Left to other sources by `where`."""
