"""Exports that no one here made, with settings as a school would write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from builders import collection, project

from reportgen.ingest import Loading, load
from reportgen.model.calendar import Collections
from reportgen.model.problem import Problem
from reportgen.model.scale import Facet, Label, Marks, MarkState, Scale, ScaleUse, StateSpellings
from reportgen.model.school import Group, Groups, GroupValue, Start, Subject, Subjects
from reportgen.model.source import Source, Sources

REAL = Path(__file__).parents[4] / "shared" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.exists(), reason="the real data is not beside the checkout"),
]


def run(folder: str, *sources: dict[str, Any], key: str = "mis_id", **changes: Any) -> Loading:
    school = project().school.model_copy(update={"key": key})
    return load(
        project(school=school, sources=Sources(sources=tuple(Source(**s) for s in sources)), **changes), REAL / folder
    )


def numbers(scale_id: str, highest: float, step: float | None = 1) -> Scale:
    return Scale(id=scale_id, name=scale_id, kind="numbers", best="highest", lowest=0, highest=highest, step=step)


def facet(facet_id: str, *uses: ScaleUse, **changes: Any) -> Facet:
    return Facet(**{"id": facet_id, "name": facet_id, "role": "attainment", "scales": uses, **changes})


def group(group_id: str, *values: tuple[str, ...], blank: str | None = None) -> Group:
    return Group(
        id=group_id,
        name=group_id,
        values=tuple(GroupValue(id=v[0], name=v[0], also=v[1:]) for v in values),
        blank=blank,
    )


def stops(loading: Loading) -> list[Problem]:
    return [p for p in loading.problems if p.severity == "stop"]


def junior_school() -> Loading:
    base = {"file": "jsp.csv", "repeats": True}
    pupil = {"pupil": {"join": ["school", "id"]}}
    return run(
        "junior_school_project",
        {
            **base,
            "id": "pupils",
            "frame": "pupils",
            "columns": {**pupil, "sex": "gender", "form": "class"},
            "fixed": {"year_group": "5"},
        },
        {
            **base,
            "id": "marks",
            "frame": "results",
            "columns": {**pupil, "collection": "year"},
            "fixed": {"facet": "current"},
            "values": {"collection": {"0": "first", "1": "second", "2": "third"}},
            "wide": [{"heading": h, "parts": {"subject": h}} for h in ("english", "math")],
        },
        {
            **base,
            "id": "social",
            "frame": "memberships",
            "columns": {**pupil, "written": "social"},
            "fixed": {"group": "social"},
        },
        collections=Collections(
            collections=(
                collection("first", "2024-06-28", year_groups=("3",)),
                collection("second", "2025-06-27", year_groups=("4",)),
                collection("third", "2026-06-26", year_groups=("5",)),
            )
        ),
        subjects=Subjects(subjects=(Subject(id="english", name="English"), Subject(id="math", name="Mathematics"))),
        marks=Marks(
            scales=(numbers("hundred", 100), numbers("forty", 40)),
            facets=(facet("current", ScaleUse(scale="forty", subjects=("math",)), ScaleUse(scale="hundred")),),
        ),
        groups=Groups(
            groups=(
                group("social", ("non-manual", "1", "2", "3"), ("manual", "4", "5", "6"), ("other", "7", "8", "9")),
                group("sex", ("F", "girl"), ("M", "boy")),
            )
        ),
    )


def test_the_junior_school_project_matches_its_published_figures() -> None:
    """3,236 rows, 1,192 pupils, three collections; means of maths by father's class and the 887 pupils present each time."""
    loading = junior_school()
    assert stops(loading) == []
    assert {(c.rows, c.used) for c in loading.counts} == {(3236, 3236)}
    loaded = loading.loaded
    assert loaded is not None
    assert len(loaded.pupils) == 1192
    maths = loaded.results.query("subject == 'math' and state == 'marked'").pivot_table(
        index="pupil", columns="collection", values="value"
    )
    assert len(maths.dropna()) == 887
    social = loaded.memberships.query("group == 'social'").set_index("pupil")["value"]
    means = maths.join(social).groupby("value")
    assert means["first"].mean().round(2)[["manual", "non-manual"]].tolist() == [24.35, 27.56]
    assert means["first"].count()[["manual", "non-manual"]].tolist() == [614, 279]
    assert means["third"].mean().round(2)[["manual", "non-manual"]].tolist() == [29.72, 32.72]
    assert means["third"].count()[["manual", "non-manual"]].tolist() == [512, 237]


