"""A school year rolled: what is copied, what moves, what stays letter for letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import cli
from reportgen.settings import read_project, roll_folder, starter_files
from reportgen.settings.rolling import Rolled, roll
from reportgen.settings.rolling.years_in_text import Move

TERMS, COLLECTION, REPORTING, STAFF = (
    "calendars/terms.yaml",
    "calendars/collection.yaml",
    "calendars/reporting.yaml",
    "staff.yaml",
)

BEFORE = """\
# Rounds of marks.
collections:
  - {id: summer-2026, name: Summer, year: 2025, closes: 2026-06-26, year_groups: [9], facets: [current]}

  # 2026/27
  - id: autumn-2026        # the first
    name: "Autumn 2026"
    short: Nov 26
    year: 2026
    opens: 2026-11-02
    # marks close on a Friday
    closes: 2026-11-13
    assessments: [mocks-2026]
    year_groups: [9, 10]
    purpose: |
      See who settled in 2026.
      Then act.
    also: ['2026 Autumn', Aut 26/27]

  # Pupils of Year 11 left in May 2026.
  - id: spring
    name: Spring
    year: 2026
    closes: 2 weeks after   autumn-2026 freezes
    freezes: 5 school days after spring closes
    year_groups: [10]
    facets: [current]
    # the last line
rates: {mark: 1}   # minutes
"""
ADDED = """\

  # 2027/28
  - id: autumn-2027        # the first
    name: "Autumn 2027"
    short: Nov 27
    year: 2027
    opens: 2027-11-01
    # marks close on a Friday
    closes: 2027-11-12
    assessments: [mocks-2027]
    year_groups: [9, 10]
    purpose: |
      See who settled in 2026.
      Then act.
    also: ['2027 Autumn', Aut 27/28]

  # Pupils of Year 11 left in May 2026.
  - id: spring-2027
    name: Spring
    year: 2027
    closes: 2 weeks after   autumn-2027 freezes
    freezes: 5 school days after spring-2027 closes
    year_groups: [10]
    facets: [current]
    # the last line
