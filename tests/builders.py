"""Builders that state only the difference: a small school's settings and frames."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.calendar import (
    Collection,
    Collections,
    FamilyPolicy,
    Meeting,
    Report,
    Reports,
    SchoolYear,
    Term,
    Terms,
)
from reportgen.model.frames import Frame, Loaded
from reportgen.model.measure import Band, Headline, Measures
from reportgen.model.pack import ClassPack, Holds, Packs, StaffPacks
from reportgen.model.project import Project
from reportgen.model.reference import AttendanceCode, Reference
from reportgen.model.scale import Facet, Label, Marks, MarkState, Scale, ScaleUse, StateSpellings
from reportgen.model.school import (
    Comparison,
    Contact,
    FormTutors,
    Group,
    Groups,
    GroupValue,
    Member,
    School,
    Staff,
    Start,
    Subject,
    Subjects,
)
from reportgen.model.source import Sources
from reportgen.model.theme import Theme

GCSE = Scale(
    id="gcse",
    name="GCSE grades",
    best="first",
    step=1,
    summary="Grades run from 9 (highest) to 1.",
    labels=tuple(Label(label=g, value=float(g) if g != "U" else 0.0) for g in "987654321U"),
)
FINE = Scale(
    id="fine",
    name="GCSE grades",
    best="last",
    step=1 / 3,
    summary="Grades run from 9 (highest) to 1.",
    comparable_with=("gcse",),
    labels=tuple(
        Label(label=f"{g}{s}", value=g + d, also=(f"{g}-",) if s == "−" else ())
        for g in range(1, 10)
        for s, d in (("−", -1 / 3), ("", 0.0), ("+", 1 / 3))
    ),
)
ATTITUDE = Scale(
    id="attitude",
    name="Attitude to learning",
    best="first",
    labels=(
        Label(label="4", word="Excellent", meaning="Works hard in every lesson and does more than is asked."),
        Label(label="3", word="Good", meaning="Works well, tries hard and asks for help when stuck."),
        Label(label="2", word="Mixed", meaning="Works well at times. Effort changes from lesson to lesson."),
        Label(label="1", word="Low", meaning="Often does not start or finish work."),
    ),
)
OUT_OF_20 = Scale(id="of-20", name="Marks out of 20", kind="numbers", best="highest", lowest=0, highest=20, step=1)
SCALED = Scale(id="scaled", name="KS2 scaled score", kind="numbers", best="highest", lowest=59, highest=120, step=1)

THEME = Theme(
    ink="#12436D",
    accent="#F46A25",
    text="#222222",
    soft="#595959",
    mid="#8C8C8C",
    rule="#BFBFBF",
    wash="#F2F2F2",
    band="#E4E4E4",
    paper="#FFFFFF",
)
CODES = tuple(
    AttendanceCode(code=c, meaning=m, counts_as=a, late=late)
    for c, m, a, late in (
        ("/", "Present am", "attended", False),
        ("\\", "Present pm", "attended", False),
        ("L", "Late", "attended", True),
        ("I", "Illness", "authorised", False),
        ("M", "Medical", "authorised", False),
        ("O", "Unauthorised", "unauthorised", False),
        ("#", "School closed", "not possible", False),
        ("B", "Education off site", "attended", False),
    )
)


def marks(**changes: Any) -> Marks:
    """Scales gcse, fine, attitude, of-20, scaled; facets current (fine), target (gcse), attitude."""
    given: dict[str, Any] = {
        "scales": (GCSE, FINE, ATTITUDE, OUT_OF_20, SCALED),
        "facets": (
            Facet(
                id="current",
                name="Now",
                role="attainment",
                scales=(ScaleUse(scale="fine"),),
                meaning="The grade {name} works at today.",
            ),
            Facet(
                id="target",
                name="Target",
                role="target",
                scales=(ScaleUse(scale="gcse"),),
                meaning="A hard but possible grade.",
            ),
            Facet(
                id="attitude",
                name="Attitude to learning",
                role="attitude",
                scales=(ScaleUse(scale="attitude"),),
                meaning="How {name} works.",
            ),
        ),
        "states": (
            StateSpellings(state=MarkState.ABSENT, spellings=("Abs", "X")),
            StateSpellings(state=MarkState.NOT_TAUGHT, spellings=("NT",)),
            StateSpellings(state=MarkState.NOT_REQUIRED, spellings=("NR",)),
            StateSpellings(state=MarkState.DROPPED, spellings=("Dropped",)),
            StateSpellings(state=MarkState.WITHHELD, spellings=("Withheld",)),
        ),
    }
    return Marks(**{**given, **changes})


def collection(collection_id: str, closes: str, **changes: Any) -> Collection:
    """A collection of all facets for years 7 to 11."""
    on = date.fromisoformat(closes)
    given: dict[str, Any] = {
        "id": collection_id,
        "name": f"{on:%B %Y}",
        "short": f"{on:%b}",
        "year": on.year if on.month >= 9 else on.year - 1,
        "closes": on,
        "year_groups": ("7", "8", "9", "10", "11"),
        "facets": ("current", "target", "attitude"),
        "purpose": "Find who needs help.",
        "action": "Extra help",
        "owner": "head of year",
    }
    return Collection(**{**given, **changes})


def report(**changes: Any) -> Report:
    """The autumn report of 2026, from collection `nov`, beside `jun`."""
    given: dict[str, Any] = {
        "id": "autumn",
        "name": "Autumn report",
        "audiences": ("parents", "staff", "governors"),
        "collection": "nov",
        "compare": ("jun",),
        "on": date(2026, 11, 27),
        "year_groups": ("10",),
        "families": (
            FamilyPolicy(
                facets=("attitude", "current", "target"),
                target_heading="Year 11 target",
                target_meaning="A hard but possible grade.",
            ),
        ),
        "meetings": (
            Meeting(
                name="Parents’ evening", on=date(2026, 12, 3), times="4 to 7 pm", how="Book on the school website."
            ),
        ),
    }
    return Report(**{**given, **changes})


def project(**changes: Any) -> Project:
    """A small secondary school: maths, English, art; groups pupil_premium, send, sex; collections jun and nov."""
    given: dict[str, Any] = {
        "school": School(
            name="Northfield Academy",
            phase="secondary",
            key="upn",
            contact=Contact(phone="0113 496 0100", email="office@northfield.example"),
        ),
        "terms": Terms(
            years=(
                SchoolYear(year=2025, terms=(Term(id="all", starts=date(2025, 9, 3), ends=date(2026, 7, 21)),)),
                SchoolYear(
                    year=2026,
                    terms=(
                        Term(id="ht1", starts=date(2026, 9, 3), ends=date(2026, 10, 23)),
                        Term(id="ht2", starts=date(2026, 11, 2), ends=date(2026, 12, 18)),
                    ),
                ),
            )
        ),
        "collections": Collections(collections=(collection("jun", "2026-06-26"), collection("nov", "2026-11-13"))),
        "reports": Reports(reports=(report(),)),
        "staff": Staff(
            staff=(
                Member(code="HUG", name="Ms Hughes"),
                Member(code="ADE", name="Mrs Adeyemi"),
                Member(code="PAT", name="Mr Patel", phone="0113 496 0182", email="10r@northfield.example"),
            ),
            tutors=(FormTutors(form="10R", tutors=("PAT",)),),
        ),
        "subjects": Subjects(
            subjects=(
                Subject(id="english", name="English language", also=("En", "English")),
                Subject(id="maths", name="Mathematics", also=("Ma", "Maths"), start="ks2-maths"),
                Subject(id="art", name="Art and design", also=("Ar",)),
            )
        ),
        "marks": marks(),
        "groups": Groups(
            groups=(
                Group(
                    id="pupil_premium",
                    name="Pupil premium",
                    short="PP",
                    blank="N",
                    values=(
                        GroupValue(id="Y", name="pupil premium", flag="PP", also=("Yes", "T", "1")),
                        GroupValue(id="N", name="not pupil premium", also=("No", "F", "0")),
                    ),
                    comparisons=(
                        Comparison(
                            id="pupil_premium",
                            name="Pupil premium",
                            these=("Y",),
                            others=("N",),
                            others_name="other pupils",
                        ),
                    ),
                ),
                Group(
                    id="send",
                    name="SEND",
                    short="SEN",
                    blank="N",
                    values=(
                        GroupValue(id="N", name="no SEND"),
                        GroupValue(id="K", name="SEN support", flag="K"),
                        GroupValue(id="E", name="EHC plan", flag="E"),
                    ),
                    comparisons=(
                        Comparison(
                            id="send", name="SEND", these=("K", "E"), others=("N",), others_name="pupils without SEND"
                        ),
                        Comparison(
                            id="ehcp",
                            name="EHC plan",
                            these=("E",),
                            others=("N",),
                            others_name="pupils without SEND",
                            part_of="send",
                        ),
                        Comparison(
                            id="sen_support",
                            name="SEN support",
                            these=("K",),
                            others=("N",),
                            others_name="pupils without SEND",
                            part_of="send",
                        ),
                    ),
                ),
                Group(
                    id="sex",
                    name="Sex",
                    values=(
                        GroupValue(id="F", name="girls", also=("Female", "girl")),
                        GroupValue(id="M", name="boys", also=("Male", "boy")),
                    ),
                    comparisons=(Comparison(id="boys", name="Boys", these=("M",), others=("F",), others_name="girls"),),
                ),
            ),
            starts=(Start(id="ks2-maths", name="KS2 mathematics scaled score", short="KS2", scale="scaled"),),
        ),
        "sources": Sources(sources=()),
        "measures": Measures(
            bands=(
                Band(name="Above target", kind="above", at_least=1),
                Band(name="On target", kind="as", at_least=-1),
                Band(name="Below target", kind="below"),
            ),
            step_name="third of a grade",
            headlines=(
                Headline(id="mean_grade", name="Mean grade", kind="mean", scale="fine"),
                Headline(
                    id="basics4",
                    name="English and maths at grade 4",
                    kind="reaches",
                    subjects=("english", "maths"),
                    at_least={"fine": "4"},
                    reached="reached grade 4 in both",
                    question="What is different this year for {group}?",
                ),
                Headline(id="attendance", name="Attendance", kind="attendance"),
                Headline(
                    id="persistent",
                    name="Missed a tenth or more",
                    kind="persistent_absence",
                    better="lower",
                    reached="missed a tenth or more",
                ),
            ),
        ),
        "packs": Packs(
            classes=ClassPack(groups=("pupil_premium", "send")),
            staff=StaffPacks(own_pattern=3.0),
        ),
        "holds": Holds(),
        "theme": THEME,
        "reference": Reference(attendance_codes=CODES),
    }
    return Project(**{**given, **changes})


_DTYPES = {"text": "str", "number": "float64", "date": "datetime64[s]", "integer": "Int64"}


def frame(contract: Frame, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """A frame of these rows with every column of its contract in its type; provenance is filled in."""
    filled = [{f.SCHOOL: "school", f.SOURCE: "test", f.SHEET: "", f.ROW: n + 2, **row} for n, row in enumerate(rows)]
    wide = pd.DataFrame(filled, columns=[c.name for c in contract.columns])
    return wide.astype({c.name: _DTYPES[c.type] for c in contract.columns}).reset_index(drop=True)


def pupils(*rows: str, **changes: Any) -> pd.DataFrame:
    """`"A Amara Okonkwo 10 10R"`: key, forename, surname, year group, form. Changes apply to every row."""
    made = []
    for row in rows:
        key, forename, surname, year_group, form = row.split()
        made.append(
            {
                f.PUPIL: key,
                f.UPN: key,
                f.LEGAL_FORENAME: forename,
                f.LEGAL_SURNAME: surname,
                f.PREFERRED_FORENAME: forename,
                f.PREFERRED_SURNAME: surname,
                f.YEAR_GROUP: year_group,
                f.FORM: form,
                **changes,
            }
        )
    return frame(f.PUPILS, made)


def results(
    *rows: str,
    scale: Scale = FINE,
    subject: str = "maths",
    facet: str = "current",
    collections: tuple[str, ...] = ("jun", "nov"),
    **changes: Any,
) -> pd.DataFrame:
    """`"A 5 5+"`: a pupil's marks in the collections, in order; `-` is not entered, a state's name (with _) is that state."""
    states = {s.value.replace(" ", "_"): s.value for s in MarkState}
    made = []
    for row in rows:
        pupil, *given = row.split()
        for where, written in zip(collections, given, strict=True):
            base = {
                f.PUPIL: pupil,
                f.SUBJECT: subject,
                f.COLLECTION: where,
                f.FACET: facet,
                f.YEAR_GROUP: "10",
                f.WRITTEN: written,
                f.SCALE: scale.id,
                **changes,
            }
            if written == "-" or written in states:
                made.append({**base, f.STATE: states.get(written, "not entered")})
                continue
            if scale.kind == "numbers":
                value = float(written)
                position = (value - (scale.lowest or 0)) / (scale.step or 1)
                made.append({**base, f.STATE: "marked", f.LABEL: written, f.VALUE: value, f.POSITION: position})
                continue
            labels = scale.ordered()
            place = next(n for n, one in enumerate(labels) if written in (one.label, *one.also))
            made.append(
                {
                    **base,
                    f.STATE: "marked",
                    f.LABEL: labels[place].label,
                    f.VALUE: labels[place].value,
                    f.POSITION: float(place),
                }
            )
    return frame(f.RESULTS, made)


def memberships(**groups: str) -> pd.DataFrame:
    """`memberships(pupil_premium="A:Y B:N", send="A:K")`."""
    made = [
        {f.PUPIL: pupil, f.GROUP: group, f.WRITTEN: value, f.VALUE: value}
        for group, pairs in groups.items()
        for pupil, value in (pair.split(":") for pair in pairs.split())
    ]
    return frame(f.MEMBERSHIPS, made)


def classes(*rows: str) -> pd.DataFrame:
    """`"10B/Ma2 maths A B C"`: class, subject, pupils."""
    made = []
    for row in rows:
        class_id, subject, *keys = row.split()
        made += [{f.PUPIL: key, f.CLASS_ID: class_id, f.SUBJECT: subject} for key in keys]
    return frame(f.CLASSES, made)


def attendance(*rows: str) -> pd.DataFrame:
    """`"A 94 89 4 1 3"`: possible, attended, authorised, unauthorised, late."""
    made = []
    for row in rows:
        pupil, *numbers = row.split()
        possible, attended, authorised, unauthorised, late = map(int, numbers)
        made.append(
            {
                f.PUPIL: pupil,
                f.STARTS: "2026-09-03",
                f.ENDS: "2026-11-13",
                f.POSSIBLE: possible,
                f.ATTENDED: attended,
                f.AUTHORISED: authorised,
                f.UNAUTHORISED: unauthorised,
                f.LATE: late,
            }
        )
    return frame(f.ATTENDANCE, made)


def loaded(**frames: pd.DataFrame) -> Loaded:
    """Frames of one school; those left out are empty."""
    return Loaded(**{contract.name: frames.get(contract.name, frame(contract, [])) for contract in f.FRAMES})
