"""Headlines and gaps, worked by hand."""

from __future__ import annotations

from typing import Any

import builders as b
import pandas as pd
import pytest
from builders import CODES, GCSE, attendance, collection, loaded, memberships, project, pupils, report, results

from reportgen.measures import measure
from reportgen.model.calendar import Collections
from reportgen.model.figure import Unit
from reportgen.model.measure import Headline, Measures
from reportgen.model.measured import Gap, HeadlineFigures, Measured
from reportgen.model.reference import NationalFigure, Reference
from reportgen.model.school import Comparison, Group, Groups, GroupValue

SIX = pupils(
    "A Al Ash 10 10R", "B Bo Bow 10 10R", "C Cy Coe 10 10R", "D Di Dee 10 10R", "E Ed Elm 10 10R", "F Fi Fox 10 10R"
)
DISADVANTAGED = Groups(
    groups=(
        Group(
            id="dis",
            name="Disadvantaged",
            values=(GroupValue(id="Y", name="yes"), GroupValue(id="N", name="no")),
            comparisons=(
                Comparison(
                    id="disadvantaged", name="Disadvantaged", these=("Y",), others=("N",), others_name="other pupils"
                ),
            ),
        ),
    )
)


def only(headline: Headline, **changes: Any) -> Measured:
    """Measures of one headline."""
    made = project(measures=Measures(headlines=(headline,)), **changes.pop("settings", {}))
    return measure(made, changes.pop("report", report()), loaded(**{"pupils": SIX, **changes}))


def head(headline: Headline, **changes: Any) -> HeadlineFigures:
    """The one headline."""
    return only(headline, **changes).headlines[0]


def gap(headline: HeadlineFigures, comparison: str, against: str = "within school") -> Gap:
    return next(g for g in headline.gaps if g.comparison == comparison and g.against == against)


MEAN = Headline(id="mean", name="Mean grade", kind="mean", scale="fine")
BASICS = Headline(
    id="basics",
    name="Basics",
    kind="reaches",
    subjects=("english", "maths"),
    at_least={"fine": "4"},
    national="basics_94",
)
ON_TARGET = Headline(id="target", name="On target", kind="on_target")
PRESENT = Headline(id="present", name="Attendance", kind="attendance")
PERSISTENT = Headline(id="absent", name="Absent", kind="persistent_absence", better="lower")
ENGLAND = (
    NationalFigure(
        measure="basics_94",
        group="all state-funded",
        year="2018/19",
        version="provisional",
        value=64.4,
        unit="percent",
        n=None,
        source="DfE",
    ),
    NationalFigure(
        measure="basics_94",
        group="all state-funded",
        year="2023/24",
        version="revised",
        value=65.0,
        unit="percent",
        n=None,
        source="DfE",
    ),
    NationalFigure(
        measure="basics_94",
        group="other",
        year="2023/24",
        version="revised",
        value=72.0,
        unit="percent",
        n=400000,
        source="DfE",
    ),
)


def test_mean_is_one_value_a_pupil_first() -> None:
    """A pupil with marks 4 and 6 is 5, beside one with a mark of 8: 6.5 over two pupils, not 6 over three marks."""
    rows = pd.concat(
        [results("A 4", "B 8", collections=("nov",)), results("A 6", subject="english", collections=("nov",))]
    )
    told = head(MEAN, results=rows).now
    assert (told.value, told.n, told.missing) == (6.5, 2, 4)


def test_mean_leaves_out_other_scales() -> None:
    """Marks on another scale are not averaged with the headline's, comparable or not."""
    rows = pd.concat(
        [
            results("A 4", collections=("nov",)),
            results("A 9", "B 9", subject="english", scale=GCSE, collections=("nov",)),
        ]
    )
    told = head(MEAN, results=rows).now
    assert (told.value, told.n, told.missing) == (4.0, 1, 5)


def test_reaches_compares_other_scales_by_value() -> None:
    """A grade 4 on the whole-grade scale reaches 4 of the scale it may be compared with; a 3 does not."""
    rows = pd.concat([results("A 4", "B 3", scale=GCSE, subject=s, collections=("nov",)) for s in ("english", "maths")])
    told = head(BASICS, results=rows).now
    assert (told.value, told.numerator, told.n) == (50.0, 1, 2)


def test_before_and_change_are_of_the_same_pupils() -> None:
    """Three pupils then, three now, two of them both times: the change is theirs alone."""
    told = head(MEAN, results=results("A 4 5", "B 5 5", "C 9 -", "D - 3"))
    assert [(b.value, b.n, b.collection) for b in told.before] == [(6.0, 3, "jun")]
    assert told.now.value == pytest.approx(13 / 3)
    assert told.change is not None
    assert (told.change.value, told.change.n, told.change.since) == (0.5, 2, "jun")