"""


def rolled(texts: dict[str, str], *, year: int = 2026, to: int = 2027, on: dict[int, date] | None = None) -> Rolled:
    return roll(texts, year=year, to=to, meetings_on=on or {})


def one(
    texts: dict[str, str], file: str, *, year: int = 2026, to: int = 2027, on: dict[int, date] | None = None
) -> str:
    result = rolled(texts, year=year, to=to, on=on)
    assert result.problems == ()
    return dict(result.files).get(f"config/{file}", texts[file])


def test_a_year_is_copied_after_the_last_entry() -> None:
    """Ids, names, years, dates and references move; sentences, comments, quotes and spaces stay; a heading moves."""
    head, tail = BEFORE.split("rates:")
    assert one({COLLECTION: BEFORE}, COLLECTION) == f"{head}{ADDED}rates:{tail}"


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("autumn-2026", "autumn-2027"),
        ("summer-2025-2", "summer-2026-2"),
        ("Autumn 2026", "Autumn 2027"),
        ("2026 Autumn", "2027 Autumn"),
        ("2026/27", "2027/28"),
        ("2026–27", "2027–28"),
        ("2026-27", "2027-28"),
        ("School year 1999/00", "School year 2000/01"),
        ("26/27", "27/28"),
        ("Nov 26", "Nov 27"),
        ("nov-26", "nov-27"),
        ("Summer ’27", "Summer ’28"),
        ("Sept 26", "Sept 27"),
        ("nov26", "nov27"),
        ("Nov 26/3", "Nov 27/3"),
        ("Aut 26-27", "Aut 27-28"),
        ("Nov 13", "Nov 13"),  # a day
        ("Year 11", "Year 11"),
        ("Week 26", "Week 26"),
        ("12/13", "12/13"),
        ("ht2", "ht2"),
        ("20261", "20261"),
        ("Room 26", "Room 26"),
    ],
)
def test_years_in_names(written: str, moved: str) -> None:
    """A year in a name moves by one however it is written; other numbers stay. The way back leads back."""
    assert Move(2026, 2027).text(written) == moved
    assert Move(2027, 2026).text(moved) == written


def test_days_stay_days_of_the_week() -> None:
    """Dates move by 52 weeks a year, forwards and backwards, over a leap day too; other texts stay."""
    assert Move(2026, 2027).day("2026-11-13") == "2027-11-12"
    assert Move(2027, 2028).day("2028-02-25") == "2029-02-23"
    assert Move(2027, 2026).day("2027-11-12") == "2026-11-13"
    assert Move(2024, 2026).day("2024-11-15") == "2026-11-13"
    assert Move(2026, 2027).day("soon") == "soon"
    assert Move(2026, 2027).day("9999-12-31") == "9999-12-31"


def test_a_list_in_brackets() -> None:
    """Entries of a list in brackets are added inside them."""
    text = "collections: [{id: a-2026, year: 2026}, {id: b-2026, year: 2026}]  # short\n"
    assert one({COLLECTION: text}, COLLECTION) == (
        "collections: [{id: a-2026, year: 2026}, {id: b-2026, year: 2026}, {id: a-2027, year: 2027}, "
        "{id: b-2027, year: 2027}]  # short\n"
    )


@pytest.mark.parametrize(
    "text", [BEFORE.replace("\n", "\r\n"), "\ufeff" + BEFORE, BEFORE.rsplit("rates", 1)[0].rstrip()]
)
def test_files_of_other_editors(text: str) -> None:
    """Line ends of Windows, a mark at the start and a last line without an end are kept, and the copy is as they are."""
    made = one({COLLECTION: text}, COLLECTION)
    assert made.startswith(text[: text.index("rates") if "rates" in text else len(text)])
    assert made.count("\r\n") == (made.count("\n") if "\r" in text else 0)
    plain = made.replace("\r\n", "\n").removeprefix("\ufeff")
    assert ADDED.rstrip() in plain


COLLECTIONS = "collections:\n  - {id: autumn-2026, year: 2026}\n  - {id: summer-2026, year: 2025}\n"
REPORTS = """\
meetings:
  - {name: Old, on: 2026-07-01}
  - {name: Open day, on: 2026-10-01}
  - {id: options, name: Options, year: 2026, on: the day 2026 ht3 starts}
reports:
- id: summer
  collection: summer-2026
  on: 2026-07-10
- id: autumn-2026
  collection: autumn-2026
  compare: [summer-2026]
  on: 10 school days after autumn-2026 freezes
  meetings:
  - {id: evening, name: Evening 2026, on: 1 week after Autumn-2026 goes out}
  - {id: late, name: Late, on: 2 weeks after autumn-2026/evening meets, papers: 1 week before late papers}
"""


def test_reports_and_meetings() -> None:
    """A report belongs to its collection's year, a meeting to the year it says or its day is in; both lists grow."""
    days = {0: date(2026, 7, 1), 1: date(2026, 10, 1), 2: date(2027, 1, 4)}
    made = one({COLLECTION: COLLECTIONS, REPORTING: REPORTS}, REPORTING, on=days)
    meetings, reports = REPORTS.split("reports:")
    assert made == (
        f"{meetings}"
        "  - {name: Open day, on: 2027-09-30}\n"
        "  - {id: options-2027, name: Options, year: 2027, on: the day 2027 ht3 starts}\n"
        f"reports:{reports}"
        "- id: autumn-2027\n"
        "  collection: autumn-2027\n"
        "  compare: [summer-2027]\n"
        "  on: 10 school days after autumn-2027 freezes\n"
        "  meetings:\n"
        "  - {id: evening, name: Evening 2027, on: 1 week after autumn-2027 goes out}\n"
        "  - {id: late, name: Late, on: 2 weeks after autumn-2027/evening meets, papers: 1 week before late papers}\n"
    )