def test_portuguese_schools_match_their_published_figures() -> None:
    """Semicolons, quoted numbers, no pupil id: means and the 15 noughts, which are marks."""
    grades = tuple(
        {"heading": g, "parts": {"subject": "portuguese", "facet": "current", "collection": g.lower()}}
        for g in ("G1", "G2", "G3")
    )
    base = {"file": "student-por.csv"}
    loading = run(
        "uci_portuguese",
        {**base, "id": "pupils", "frame": "pupils", "columns": {"sex": "sex"}, "fixed": {"year_group": "11"}},
        {**base, "id": "marks", "frame": "results", "wide": grades},
        {
            **base,
            "id": "schools",
            "frame": "memberships",
            "columns": {"written": "school"},
            "fixed": {"group": "school"},
        },
        key="row",
        collections=Collections(
            collections=(collection("g1", "2025-12-12"), collection("g2", "2026-03-27"), collection("g3", "2026-06-26"))
        ),
        subjects=Subjects(subjects=(Subject(id="portuguese", name="Portuguese"),)),
        marks=Marks(scales=(numbers("twenty", 20),), facets=(facet("current", ScaleUse(scale="twenty")),)),
        groups=Groups(groups=(group("school", ("GP",), ("MS",)), group("sex", ("F",), ("M",)))),
    )
    assert loading.problems == ()
    loaded = loading.loaded
    assert loaded is not None
    values = loaded.results.pivot_table(index="pupil", columns="collection", values="value")
    assert len(values) == 649
    assert values.mean().round(3).tolist() == [11.399, 11.570, 11.906]
    assert values.std().round(3).tolist() == [2.745, 2.914, 3.231]
    assert int((values["g3"] == 0).sum()) == 15
    school = loaded.memberships.query("group == 'school'").set_index("pupil")["value"]
    by_school = values["g3"].groupby(school)
    assert by_school.mean().round(2).to_dict() == {"GP": 12.58, "MS": 10.65}
    assert by_school.count().to_dict() == {"GP": 423, "MS": 226}
    sexes = loaded.memberships.query("group == 'sex'").set_index("pupil")["value"]
    assert values["g3"].groupby(sexes).mean().round(2).to_dict() == {"F": 12.25, "M": 11.41}


def test_a_wonde_extract_loads() -> None:
    """Two lists of pupils by MIS id, invalid UPNs and births in 1910: warnings, no stop; teachers of a class from several rows."""
    loading = run(
        "mis_wonde",
        {
            "id": "students",
            "file": "S*__student.csv",
            "frame": "pupils",
            "columns": {
                "mis_id": "id",
                "legal_forename": "forename",
                "legal_surname": "surname",
                "born": "date_of_birth.date",
                "year_group": "year.data.name",
            },
        },
        {
            "id": "numbers",
            "file": "S*__education_details.csv",
            "frame": "pupils",
            "columns": {"mis_id": "id", "upn": "education_details.data.upn"},
        },
        {
            "id": "classes",
            "file": "S*__students_classes.csv",
            "frame": "classes",
            "columns": {
                "mis_id": "id",
                "class_id": "classes.data__name",
                "subject": "classes.data__subject",
                "teacher": "classes.data__employees.data__id",
            },
        },
        subjects=Subjects(
            subjects=(
                Subject(id="maths", name="Mathematics", also=("A8885472432", "A2460513253")),
                Subject(id="french", name="French", also=("A5237166929", "A4158908262")),
            )
        ),
    )
    assert stops(loading) == []
    loaded = loading.loaded
    assert loaded is not None
    assert len(loaded.pupils) == 60
    assert loaded.pupils["upn"].notna().all()
    assert loaded.pupils["born"].dt.year.unique().tolist() == [1910]
    assert sum(p.code == "R203" for p in loading.problems) == 60
    assert loaded.teachers.groupby("class_id").size().max() == 2