def test_change_of_a_share_of_pupils_is_paired() -> None:
    """Two of four reached it then, three now, one newly: a quarter more, by the paired method."""
    rows = pd.concat([results("A 4 4", "B 4 4", "C 3 4", "D 3 3", subject=s) for s in ("english", "maths")])
    told = head(BASICS, results=rows).change
    assert told is not None
    assert told.interval is not None
    assert (told.value, told.n, told.unit, told.interval.method) == (25.0, 4, Unit.POINTS, "paired newcombe")


def test_on_target_takes_the_target_of_that_time() -> None:
    """Then and now each mark is set beside the target of its own collection."""
    rows = pd.concat([results("A 5 5"), results("A 5 6", scale=GCSE, facet="target")])
    told = head(ON_TARGET, results=rows)
    assert (told.before[0].value, told.now.value) == (100.0, 0.0)


def test_a_collection_without_the_measure_is_not_set_beside_it() -> None:
    """No figure before, and no change, where nobody has the measure then."""
    told = head(MEAN, results=results("A 5", "B 6", collections=("nov",)))
    assert (told.before, told.change, told.gaps_before, told.gap_changes) == ((), None, (), ())


def test_attendance_is_only_told_as_it_is_now() -> None:
    """Attendance has one span of days: no before, no change."""
    told = head(PRESENT, attendance=attendance("A 100 90 10 0 0", "B 60 30 0 30 0"))
    assert (told.now.value, told.before, told.change) == (75.0, (), None)


def test_by_year_group_adds_up() -> None:
    """Each year group's figure, its pupils adding up to the whole."""
    rows = pupils("A Al Ash 10 10R", "B Bo Bow 11 11R", "C Cy Coe 11 11R")
    told = head(
        MEAN,
        pupils=rows,
        results=results("A 4", "B 6", "C 8", collections=("nov",)),
        report=report(year_groups=("10", "11")),
    )
    assert [(y.value, y.n) for y in told.by_year_group] == [(4.0, 1), (7.0, 2)]
    assert told.by_year_group[1].population == "Year 11 pupils on roll on 13 November 2026"


def test_a_headline_of_some_year_groups_counts_those() -> None:
    """Pupils of other year groups are neither counted nor missing."""
    rows = pupils("A Al Ash 10 10R", "B Bo Bow 11 11R")
    told = head(MEAN.model_copy(update={"year_groups": ("11",)}), pupils=rows, report=report(year_groups=("10", "11")))
    assert (told.now.n, told.now.missing) == (0, 1)


def test_england_is_the_latest_figure_held() -> None:
    """The national figure is the latest year's, a constant with its table, year and version."""
    rows = pd.concat([results("A 4", "B 4", "C 3", subject=s, collections=("nov",)) for s in ("english", "maths")])
    told = head(
        BASICS, results=rows, settings={"reference": Reference(national=ENGLAND, attendance_codes=CODES)}
    ).national
    assert told is not None
    assert (told.value, told.interval, told.reference) == (65.0, None, "basics_94, 2023/24, revised")
    assert head(MEAN, results=rows).national is None


def test_gap_of_shares() -> None:
    """One of three against two of three: 33.3 points lower, Newcombe's interval, worth one pupil of the three."""
    rows = pd.concat(
        [
            results("A 4", "B 3", "C 3", "D 4", "E 4", "F 3", subject=s, collections=("nov",))
            for s in ("english", "maths")
        ]
    )
    told = gap(
        head(BASICS, results=rows, memberships=memberships(pupil_premium="A:Y B:Y C:Y D:N E:N F:N")), "pupil_premium"
    )
    assert (told.group.n, told.others.n, told.gap.n, told.worth, told.worth_words) == (3, 3, 6, -1, "pupils")
    assert told.gap.interval is not None
    assert (round(told.gap.value or 0, 1), told.gap.unit, told.gap.interval.method) == (-33.3, Unit.POINTS, "newcombe")


def test_gap_in_attendance() -> None:
    """Sum over sum on each side; the interval from pupils; lower absence is a lower share."""
    rows = attendance("A 100 80 20 0 0", "B 50 45 5 0 0", "C 100 96 4 0 0", "D 100 98 2 0 0")
    side = memberships(pupil_premium="A:Y B:Y C:N D:N")
    told = gap(head(PRESENT, attendance=rows, memberships=side), "pupil_premium")
    assert told.gap.interval is not None
    assert (round(told.gap.value or 0, 2), told.gap.interval.method) == (round(100 * 125 / 150 - 97, 2), "ratio")
    assert gap(head(PERSISTENT, attendance=rows, memberships=side), "pupil_premium").gap.value == 100.0


def test_gap_without_anyone_on_a_side_is_there_without_value() -> None:
    """A comparison nobody belongs to keeps its place in the list and says why it has no value."""
    told = gap(
        head(MEAN, results=results("A 5", "B 6", collections=("nov",)), memberships=memberships(send="A:N B:N")), "ehcp"
    )
    assert (told.gap.value, told.gap.no_interval, told.worth) == (None, "no pupils on one side", None)
    assert told.group.no_interval == "no pupils"