def test_terms_move_and_those_there_stay() -> None:
    """Terms are copied 52 weeks later; a new year that terms.yaml has already keeps what it says."""
    terms = (
        "years:\n  - year: 2026\n    terms:\n      - {id: ht1, name: Autumn 2026, starts: 2026-09-03, ends: 2026-10-23}\n"
        "    closures: [{name: INSET, starts: 2026-11-27, ends: 2026-11-27}]\n"
    )
    texts = {TERMS: terms, COLLECTION: COLLECTIONS}
    assert one(texts, TERMS) == terms + (
        "  - year: 2027\n    terms:\n      - {id: ht1, name: Autumn 2027, starts: 2027-09-02, ends: 2027-10-22}\n"
        "    closures: [{name: INSET, starts: 2027-11-26, ends: 2027-11-26}]\n"
    )
    with_next = terms + "  - {year: 2027, terms: []}\n"
    assert one({**texts, TERMS: with_next}, TERMS) == with_next


def test_responsibilities_of_a_year() -> None:
    """A responsibility of the year is copied for the new one alone, unless somebody has it then; others are every year's."""
    staff = (
        "responsibilities:\n"
        "  - {role: head of year, staff: [ADE], year_groups: [7], years: [2025, 2026]}\n"
        "  - {role: head of year, staff: [PAT], year_groups: [8], years: [2026]}\n"
        "  - {role: head of year, staff: [HUG], year_groups: [8], years: [2027]}\n"
        "  - {role: deputy head, staff: [HUG]}\n"
        "  - role: head of department\n    staff: [ADE]\n    years:\n      - 2026\n"
    )
    assert one({STAFF: staff, COLLECTION: COLLECTIONS}, STAFF) == staff + (
        "  - {role: head of year, staff: [ADE], year_groups: [7], years: [2027]}\n"
        "  - role: head of department\n    staff: [ADE]\n    years:\n      - 2027\n"
    )


def test_nothing_to_copy() -> None:
    """A year without entries is refused and nothing is made."""
    result = rolled({COLLECTION: BEFORE}, year=2019, to=2020)
    assert [(p.code, p.found) for p in result.problems] == [("C330", "nothing of 2019/20")]
    assert result.files == ()


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("  - {id: x, year: 2027}\n", "the collection x"),
        ("  - {id: autumn-2027, year: 2031}\n", "the collection autumn-2027"),
        ("  - {id: x, year: 2027}\n  - {id: y, year: 2027}\n", "the collection x and 1 more"),
    ],
)
def test_the_new_year_is_there(more: str, found: str) -> None:
    """An entry of the new year, or one with an id a copy would get, is refused at its line and nothing is made."""
    result = rolled({COLLECTION: COLLECTIONS + more})
    assert [(p.code, p.place.line, p.found) for p in result.problems] == [("C330", 4, found)]
    assert result.files == ()


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The folder of a new school."""
    for path, content in starter_files("Northfield"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("first school day of ht1", "first school day of ht1"),
        ("last  school day of  2026/27 ht2", "last  school day of  2027/28 ht2"),
        (
            "5 days after First school day of 2026 ht1, in any case",
            "5 days after First school day of 2027 ht1, in any case",
        ),
        ("first Thursday after autumn-2026 freezes", "first Thursday after autumn-2027 freezes"),
    ],
)
def test_told_dates_keep_their_words(written: str, moved: str) -> None:
    """A term's first and last school day and days of the week stay as written, names and years in them move."""
    text = f'collections:\n  - {{id: autumn-2026, year: 2026, opens: "{written}"}}\n'
    assert f'opens: "{moved}"' in one({COLLECTION: text}, COLLECTION).splitlines()[-1]


