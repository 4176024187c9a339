"""The calendar's pages on paper and in a browser: an ordinary school's year, a primary's, a crowded one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from calendar_pages import crowded, evening, hours, ordinary, primary, school_year, window
from printed import bands, page_texts, smallest_type

from reportgen.calendars.events import events
from reportgen.charts.lettering import width
from reportgen.model.calendar import Assessments, Reports, Term, Terms
from reportgen.model.document import CalendarTerms, CalendarYear
from reportgen.model.project import Project
from reportgen.packs.calendar_term import calendar_terms
from reportgen.packs.calendar_year import calendar_year
from reportgen.render import Pages, Printed

MM = 72 / 25.4
STRANGE = (
    "<b>Bob’s</b> {{ 7*7 }} & “Łódź” evening with a name that goes on and on until the end of the year and further"
)


def strangest() -> Project:
    """One term without a name, names with markup and beyond any width, everything on one day."""
    year = school_year(terms=(Term(id="all", starts="2026-09-03", ends="2027-07-20"),), closures=())  # type: ignore[arg-type]  # read as in YAML
    meetings = tuple(evening(f"{STRANGE} {n}", "2027-07-20", "11") for n in range(3))
    return ordinary(
        terms=Terms(years=(year,)),
        assessments=Assessments(assessments=(window(STRANGE[:60], "test", "2027-07-20", "2027-07-20"),)),
        reports=Reports(reports=(), meetings=meetings),
    )


def too_full() -> Project:
    """Sixteen year groups with three tests each in one fortnight: more than a side."""
    groups = ("N1", "N2", "R", *(str(n) for n in range(1, 14)))
    tests = tuple(
        window(f"Test {n} of {g}", "test", f"2026-11-{2 + n:02d}", f"2026-11-{2 + n:02d}", (g,))
        for g in groups
        for n in range(3)
    )
    return crowded().model_copy(update={"assessments": Assessments(assessments=tests)})


SCHOOLS: dict[str, Callable[[], Project]] = {
    "ordinary": ordinary,
    "primary": primary,
    "crowded": crowded,
    "nothing written down": lambda: ordinary(
        assessments=Assessments(), reports=Reports(reports=()), terms=Terms(years=(school_year(closures=()),))
    ),
    "strangest": strangest,
    "too full": too_full,
}


def _year(school: Project, *, counted: bool = True) -> CalendarYear:
    year = school.terms.years[0]
    workload = hours(school) if counted else None
    return calendar_year(school, year, events(school, year=2026), workload=workload, measure=width)


def _terms(school: Project) -> CalendarTerms:
    return calendar_terms(school, school.terms.years[0], events(school, year=2026), workload=hours(school))


@pytest.fixture(scope="module")
def years(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(_year(make()), draw=draw) for name, make in SCHOOLS.items()}


@pytest.fixture(scope="module")
def terms(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(_terms(make()), draw=draw) for name, make in SCHOOLS.items()}


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_calendar_is_proved(years: dict[str, Printed], terms: dict[str, Printed], prove: Any, name: str) -> None:
    """Both documents pass PDF/UA-1 and the libraries had nothing to say."""
    for printed in (years[name], terms[name]):
        assert printed.messages == ()
        assert prove(printed.content) == ()


@pytest.mark.parametrize("name", [name for name in SCHOOLS if name != "too full"])
@pytest.mark.parametrize("counted", [True, False])
def test_the_year_is_one_landscape_side(pages: Pages, draw: Any, name: str, counted: bool) -> None:  # noqa: FBT001 - with hours and without
    """From nothing to Nursery to Year 13, with hours and without: one side, its last line above the foot."""
    content = pages.pdf(_year(SCHOOLS[name](), counted=counted), draw=draw).content
    pdf = pypdfium2.PdfDocument(content)
    assert len(pdf) == 1
    assert pdf[0].get_size() == pytest.approx((841.89, 595.28), abs=0.1)
    top, bottom = bands(content, 0)
    assert top >= 9 * MM
    assert bottom <= (210 - 12) * MM


def test_a_year_too_full_for_a_side_has_its_weeks_again_on_the_next(years: dict[str, Printed]) -> None:
    """Half terms and weeks at the head of every side; a lane that goes on says so, and no test is lost."""
    texts = page_texts(years["too full"].content)
    assert len(texts) > 1
    assert all("Term 1 Term 2 Term 3" in text for text in texts)
    assert sum("Assessment, continued" in text for text in texts) == 1
    assert sum(text.count(" Nov, test ") for text in texts) == 16 * 3
    for lane in ("Collection line", "Reporting square", "Meetings square", "Workload"):
        assert sum(lane in text for text in texts) == 1, lane


def test_the_year_reads_down_the_lanes(years: dict[str, Printed]) -> None:
    """Tested, collected, sent home, met, hours: each entry a date in words."""
    (text,) = page_texts(years["ordinary"].content)
    place = 0
    for words in (
        "The year on a page, 2026/27",
        "Autumn 1 Autumn 2 Spring 1",
        "Assessment",
        "Years 7 to 10 7 Jun, end-of-year tests",
        "Year 11 2 Nov, mock exams GCSE exams from 10 May",
        "Collection",
        "All years 13 Nov, Round 1; head of year: change or end the help 12 Feb, Round 2; head of year: sets for September",
        "Reporting",
        "27 Nov, autumn report",
        "Year 11 3 Dec, parents’ evening",
        "Meetings",
        "Staff 23 Nov, department meeting Governors Papers 1, meeting 8 Dec",
        "Workload",
        "1 5½ 2 3½",
    ):
        place = text.index(words, place) + len(words)
    assert "Northfield Academy. Calendar 2026/27, for staff and governors" in text
    assert "DRAFT" not in text


@pytest.mark.parametrize("name", ["ordinary", "crowded", "strangest"])
def test_nothing_is_smaller_than_9_points(years: dict[str, Printed], terms: dict[str, Printed], name: str) -> None:
    """Labels of the lanes, days of the densest half term, and feet."""
    assert min(smallest_type(years[name].content), smallest_type(terms[name].content)) >= 8.99


@pytest.mark.parametrize("name", ["ordinary", "primary"])
def test_half_terms_follow_one_another(terms: dict[str, Printed], name: str) -> None:
    """Six half terms on three or four sides, every side but the last filled, each heading with its first week."""
    texts = page_texts(terms[name].content)
    heads = ("Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2")
    assert len(texts) in (3, 4)
    assert all(bands(terms[name].content, place)[1] >= 220 * MM for place in range(len(texts) - 1))
    told = " ".join(texts)
    assert all(re.search(rf"{head} \d+ \w+ 20\d\d to [^W]+ school days Week of", told) for head in heads)
    for text in texts:
        assert not re.search(r"school days (?:Northfield|$)", text)


def test_no_name_becomes_markup(pages: Pages, draw: Any) -> None:
    """Tags and template code in names are words on both pages."""
    for document in (_year(strangest()), _terms(strangest())):
        page = pages.html(document, draw=draw)
        assert "<b>Bob" not in page
        assert "{{ 7*7 }}" in page


@pytest.mark.browser
def test_a_calendar_on_a_screen_is_clean(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """No axe violation, no outside request, own fonts used, nothing wider than the window, on a desk and on a phone."""
    jobs = []
    for name, make in SCHOOLS.items():
        for kind, document in (("year", _year(make())), ("terms", _terms(make()))):
            path = tmp_path / f"{name} {kind}.html"
            path.write_text(pages.html(document, draw=draw), encoding="utf-8")
            jobs += [{"path": path, "width": wide} for wide in (1500, 1000, 320)]
    for found in axe(jobs):
        where = f"{Path(found['path']).stem} at {found['width']}"
        assert found["violations"] == [], where
        assert found["asked"] == [], where
        assert found["said"] == [], where
        assert found["fonts"] == ["loaded", "loaded"], where
        assert found["wider"] <= 0, where


@pytest.mark.browser
def test_a_narrow_screen_has_the_year_as_a_list_in_full(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """On a phone each entry is shown in full words and no label; on a desk the label is seen and the words are read."""
    path = tmp_path / "year.html"
    path.write_text(pages.html(_year(ordinary()), draw=draw), encoding="utf-8")
    script = """(() => {
      const seen = (one) => getComputedStyle(one).display !== 'none' && one.getBoundingClientRect().width > 2;
      const first = (name) => document.querySelector(`.collection ${name}`);
      return [seen(first('.full')), seen(first('.label')), first('.full').textContent,
              first('.label').getAttribute('aria-hidden')];
    })()"""
    narrow, wide = (
        found["value"] for found in axe([{"path": path, "width": w, "script": script} for w in (320, 1500)])
    )
    assert narrow[:2] == [True, False]
    assert wide[:2] == [False, True]
    assert narrow[2].startswith("Round 1: marksheets open Monday 19 October")
    assert wide[3] == "true"
