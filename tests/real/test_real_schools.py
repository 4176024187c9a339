"""The main job on data that no one here made, from settings alone; figures are those published beside the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from real.conftest import real_school

from reportgen.measures import measure
from reportgen.model.measured import HeadlineFigures, Measured
from reportgen.model.severity import Severity
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.check import check
from reportgen.pipeline.choice import Wanted
from reportgen.pipeline.events import Event

pytestmark = pytest.mark.real


def silent(_: Event) -> None:
    """Hears what the pipeline says."""


def measured_school(folder: Path) -> Measured:
    """The figures of the school's one report."""
    checked = check(folder, silent)
    assert checked.project is not None
    assert checked.loaded is not None
    assert not [p for p in checked.problems if p.severity is Severity.STOP]
    return measure(checked.project, checked.project.reports.reports[0], checked.loaded)


@pytest.fixture(scope="module")
def junior_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Junior School Project as a school's folder."""
    return real_school("junior_school_project", "jsp.csv", tmp_path_factory.mktemp("jsp") / "school")


@pytest.fixture(scope="module")
def portuguese_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Portuguese schools as one school's folder."""
    return real_school("uci_portuguese", "student-por.csv", tmp_path_factory.mktemp("por") / "school")


@pytest.fixture(scope="module")
def junior(junior_folder: Path) -> HeadlineFigures:
    """The mathematics headline of the Junior School Project."""
    return next(h for h in measured_school(junior_folder).headlines if h.id == "maths")


def near(value: float | None, expected: float, places: int = 2) -> bool:
    """Equal as printed beside the data."""
    return value is not None and abs(value - expected) <= 0.5 * 10**-places + 1e-9


def test_junior_school_means_and_gaps(junior: HeadlineFigures) -> None:
    """Manual and non-manual: 24.35 (614) and 27.56 (279) first, 29.72 (512) and 32.72 (237) third."""
    first = next(g for g in junior.gaps_before if g.comparison == "manual" and g.collection == "first")
    third = next(g for g in junior.gaps if g.comparison == "manual")
    assert (first.group.n, first.others.n, third.group.n, third.others.n) == (614, 279, 512, 237)
    for figure, expected in ((first.group, 24.35), (first.others, 27.56), (third.group, 29.72), (third.others, 32.72)):
        assert near(figure.value, expected)
    # The published gaps are differences of the published, rounded means: 24.35 - 27.56 and 29.72 - 32.72.
    assert abs((first.gap.value or 0) + 3.21) <= 0.01
    assert abs((third.gap.value or 0) + 3.00) <= 0.01


def test_junior_school_gap_among_the_same_pupils(junior: HeadlineFigures) -> None:
    """The same 498 and 230 pupils: -3.66 to -3.03, a change of 0.63 (-0.17 to 1.43); the rest is who left."""
    change = next(c for c in junior.gap_changes if c.comparison == "manual" and c.before == "first")
    assert change.change.n in (728, 498)
    assert near(change.then.value, -3.66)
    assert near(change.now.value, -3.03)
    assert near(change.change.value, 0.63)
    assert change.change.interval is not None
    assert near(change.change.interval.low, -0.17)
    assert near(change.change.interval.high, 1.43)
    assert near(change.composition.value, (-3.00 + 3.21) - 0.63, places=1)


def test_portuguese_means(portuguese_folder: Path) -> None:
    """G1 11.399, G2 11.570, G3 11.906 of 649; girls 12.25 (383), boys 11.41 (266), 0.847 (0.339 to 1.355)."""
    mark = measured_school(portuguese_folder).headlines[0]
    assert [round(f.value or 0, 3) for f in (*mark.before, mark.now)] == [11.399, 11.570, 11.906]
    assert mark.now.n == 649
    girls = next(g for g in mark.gaps if g.comparison == "girls")
    assert (girls.group.n, girls.others.n) == (383, 266)
    assert near(girls.group.value, 12.25)
    assert near(girls.others.value, 11.41)
    assert near(girls.gap.value, 0.847, places=3)
    assert girls.gap.interval is not None
    assert near(girls.gap.interval.low, 0.339, places=3)
    assert near(girls.gap.interval.high, 1.355, places=3)
    schools = next(g for g in mark.gaps if g.comparison == "ms")
    assert (schools.group.n, schools.others.n) == (226, 423)
    assert near(schools.group.value, 10.65)
    assert near(schools.others.value, 12.58)


def test_portuguese_noughts_are_marks(portuguese_folder: Path) -> None:
    """15 pupils have a final mark of 0: a mark, not a blank."""
    marks = measured_school(portuguese_folder).marks
    assert int((marks["value"] == 0).sum()) == 15


@pytest.mark.parametrize(
    ("school", "wanted"),
    [
        ("junior_folder", Wanted(packs=("governors",))),
        ("junior_folder", Wanted(packs=("staff",), html_only=True)),
        ("portuguese_folder", Wanted(packs=("governors",))),
        ("portuguese_folder", Wanted(pupil="2")),
    ],
)
def test_real_schools_build(school: str, wanted: Wanted, request: pytest.FixtureRequest) -> None:
    """Packs of real data are built and proved from settings alone, without names, UPNs or KS2 scores."""
    outcome = build(
        Request(folder=request.getfixturevalue(school), wanted=wanted, jobs=2, prove=not wanted.html_only), silent
    )
    assert outcome.good
    assert outcome.bound[0].manifest.documents
    assert not [p for p in outcome.problems if p.code in ("V602", "V603", "V604", "B708", "B710")]