def test_the_command_names_bank_holidays(school: Path) -> None:
    """Bank holidays on weekdays of a copied term are named by day and term, six at most; none for a year there already."""
    terms = school / "config" / TERMS
    year = "  - {year: 2026, terms: [{id: all, starts: 2026-09-03, ends: 2027-08-30}]}\n"
    terms.write_text(f"years:\n{year}", encoding="utf-8")
    reporting = school / "config" / REPORTING
    reporting.write_text("reports: []\n", encoding="utf-8")
    (school / "config" / "calendars/assessment.yaml").write_text("assessments: []\n", encoding="utf-8")
    (school / "config" / COLLECTION).write_text(
        "collections:\n  - {id: nov, name: Nov, year: 2026, closes: 2026-11-13, year_groups: [10], facets: [current]}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(cli, ["-C", str(school), "calendar", "roll", "2027"])
    assert result.exit_code == 0, result.output
    # 2027/28: Christmas and Boxing Day fall on a weekend and are kept on the Monday and Tuesday after it.
    named = result.output.split("calendar check\n")[1].splitlines()
    assert "  Good Friday 14 April lies inside all" in named
    assert "  Easter Monday 17 April lies inside all" in named
    assert len(named) == 7
    assert named[-1] == "  and 2 more"  # the spring bank holiday and that of August


Run = Callable[..., str]


def test_the_command_writes_and_checks(school: Path) -> None:
    """The example's next year is made, read without a problem, and what is dated from others follows the new terms."""
    before = {name: (school / "config" / name).read_text(encoding="utf-8") for name in (TERMS, COLLECTION, REPORTING)}
    result = CliRunner().invoke(cli, ["-C", str(school), "calendar", "roll", "2027"])
    assert result.exit_code == 0, result.output
    # 3 January 2028 is the bank holiday for New Year's Day, on which the copied ht3 begins: nothing else is new.
    assert set(re.findall(r"\[([A-Z]\d{3})\]", result.output)) <= {"C324"}
    reading = read_project(school)
    assert [str(p) for p in reading.problems] == []
    assert reading.project is not None
    assert reading.project.collection("autumn-2027").opens == date(2027, 11, 1)
    for name, text in before.items():
        after = (school / "config" / name).read_text(encoding="utf-8").splitlines()
        following = iter(after)
        assert all(line in following for line in text.splitlines())  # each, in their order
        assert len(after) > len(text.splitlines())


def test_the_command_refuses(school: Path) -> None:
    """A year that is there already, and a year to copy that is not, end with 1, the reason and no change."""
    before = {path: path.read_bytes() for path in school.rglob("*.yaml")}
    for words in (["2026"], ["2030"], ["2030", "--from", "2019"]):
        result = CliRunner().invoke(cli, ["-C", str(school), "calendar", "roll", *words])
        assert result.exit_code == 1
        assert "[C330]" in result.output
    assert {path: path.read_bytes() for path in school.rglob("*.yaml")} == before


def test_the_command_tells_what_is_new(school: Path) -> None:
    """Where the new terms are there first, a copied date that falls outside them is told, and nothing else."""
    path = school / "config" / TERMS
    terms = path.read_text(encoding="utf-8").rstrip().removesuffix("# ")
    weeks = [("ht1", "2027-09-02", "2027-10-22"), ("ht2", "2027-11-01", "2027-12-17"), ("ht3", "2028-01-04", "2028-02-11"),
             ("ht4", "2028-02-21", "2028-02-29"), ("ht5", "2028-03-06", "2028-05-26"), ("ht6", "2028-06-05", "2028-07-18")]  # fmt: skip
    year = "  - year: 2027\n    terms:\n" + "".join(
        f"      - {{id: {n}, starts: {a}, ends: {b}}}\n" for n, a, b in weeks
    )
    path.write_text(f"{terms}\n{year}", encoding="utf-8")
    result = CliRunner().invoke(cli, ["-C", str(school), "calendar", "roll", "2027"])
    assert result.exit_code == 0, result.output
    assert "[C317]" in result.output
    assert "spring-tests-2028" in result.output


def test_settings_with_a_stop_are_not_rolled(school: Path) -> None:
    """What can't be read can't be copied: the stop is told."""
    path = school / "config" / COLLECTION
    path.write_text(path.read_text(encoding="utf-8").replace("year: 2026", "year: x", 1), encoding="utf-8")
    result = roll_folder(school, year=2026, to=2027)
    assert result.files == ()
    assert {p.code for p in result.problems} == {"S112"}