def test_unknown_membership_is_on_neither_side() -> None:
    """A pupil whose value is not known is not an `other`."""
    told = gap(
        head(MEAN, results=results("A 5", "B 6", "C 9", collections=("nov",)), memberships=memberships(sex="A:M B:F")),
        "boys",
    )
    assert (told.gap.value, told.gap.n) == (-1.0, 2)


def test_gap_against_england_moves_the_one_sample_interval() -> None:
    """Disadvantaged pupils against other pupils nationally: Wilson's interval of the group less the constant."""
    rows = pd.concat(
        [
            results("A 4", "B 3", "C 3", "D 4", "E 4", "F 3", subject=s, collections=("nov",))
            for s in ("english", "maths")
        ]
    )
    settings = {"reference": Reference(national=ENGLAND), "groups": DISADVANTAGED}
    found = head(BASICS, results=rows, memberships=memberships(dis="A:Y B:Y C:Y D:N E:N F:N"), settings=settings)
    told, within = gap(found, "disadvantaged", "national"), gap(found, "disadvantaged")
    assert told.group == within.group
    assert (round(told.gap.value or 0, 3), told.others.value, told.worth) == (round(100 / 3 - 72, 3), 72.0, -1)
    assert told.gap.interval is not None
    assert told.group.interval is not None
    assert told.gap.interval.low == pytest.approx(told.group.interval.low - 72)


def test_gap_change_keeps_composition_apart() -> None:
    """From -2 (A, B; C, D) to -4 (A; C, F); among A and C, with both marks, from -2 to -3: -1, and -1 composition."""
    rows = results("A 4 4", "B 4 -", "C 6 7", "D 6 -", "F - 9")
    found = head(MEAN, results=rows, memberships=memberships(pupil_premium="A:Y B:Y C:N D:N F:N"))
    told = next(c for c in found.gap_changes if c.comparison == "pupil_premium")
    assert (gap(found, "pupil_premium").gap.value, found.gaps_before[0].gap.value) == (-4.0, -2.0)
    assert (told.then.value, told.now.value, told.change.value, told.composition.value) == (-2.0, -3.0, -1.0, -1.0)
    assert (told.group_n, told.others_n, told.before) == (1, 1, "jun")


def test_each_compared_collection_has_its_gaps() -> None:
    """Gaps before and their changes come for every compared collection, oldest first."""
    made = {
        "collections": Collections(
            collections=(
                collection("mar", "2026-03-20"),
                collection("jun", "2026-06-26"),
                collection("nov", "2026-11-13"),
            )
        )
    }
    rows = results("A 4 5 6", "B 5 5 5", collections=("mar", "jun", "nov"))
    told = head(
        MEAN, results=rows, memberships=memberships(sex="A:M B:F"), settings=made, report=report(compare=("mar", "jun"))
    )
    assert [b.collection for b in told.before] == ["mar", "jun"]
    assert [g.before for g in told.gap_changes if g.comparison == "boys"] == ["mar", "jun"]
    assert told.change is not None
    assert told.change.since == "jun"


def test_counts_are_of_those_known() -> None:
    """Two of three known are in the group; the fourth to sixth are missing, not counted as no."""
    told = next(
        c
        for c in only(MEAN, memberships=memberships(pupil_premium="A:Y B:Y C:N")).counts
        if c.comparison == "pupil_premium"
    )
    assert (told.count.value, told.share.value, told.share.n, told.share.missing) == (2.0, pytest.approx(200 / 3), 3, 3)


def test_a_count_of_an_unloaded_group_is_not_zero() -> None:
    """Where nobody's value is known the count has no value."""
    told = next(c for c in only(MEAN).counts if c.comparison == "pupil_premium")
    assert (told.count.value, told.share.value, told.count.no_interval) == (
        None,
        None,
        "nobody's value of this group is known",
    )


def test_a_headline_without_pupils_is_a_warning() -> None:
    """A measure that nobody has is named."""
    assert [p.found for p in only(MEAN).problems if p.code == "M402"] == ["Mean grade"]


def test_a_gap_in_sessions_is_worth_no_pupils() -> None:
    """Sessions attended are not a share of pupils: 20 points fewer of two pupils' sessions are worth no pupil."""
    loaded = b.loaded(
        pupils=b.pupils("A Ann A 10 10R", "B Bob B 10 10R", "C Cy C 10 10R", "D Di D 10 10R"),
        classes=b.classes("10/Ma maths A B C D"),
        results=b.results("A 5 5", "B 5 5", "C 5 5", "D 5 5"),
        attendance=b.attendance("A 100 70 30 0 0", "B 100 80 20 0 0", "C 100 90 10 0 0", "D 100 100 0 0 0"),
        memberships=b.memberships(pupil_premium="A:Y B:Y C:N D:N"),
    )
    project = b.project()
    told = measure(project, project.reports.reports[0], loaded)
    gap = next(h for h in told.headlines if h.id == "attendance").gaps[0]
    assert (round(gap.gap.value or 0), gap.worth) == (-20, None)