def test_a_marksheet_of_2015_loads() -> None:
    """Pairs of class and grade under headings of board, qualification and subject; blank means N in the flags."""
    headings = (REAL / "mis_marksheet" / "example_data.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    courses = [
        h
        for h in headings
        if h.startswith(("AQA", "Pearson", "OCR", "WJEC", "VTCT", "NCFE")) and not h.endswith("_Class")
    ]
    subjects = tuple(Subject(id=f"s{n}", name=c.split("-in-")[1], also=(c,)) for n, c in enumerate(courses))
    grades = Scale(
        id="grades",
        name="Grades",
        best="first",
        labels=tuple(
            Label(label=g) for g in ("A*", "A", "B", "C", "D", "E", "F", "G", "U", "Distinction", "Merit", "Pass")
        ),
    )
    base = {"file": "example_data.csv"}
    given = {"legal_surname": "Surname", "legal_forename": "Forename"}
    loading = run(
        "mis_marksheet",
        {**base, "id": "pupils", "frame": "pupils", "columns": given, "fixed": {"year_group": "11"}},
        {
            **base,
            "id": "grades",
            "frame": "results",
            "columns": given,
            "headings": "{subject}",
            "fixed": {"facet": "current", "collection": "nov"},
            "ignore": ("*_Class", "*KS2*"),
        },
        {**base, "id": "classes", "frame": "classes", "headings": "{subject}_Class", "ignore": ("*KS2*", "*-in-*")},
        {
            **base,
            "id": "flags",
            "frame": "memberships",
            "wide": [{"heading": h, "parts": {"group": h.lower()}} for h in ("PP", "SEN", "EAL")],
        },
        {
            **base,
            "id": "ks2",
            "frame": "starts",
            "wide": [{"heading": "Maths_KS2_fine", "parts": {"start": "ks2-maths"}}],
        },
        key="row",
        subjects=Subjects(subjects=subjects),
        marks=Marks(
            scales=(
                grades,
                Scale(id="fine", name="KS2 fine levels", kind="numbers", best="highest", lowest=1, highest=6, step=0.1),
            ),
            facets=(facet("current", ScaleUse(scale="grades")),),
            states=(StateSpellings(state=MarkState.NOT_TAUGHT, spellings=("",)),),
        ),
        groups=Groups(
            groups=tuple(
                group(g, ("Y",), ("N",), ("K", "S", "A", "P"), ("E",), blank="N") for g in ("pp", "sen", "eal")
            ),
            starts=(Start(id="ks2-maths", name="KS2 maths", scale="fine"),),
        ),
    )
    assert stops(loading) == []
    loaded = loading.loaded
    assert loaded is not None
    raw = pd.read_csv(REAL / "mis_marksheet" / "example_data.csv", dtype=str, keep_default_na=False)
    assert len(loaded.pupils) == len(raw)
    filled = int((raw[courses] != "").sum().sum())
    assert int((loaded.results["state"] == "marked").sum() + (loaded.results["state"] == "unclear").sum()) == filled
    assert int((loaded.results["state"] == "not taught").sum()) == len(raw) * len(courses) - filled
    assert set(loaded.memberships.query("group == 'pp'")["value"]) == {"Y", "N"}


def test_a_trust_database_loads() -> None:
    """25,566 long rows of many assessments: those of one kind and place are chosen, several a year are two values, none is a stop."""
    names = ("Construction", "Hospitality", "English", "Mathematics", "Science")
    letters = (
        "A*",
        "A",
        "B",
        "C",
        "D",
        "E",
        "U",
        "D*",
        "M",
        "P",
        "DDD",
        "DDM",
        "MMM",
        "PPP",
        "D*D*D*",
        "D*D*D",
        "D*DD",
        *(f"{n}{s}" for n in range(1, 10) for s in ("", "A", "B", "C", "D", "E")),
        "D1",
        "D2",
    )
    pupil = {"pupil": {"join": ["school_id", "student_id"]}}
    kinds = ("* Current Grades", "* Current Grades (KS3)", "* Current Grades (KS5)")
    scale = Scale(id="any", name="Any", labels=tuple(Label(label=x) for x in dict.fromkeys(letters)))
    loading = run(
        "trust_database",
        {
            "id": "results",
            "file": "results.csv",
            "frame": "results",
            "fixed": {"collection": "nov"},
            "columns": {
                **pupil,
                "class_id": "class_id",
                "teacher": "teacher_id",
                "facet": "assessment_type",
                "subject": "subject",
                "written": "score",
                "year_group": "year_group",
            },
            "where": {"assessment_type": kinds},
        },
        {
            "id": "flags",
            "file": "students.csv",
            "frame": "memberships",
            "columns": pupil,
            "wide": [{"heading": h, "parts": {"group": h}} for h in ("pp", "eal", "send")],
        },
        subjects=Subjects(subjects=tuple(Subject(id=n.lower(), name=n) for n in names)),
        marks=Marks(scales=(scale,), facets=(facet("current", ScaleUse(scale="any"), also=kinds),)),
        groups=Groups(groups=tuple(group(g, ("Y", "T"), ("N", "F")) for g in ("pp", "eal", "send"))),
    )
    assert stops(loading) == []
    results, flags = loading.counts
    assert (results.rows, results.not_for_source, flags.rows) == (25_566, 5_864, 5_250)
    assert results.used + results.duplicates + results.aside == 7136 + 6664 + 5902
    loaded = loading.loaded
    assert loaded is not None
    raw = pd.read_csv(REAL / "trust_database" / "results.csv", dtype=str).query("assessment_type in @kinds")
    scores = raw.groupby(["school_id", "student_id", "subject"])["score"].nunique()
    assert len(loaded.results) == len(scores)
    assert (
        int((loaded.results["state"] == "unclear").sum())
        == int((scores > 1).sum())
        == sum(p.code == "R205" for p in loading.problems)
    )
    assert results.used == int(scores.sum())
