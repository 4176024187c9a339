from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from reportgen.model.calendar import Closure, SchoolYear, Term, Terms
from reportgen.settings.bank_holidays import with_bank_holidays

# As GOV.UK publishes them for England and Wales, those on weekdays; substitute days where one falls at a weekend.
PUBLISHED = {
    2025: ("2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31"),
    2026: ("2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30"),
}


def year(start: int, first: str, last: str, **changes: object) -> SchoolYear:
    term = Term(id="all", starts=date.fromisoformat(first), ends=date.fromisoformat(last))
    return SchoolYear.model_validate({"year": start, "terms": (term,), **changes})


def closures(one: SchoolYear) -> list[tuple[str, str]]:
    (made,) = with_bank_holidays(Terms(years=(one,))).years
    return [(closure.starts.isoformat(), closure.kind) for closure in made.closures]


@pytest.mark.parametrize("start", PUBLISHED)
def test_they_are_those_published(start: int) -> None:
    """A term as long as the school year has every bank holiday of England that falls on a weekday, substitutes too."""
    found = closures(year(start, f"{start}-09-01", f"{start + 1}-08-31"))
    assert found == [(day, "bank holiday") for day in PUBLISHED[start].split()]


def test_only_those_inside_a_term() -> None:
    """Of a summer half term only the May bank holiday is inside; Easter and Whitsun are in the holidays."""
    assert closures(year(2026, "2027-04-12", "2027-05-28")) == [("2027-05-03", "bank holiday")]


def test_a_closure_that_is_written_stands_alone() -> None:
    """A day that a closure covers is not closed twice."""
    written = Closure(starts=date(2027, 5, 3), ends=date(2027, 5, 4), name="Early May bank holiday")
    assert closures(year(2026, "2027-04-12", "2027-05-28", closures=(written,))) == [("2027-05-03", "closure")]


def test_none_means_none() -> None:
    """A school that is open on bank holidays says so."""
    assert closures(year(2026, "2027-04-12", "2027-05-28", bank_holidays="none")) == []


def test_a_year_nobody_lives_in_does_no_harm() -> None:
    """A slip such as year 26 is left to the checks of terms."""
    assert closures(year(26, "2027-04-12", "2027-05-28")) == []


def test_the_language_of_the_machine_changes_nothing() -> None:
    """With Thai as the language of the machine the names are English all the same."""
    code = (
        "from datetime import date\n"
        "from reportgen.model.calendar import SchoolYear, Term, Terms\n"
        "from reportgen.settings.bank_holidays import with_bank_holidays\n"
        "term = Term(id='a', starts=date(2026, 12, 1), ends=date(2027, 4, 1))\n"
        "years = with_bank_holidays(Terms(years=(SchoolYear(year=2026, terms=(term,)),))).years\n"
        "print(*(c.name for c in years[0].closures), sep='|')\n"
    )
    languages = ({"LANGUAGE": "th", "LANG": "th_TH.UTF-8"}, {"LANGUAGE": "en_GB", "LANG": "C.UTF-8"})
    said = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=env).stdout
        for env in languages
    ]
    assert said[0] == said[1]
    assert said[0].startswith("Christmas Day|")
