from __future__ import annotations

from dataclasses import replace

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import composed

from reportgen.model.document import GovernorPack
from reportgen.model.frames import Loaded
from reportgen.model.pack import GovernorPack as Choice
from reportgen.model.pack import Packs
from reportgen.model.project import Project


def cohort(group: list[str], others: list[str], *, june: dict[int, str] | None = None) -> Loaded:
    """Pupils with these grades in English and mathematics; the first ones attract pupil premium."""
    grades = [*group, *others]
    keys = [f"P{n:02}" for n in range(len(grades))]
    rows = [
        f"{key} {(june or {}).get(n, grade)} {grade}" for n, (key, grade) in enumerate(zip(keys, grades, strict=True))
    ]
    members = " ".join(f"{key}:{'Y' if n < len(group) else 'N'}" for n, key in enumerate(keys))
    sexes = " ".join(f"{key}:{'F' if n % 2 else 'M'}" for n, key in enumerate(keys))
    return b.loaded(
        pupils=b.pupils(*(f"{key} Name{key} Surname{key} 10 10R" for key in keys)),
        classes=b.classes(f"10/Ma maths {' '.join(keys)}", f"10/En english {' '.join(keys)}"),
        results=pd.concat([b.results(*rows), b.results(*rows, subject="english")], ignore_index=True),
        memberships=b.memberships(pupil_premium=members, sex=sexes),
    )


def pack(loaded: Loaded, project: Project | None = None) -> GovernorPack:
    """The governors' pack of a cohort."""
    return next(d for d in composed(loaded, project).documents if isinstance(d, GovernorPack))


WIDE = cohort(["2", "3"] * 10, ["6", "7"] * 15)
"""20 pupils at 2 and 3, 30 at 6 and 7: a gap no one can miss."""
ALIKE = cohort(["4", "5"] * 10, ["4", "5"] * 15)
"""The same spread on both sides."""
FEW = cohort(["2", "3"], ["6", "7"] * 15)
"""Two pupils in the group."""


def test_a_clear_gap_is_asked_about_with_its_numbers() -> None:
    """None of 20 and all of 30 reached grade 4: the first page asks, with n and both sides in words."""
    asked = [p for p in pack(WIDE).ask if "Pupil premium" in p.title and "grade 4" in p.title]
    assert len(asked) == 1
    assert asked[0].text.startswith("0% of 20 pupils reached grade 4 in both, lower than the 100% of other pupils.")
    assert asked[0].ask


def test_what_is_asked_about_says_how_sure_it_is() -> None:
    """A gap of 100 points of 20 and 30 pupils has its likely size beside it, as on the page of its groups."""
    made = pack(WIDE)
    asked = next(p for p in made.ask if "Pupil premium" in p.title and "grade 4" in p.title)
    page = next(p for p in made.groups if "grade 4" in p.heading)
    low, high = next(r for r in page.table.rows if r.cells[0].text == "Pupil premium").cells[7].text.split(" to ")
    assert f"Likely gap: {high.removeprefix('−')} to {low.removeprefix('−')} points." in asked.text


def test_no_difference_is_a_finding_and_not_a_question() -> None:
    """Groups alike are listed under too small to say; nothing is asked about them."""
    made = pack(ALIKE)
    assert made.ask == ()
    assert made.ask_none
    assert any("pupil premium" in line.lower() for line in made.too_small)


def test_the_heading_counts_what_the_page_holds() -> None:
    """The number of questions in the heading is the number on the page."""
    made = pack(WIDE)
    words = ["nothing", "one question", "two questions", "three questions"][len(made.ask)]
    assert words in made.heading.lower()
    assert [p.number for p in made.ask] == list(range(1, len(made.ask) + 1))


def test_a_small_group_is_nowhere() -> None:
    """Two pupils' figures are in no sentence, table, picture or figure of the pack; the row says why in words."""
    made = pack(FEW)
    rows = [row for page in made.groups for row in page.table.rows if row.cells[0].text == "Pupil premium"]
    assert rows
    assert all(row.quiet and "5 or fewer" in row.cells[1].text for row in rows)
    assert not [p for p in (*made.ask, *made.strengths) if "premium" in p.title.lower()]
    assert not [line for line in made.too_small if "premium" in line.lower()]


def test_the_gap_on_the_page_is_group_less_others_before_rounding() -> None:
    """A mean of 2.5 beside 6.5 prints as −4.0 with its likely range and whole pupils."""
    page = next(p for p in pack(WIDE).groups if p.heading.startswith("Mean grade"))
    row = next(r for r in page.table.rows if r.cells[0].text == "Pupil premium")
    texts = [cell.text for cell in row.cells]
    assert texts[1:5] == ["2.5", "20", "6.5", "30"]
    assert texts[6] == "−4.0"


def test_questions_may_be_fewer_than_findings_but_nothing_is_lost() -> None:
    """What the first page has no room for is named at the end as also clear, and whether it is lower or higher."""
    one = Packs(governors=Choice(questions=1))
    made, full = pack(WIDE, b.project(packs=one)), pack(WIDE, b.project(packs=Packs(governors=Choice(questions=9))))
    assert len(made.ask) == 1
    assert len(made.also) == len(full.ask) - 1 + len(full.also)
    assert all(", lower: " in line for line in made.also)


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_a_headline_of_which_less_is_better_is_read_that_way(better: str) -> None:
    """The same difference is a strength or a question according to which way is good."""
    project = b.project()
    turned = tuple(h.model_copy(update={"better": better}) for h in project.measures.headlines)
    made = pack(WIDE, b.project(measures=project.measures.model_copy(update={"headlines": turned})))
    told = made.ask if better == "higher" else made.strengths
    assert any("Pupil premium" in p.title for p in told)


def test_figures_of_some_year_groups_say_of_which() -> None:
    """Grade 4 of Year 11 beside attendance of Years 10 and 11: a smaller number of pupils has its reason under it."""
    project = b.project()
    later = tuple(
        h.model_copy(update={"year_groups": ("11",)}) if h.id == "basics4" else h for h in project.measures.headlines
    )
    report = project.reports.reports[0].model_copy(update={"year_groups": ("10", "11")})
    some = b.project(
        measures=project.measures.model_copy(update={"headlines": later}),
        reports=project.reports.model_copy(update={"reports": (report,)}),
    )
    both = ALIKE.pupils.assign(year_group=["10" if n % 2 else "11" for n in range(len(ALIKE.pupils))])
    note = pack(replace(ALIKE, pupils=both), some).figures.note
    assert pack(ALIKE).figures.note == ""
    assert note == "Year 11 only: English and maths at grade 4."
