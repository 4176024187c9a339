"""Figures of real data that independent programs agree on, from frames made straight from the files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from builders import OUT_OF_20, collection, loaded, marks, project, report

from reportgen.measures import measure
from reportgen.model import frames as f
from reportgen.model.calendar import Collections
from reportgen.model.figure import Figure
from reportgen.model.measure import Headline, Measures
from reportgen.model.measured import Measured, figure_id
from reportgen.model.scale import Facet, Scale, ScaleUse
from reportgen.model.school import Comparison, Group, Groups, GroupValue, Subject, Subjects

REAL = Path(__file__).resolve().parents[4] / "shared" / "real"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real data are not beside the checkout"),
]


def _in_contract(contract: f.Frame, frame: pd.DataFrame) -> pd.DataFrame:
    kinds = {"text": "str", "number": "float64", "date": "datetime64[s]", "integer": "Int64"}
    filled = frame.assign(**{f.SCHOOL: "school", f.SOURCE: "real", f.SHEET: ""})
    return filled.reindex(columns=[c.name for c in contract.columns]).astype(
        {c.name: kinds[c.type] for c in contract.columns}
    )


def _marks(pupil: pd.Series, value: pd.Series, where: pd.Series, subject: str, scale: Scale) -> pd.DataFrame:
    made = pd.DataFrame({f.PUPIL: pupil, f.VALUE: value.astype("float64"), f.COLLECTION: where})
    made = made.assign(
        **{
            f.SUBJECT: subject,
            f.FACET: "current",
            f.SCALE: scale.id,
            f.STATE: "marked",
            f.YEAR_GROUP: "5",
            f.WRITTEN: made[f.VALUE].astype("str"),
            f.LABEL: made[f.VALUE].astype("str"),
            f.POSITION: made[f.VALUE],
        }
    )
    return _in_contract(f.RESULTS, made[made[f.VALUE].notna()])


def _project(scale: Scale, subjects: tuple[str, ...], collections: tuple[str, ...], groups: tuple[Group, ...]):  # noqa: ANN202 - a Project
    places = tuple(
        collection(c, f"{1985 + n}-06-30", year_groups=("5",), facets=("current",), year=1985)
        for n, c in enumerate(collections)
    )
    facet = Facet(id="current", name="Mark", role="attainment", scales=(ScaleUse(scale=scale.id),))
    headlines = tuple(Headline(id=s, name=s, kind="mean", scale=scale.id, subjects=(s,)) for s in subjects)
    return project(
        collections=Collections(collections=places),
        marks=marks(scales=(scale,), facets=(facet,)),
        measures=Measures(headlines=headlines),
        groups=Groups(groups=groups),
        subjects=Subjects(subjects=tuple(Subject(id=s, name=s) for s in subjects)),
    )


@pytest.fixture(scope="module")
def junior_school() -> Measured:
    rows = pd.read_csv(
        REAL / "junior_school_project" / "jsp.csv", dtype={"id": "str", "social": "str", "school": "str"}
    )
    scale = Scale(id="maths", name="Maths", kind="numbers", best="highest", lowest=0, highest=40, step=1)
    social = Group(
        id="social",
        name="Father's class",
        values=tuple(GroupValue(id=str(n), name=f"class {n}") for n in range(1, 10)),
        comparisons=(
            Comparison(
                id="manual", name="manual", these=("4", "5", "6"), others=("1", "2", "3"), others_name="non-manual"
            ),
        ),
    )
    made = _project(scale, ("maths",), ("y0", "y1", "y2"), (social,))
    one = rows.drop_duplicates("id")
    pupils = pd.DataFrame({f.PUPIL: one["id"], f.YEAR_GROUP: "5"})
    members = pd.DataFrame({f.PUPIL: one["id"], f.GROUP: "social", f.WRITTEN: one["social"], f.VALUE: one["social"]})
    frames = loaded(
        pupils=_in_contract(f.PUPILS, pupils),
        memberships=_in_contract(f.MEMBERSHIPS, members),
        results=_marks(rows["id"], rows["math"], "y" + rows["year"].astype("str"), "maths", scale),
    )
    return measure(made, report(collection="y2", compare=("y0", "y1"), year_groups=("5",)), frames)


@pytest.fixture(scope="module")
def portuguese() -> Measured:
    rows = (
        pd.read_csv(REAL / "uci_portuguese" / "student-por.csv", sep=";")
        .reset_index(names="pupil")
        .astype({"pupil": "str"})
    )
    groups = tuple(
        Group(
            id=column,
            name=column,
            values=tuple(GroupValue(id=v, name=v) for v in (these, others)),
            comparisons=(Comparison(id=column, name=these, these=(these,), others=(others,), others_name=others),),
        )
        for column, these, others in (("sex", "F", "M"), ("school", "GP", "MS"))
    )
    made = _project(OUT_OF_20, ("portuguese",), ("g1", "g2", "g3"), groups)
    pupils = pd.DataFrame({f.PUPIL: rows["pupil"], f.YEAR_GROUP: "5"})
    members = pd.concat(
        [
            pd.DataFrame({f.PUPIL: rows["pupil"], f.GROUP: g.id, f.WRITTEN: rows[g.id], f.VALUE: rows[g.id]})
            for g in groups
        ]
    )
    results = pd.concat(
        [
            _marks(
                rows["pupil"], rows[g].astype("int64"), pd.Series(g.lower(), index=rows.index), "portuguese", OUT_OF_20
            )
            for g in ("G1", "G2", "G3")
        ]
    )
    frames = loaded(
        pupils=_in_contract(f.PUPILS, pupils),
        memberships=_in_contract(f.MEMBERSHIPS, members),
        results=results,
    )
    return measure(made, report(collection="g3", compare=("g1", "g2"), year_groups=("5",)), frames)


def _value(measured: Measured, *parts: str) -> Figure:
    return measured.figures[figure_id(*parts)]


def test_junior_school_gaps_of_all_present(junior_school: Measured) -> None:
    """Mean maths of manual and non-manual pupils, all present each time, and their gaps are the known ones."""
    told = {
        ("y0", "these"): (24.35, 614),
        ("y0", "others"): (27.56, 279),
        ("y2", "these"): (29.72, 512),
        ("y2", "others"): (32.72, 237),
    }
    for (where, side), (mean, n) in told.items():
        figure = _value(junior_school, "group", "manual", side, "maths", where)
        assert (round(figure.value or 0, 2), figure.n) == (mean, n)
    # Published as -3.21, the difference of the two rounded means; gaps here are taken before rounding.
    assert _value(junior_school, "gap", "manual", "maths", "y0").value == pytest.approx(24.345277 - 27.562724, abs=1e-6)
    assert round(_value(junior_school, "gap", "manual", "maths", "y2").value or 0, 2) == -3.00


def test_junior_school_gap_change_among_the_same_pupils(junior_school: Measured) -> None:
    """Among the 498 and 230 pupils with both the gap went from -3.66 to -3.03, by 0.63, Welch -0.17 to 1.43."""
    change = next(c for c in junior_school.headlines[0].gap_changes if c.before == "y0")
    assert (change.group_n, change.others_n) == (498, 230)
    assert (round(change.then.value or 0, 2), round(change.now.value or 0, 2)) == (-3.66, -3.03)
    assert change.change.interval is not None
    assert (
        round(change.change.value or 0, 2),
        round(change.change.interval.low, 2),
        round(change.change.interval.high, 2),
    ) == (0.63, -0.17, 1.43)
    assert change.composition.value == pytest.approx((-3.00 + 3.21) - 0.63, abs=0.015)


def test_junior_school_pupils_with_both(junior_school: Measured) -> None:
    """924 pupils have maths in the first and the third year."""
    change = next(h for h in junior_school.headlines).change
    assert change is not None
    assert change.since == "y1"
    both = junior_school.path.pivot_table(index="pupil", columns="collection", values="value")[["y0", "y2"]].dropna()
    assert len(both) == 924


def test_portuguese_means(portuguese: Measured) -> None:
    """The means of the three collections are 11.399, 11.570 and 11.906 over 649 pupils; a mark of 0 is a mark."""
    head = portuguese.headlines[0]
    assert [round(b.value or 0, 3) for b in (*head.before, head.now)] == [11.399, 11.570, 11.906]
    assert {b.n for b in (*head.before, head.now)} == {649}
    assert (portuguese.progress["value"] == 0).sum() == 15


def test_portuguese_schools_and_girls(portuguese: Measured) -> None:
    """School means 12.58 and 10.65; girls above boys by 0.847, Welch 0.339 to 1.355."""
    schools, girls = ({g.comparison: g for g in portuguese.headlines[0].gaps}[c] for c in ("school", "sex"))
    assert (
        round(schools.group.value or 0, 2),
        schools.group.n,
        round(schools.others.value or 0, 2),
        schools.others.n,
    ) == (12.58, 423, 10.65, 226)
    assert (round(girls.group.value or 0, 2), girls.group.n, round(girls.others.value or 0, 2), girls.others.n) == (
        12.25,
        383,
        11.41,
        266,
    )
    assert girls.gap.interval is not None
    assert (round(girls.gap.value or 0, 3), round(girls.gap.interval.low, 3), round(girls.gap.interval.high, 3)) == (
        0.847,
        0.339,
        1.355,
    )
    assert (girls.worth, girls.worth_words) == (None, "")


def test_portuguese_change_of_the_same_pupils() -> None:
    """From the first to the third collection the same pupils rose by 0.507 with a standard error of 0.0715."""
    rows = (
        pd.read_csv(REAL / "uci_portuguese" / "student-por.csv", sep=";")
        .reset_index(names="pupil")
        .astype({"pupil": "str"})
    )
    made = _project(OUT_OF_20, ("portuguese",), ("g1", "g3"), ())
    results = pd.concat(
        [
            _marks(
                rows["pupil"], rows[g].astype("int64"), pd.Series(g.lower(), index=rows.index), "portuguese", OUT_OF_20
            )
            for g in ("G1", "G3")
        ]
    )
    frames = loaded(
        pupils=_in_contract(f.PUPILS, pd.DataFrame({f.PUPIL: rows["pupil"], f.YEAR_GROUP: "5"})), results=results
    )
    change = measure(made, report(collection="g3", compare=("g1",), year_groups=("5",)), frames).headlines[0].change
    assert change is not None
    assert change.interval is not None
    assert round(change.value or 0, 3) == 0.507
    assert (change.interval.high - change.interval.low) / 2 / 1.9636 == pytest.approx(0.0715, abs=0.0001)
