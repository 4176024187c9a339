"""Dates told from others, in a school year with an INSET day on Friday 27 November 2026."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from reportgen.settings import Reading, describe_settings
from reportgen.settings.told.forms import EXPLAINED, PATTERN, read_told

Read = Callable[..., Reading]

TERMS = """\
years:
  - year: 2025
    terms:
      - {id: ht6, starts: 2026-06-01, ends: 2026-07-21}
  - year: 2026
    terms:
      - {id: ht1, starts: 2026-09-03, ends: 2026-10-23}
      - {id: ht2, starts: 2026-11-02, ends: 2026-12-18}
      - {id: ht3, starts: 2027-01-04, ends: 2027-02-12}
      - {id: ht4, starts: 2027-02-22, ends: 2027-03-25}
      - {id: ht5, starts: 2027-04-12, ends: 2027-05-28}
      - {id: ht6, starts: 2027-06-07, ends: 2027-07-21}
    closures:
      - {name: INSET, starts: 2026-11-27, ends: 2026-11-27}
"""
ASSESSMENT = """\
assessments:
  - {id: mocks, name: Mocks, year: 2026, kind: mock, year_groups: [10], starts: 2026-11-02, ends: 2026-11-06, moderated: 2026-11-11}
  - {id: tests, name: Tests, year: 2026, kind: test, year_groups: [10], starts: 2026-11-02, ends: 2026-11-06}
"""
REPORTING = """\
reports:
  - id: autumn
    name: Autumn report
    audiences: [parents]
    collection: nov
    on: ON
    families:
      - facets: [current, target]
    meetings:
      - {id: evening, name: Parents' evening, on: 2026-12-10, papers: 2026-12-03}
"""


def files(on: str = "2026-12-03", **changes: str) -> dict[str, str]:
    """The calendars with the report's day as given; other files by the name before .yaml."""
    given = {"terms": TERMS, "assessment": ASSESSMENT, "reporting": REPORTING.replace("ON", on)}
    return {f"calendars/{name}.yaml": text for name, text in {**given, **changes}.items()}


def told(reading: Reading) -> list[tuple[str, str, int | None, int | None]]:
    return [(p.code, p.place.file.rsplit("/", 1)[1], p.place.line, p.place.column) for p in reading.problems]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-03", "2026-12-03"),
        ("10 school days after nov freezes", "2026-12-03"),  # frozen on the 18th; the INSET day is no school day
        ("1 school day after nov closes", "2026-11-16"),
        ("1 school day before ht2 ends", "2026-12-17"),
        ("5 days after nov freezes", "2026-11-23"),
        ("9 days after nov freezes", "2026-11-30"),  # the 27th is INSET
        ("9 days after nov freezes, in any case", "2026-11-27"),
        ("9 days after nov freezes in any case", "2026-11-27"),
        ("2 weeks after nov closes", "2026-11-30"),
        ("1 week after nov closes", "2026-11-20"),
        ("2 weeks before ht3 starts", "2026-12-18"),  # the 21st is in the holidays: back to the last day of term
        ("2 weeks before ht3 starts, in any case", "2026-12-21"),
        ("14 days before ht3 starts", "2026-12-18"),
        ("first school day after ht2 ends", "2027-01-04"),
        ("last school day before ht3 starts", "2026-12-18"),
        ("0 days after ht2 ends", "2026-12-18"),
        ("the day ht2 ends", "2026-12-18"),
        ("the day 2026/27 ht4 starts", "2027-02-22"),
        ("first school day after 2026 ht4 starts", "2027-02-23"),
        ("2 weeks after mocks ends", "2026-11-20"),
        ("3 weeks after mocks starts", "2026-11-23"),
        ("5 school days after mocks is moderated", "2026-11-18"),
        ("2 school days after nov opens", "2026-11-16"),
        ("the day evening meets", "2026-12-10"),
        ("1 school day before autumn/evening meets", "2026-12-09"),
        ("last school day before evening papers are out", "2026-12-02"),
        ("the day evening papers", "2026-12-03"),
        ("  10 School   Days AFTER Nov Freezes ", "2026-12-03"),
        # The 2nd of November is a Monday, the 18th a Wednesday, the 18th of December a Friday; Friday the 27th is INSET.
        ("first Thursday after ht3 starts", "2027-01-07"),
        ("first Monday after ht3 starts", "2027-01-11"),  # never the very day
        ("first Friday after nov freezes", "2026-11-20"),
        ("first Friday after evening papers are out", "2026-12-04"),
        ("first Friday after mocks is moderated", "2026-11-13"),
        ("last Friday before ht2 ends", "2026-12-11"),
        ("last Thursday before ht2 ends", "2026-12-17"),
        ("last Monday before ht3 starts", "2026-12-14"),  # the 21st and 28th are in the holidays
        ("last Monday before ht3 starts, in any case", "2026-12-28"),
        ("last Monday before ht4 starts in any case", "2027-02-15"),
        ("first Saturday after ht2 ends, in any case", "2026-12-19"),
        ("first Friday after ht2 ends in any case", "2026-12-25"),
        ("FIRST  tuesday after HT3 starts", "2027-01-05"),
        ("first school day of ht3", "2027-01-04"),
        ("last school day of ht2", "2026-12-18"),
        ("the first school day of 2026/27 ht4", "2027-02-22"),
        ("2 school days after first school day of ht3", "2027-01-06"),
        ("1 week before the last school day of ht2", "2026-12-11"),
        ("last Tuesday before last school day of ht2", "2026-12-15"),
        ("the day last school day of 2026 ht4", "2027-03-25"),
    ],
)
def test_every_form_has_its_day(read: Read, written: str, day: str) -> None:
    """Each form gives the day one counts on a calendar, whatever its capitals and spaces; an absolute date stays."""
    collection = None
    if "opens" in written:  # in the small school marks open on 2 November: later, so that the day differs from a term's
        collection = COLLECTION_OPEN_LATE
    reading = read(files(written, **({"collection": collection} if collection else {})))
    assert [str(p) for p in reading.problems] == []
    assert reading.project is not None
    assert reading.project.report("autumn").on == date.fromisoformat(day)


COLLECTION_OPEN_LATE = """\
collections:
  - {id: nov, name: Autumn, year: 2026, opens: 2026-11-12, closes: 2026-11-13, year_groups: [10], facets: [current, target]}
"""
CHAINED = """\
collections:
  - {id: jun, name: Summer, year: 2025, closes: 2026-06-26, year_groups: [9], facets: [current]}
  - id: nov
    name: Autumn
    year: 2026
    opens: OPENS
    closes: CLOSES
    check_days: 5
    FREEZES
    year_groups: [10]
    facets: [current, target]
"""


def chained(
    opens: str = "the day ht2 starts", closes: str = "1 week after mocks ends", freezes: str = "comments: []"
) -> str:
    return CHAINED.replace("OPENS", opens).replace("CLOSES", closes).replace("FREEZES", freezes)


def test_dates_told_from_told_dates(read: Read) -> None:
    """A chain over four files is followed: term, assessment, collection with its check days, report, meeting."""
    assessment = ASSESSMENT.replace(
        "starts: 2026-11-02, ends: 2026-11-06, mod",
        "starts: the day ht2 starts, ends: 4 school days after mocks starts, mod",
    )
    reporting = REPORTING.replace("ON", "10 school days after nov freezes").replace(
        "on: 2026-12-10", "on: 1 week after autumn goes out"
    )
    project = read(files(assessment=assessment, collection=chained(), reporting=reporting)).project
    assert project is not None
    nov, autumn = project.collection("nov"), project.report("autumn")
    assert (nov.opens, nov.closes, nov.freezes) == (date(2026, 11, 2), date(2026, 11, 13), date(2026, 11, 20))
    assert (autumn.on, autumn.meetings[0].on) == (date(2026, 12, 7), date(2026, 12, 14))


def test_the_very_day_may_be_a_holiday(read: Read) -> None:
    """`the day ...` is that day, also in August, when results come."""
    reporting = REPORTING.replace("ON", "2026-12-03") + "    results_on: the day results ends\n"
    assessment = (
        ASSESSMENT
        + "  - {id: results, name: GCSE results, year: 2026, kind: public exam, year_groups: [10], starts: 2027-08-26, ends: 2027-08-26}\n"
    )
    project = read(files(assessment=assessment, reporting=reporting)).project
    assert project is not None
    assert project.report("autumn").results_on == date(2027, 8, 26)


def test_a_term_is_that_of_the_own_school_year(read: Read) -> None:
    """`ht6` of a collection of 2025/26 is that of summer 2026, of one of 2026/27 that of summer 2027."""
    collection = chained().replace("closes: 2026-06-26", "closes: 3 weeks after ht6 starts")
    collection = collection.replace("1 week after mocks ends", "3 weeks after ht6 starts")
    project = read(files("the day ht6 ends", collection=collection)).project
    assert project is not None
    assert [c.closes for c in project.collections.collections] == [date(2026, 6, 22), date(2027, 6, 28)]
    assert project.report("autumn").on == date(2027, 7, 21)


def test_a_name_that_comes_back_every_year(read: Read) -> None:
    """A meeting with the same id in reports of two school years is the one of the own year."""
    before = "  - {id: summer, name: S, audiences: [staff], collection: jun, on: 2026-07-10, meetings: [{id: evening, name: E, on: 2026-07-15}]}\n"
    project = read(files(reporting=REPORTING.replace("ON", "the day evening meets") + before)).project
    assert project is not None
    assert project.report("autumn").on == date(2026, 12, 10)


def test_freezes_where_it_is_not_written(read: Read) -> None:
    """Marks are frozen on the last check day; where terms run out before it, on the last school day known."""
    project = read(files()).project
    assert project is not None
    assert project.collection("nov").frozen_on == date(2026, 11, 18)
    late = chained(opens="2027-07-12", closes="2027-07-19")
    project = read(files("2027-07-21", collection=late)).project
    assert project is not None
    assert project.collection("nov").freezes == date(2027, 7, 21)


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "2026-02-30",
        "first Thorsday after nov closes",
        "first Thursday before nov closes",
        "last Thursday after nov closes",
        "Thursday after nov closes",
        "first school day in ht3",
        "13/11/2026",
        "2026-11",
        "ten school days after nov closes",
        "10 school days after nov",
        "10 school days after nov shuts",
        "5 days nov closes",
        "after nov closes",
        "1000 days after nov closes",
        "-2 days after nov closes",
        "in any case",
    ],
)
def test_a_date_nobody_understands(read: Read, written: str) -> None:
    """S160, once, at the value, with a form that would do."""
    (one,) = read(files(written)).problems
    assert (one.code, one.place.file, one.place.line, one.place.column) == (
        "S160",
        "config/calendars/reporting.yaml",
        6,
        9,
    )
    assert "10 school days after autumn-2026 freezes" in one.expected


@pytest.mark.parametrize(
    ("written", "found", "remedy"),
    [
        ("10 school days after nvo freezes", '"nvo" freezes', "Did you mean nov?"),
        ("2 weeks after mock ends", '"mock" ends', "Did you mean mocks?"),
        ("the day ht7 starts", '"ht7" starts', "Did you mean"),
        ("the day 2031 ht2 starts", '"ht2" starts in 2031', ""),
        ("the day nov goes out", '"nov" goes out', ""),
        ("1 week after tests is moderated", "tests, for which no moderated is written", ""),
        ("1 week after jun opens", "jun, for which no opens is written", ""),
        ("1 week after nov meets", '"nov" meets', ""),
        ("first school day of ht7", 'first school day of "ht7"', "Did you mean"),
        ("2 days after last school day of 2031 ht2", 'last school day of "ht2" in 2031', ""),
        ("last school day of nov", 'last school day of "nov"', ""),
        ("first Thursday after nvo closes", '"nvo" closes', "Did you mean nov?"),
    ],
)
def test_a_date_told_from_nothing(read: Read, written: str, found: str, remedy: str) -> None:
    """S161, once, at the value, says what was looked for and the nearest name there is."""
    (one,) = read(files(written)).problems
    assert (one.code, one.place.line, one.place.column, one.found) == ("S161", 6, 9, found)
    assert one.remedy.startswith(remedy)


def test_a_name_of_two_things(read: Read) -> None:
    """A meeting's id that two reports of a year have must be told with its report; with it, all is well."""
    other = "  - {id: gov, name: G, audiences: [staff], collection: nov, on: 2026-12-01, meetings: [{id: evening, name: E, on: 2026-12-15}]}\n"
    (one,) = read(files(reporting=REPORTING.replace("ON", "the day evening meets") + other)).problems
    assert (one.code, one.found) == ("S161", '"evening", the name of 2 things with such a moment')
    project = read(files(reporting=REPORTING.replace("ON", "the day gov/evening meets") + other)).project
    assert project is not None
    assert project.report("autumn").on == date(2026, 12, 15)


def test_a_meeting_of_no_year_names_the_year_of_a_term(read: Read) -> None:
    """A term without its school year is refused where nothing says which is meant, and read where it is said."""
    alone = "meetings:\n  - {name: Open day, on: first school day after ht1 starts}\n"
    (one,) = read(files(reporting=REPORTING.replace("ON", "2026-12-03") + alone)).problems
    assert (one.code, one.place.line, one.found) == ("S161", 12, "ht1, a term of no school year")
    of = alone.replace("first school day after ht1 starts", "first school day of ht1")
    (one,) = read(files(reporting=REPORTING.replace("ON", "2026-12-03") + of)).problems
    assert one.remedy == "Write `first school day of 2026 ht1` for that of 2026/27."
    for said in (alone.replace("ht1", "2026 ht1"), alone.replace("name:", "year: 2026, name:")):
        project = read(files(reporting=REPORTING.replace("ON", "2026-12-03") + said)).project
        assert project is not None
        assert project.reports.meetings[0].on == date(2026, 9, 4)


def test_a_circle_is_told_once(read: Read) -> None:
    """S162 at the first date of the circle, in words; what hangs on the circle is not told as well."""
    circle = chained(closes="5 school days before nov freezes", freezes="freezes: 5 school days after nov closes")
    (one,) = read(files("1 week after nov closes", collection=circle)).problems
    assert (one.code, one.place.file, one.place.line, one.place.column) == (
        "S162",
        "config/calendars/collection.yaml",
        7,
        13,
    )
    assert one.found == "nov closes, told from nov freezes, told from nov closes"


def test_a_circle_through_the_check_days(read: Read) -> None:
    """Marks that close so many days before they freeze, and freeze when they are checked, close on no day."""
    (one,) = read(files(collection=chained(closes="5 school days before nov freezes"))).problems
    assert (one.code, one.place.line) == ("S162", 7)


def test_a_date_told_from_itself(read: Read) -> None:
    """The smallest circle is one too."""
    assert told(read(files("1 day after autumn goes out"))) == [("S162", "reporting.yaml", 6, 9)]


@pytest.mark.parametrize(
    "written",
    [
        "200 school days after nov closes",
        "2 weeks after ht6 ends",
        "first school day after ht6 ends",
        "300 school days before nov closes",
        "first Friday after ht6 ends",
        "first Saturday after nov closes",
    ],
)
def test_a_date_beyond_the_terms(read: Read, written: str) -> None:
    """S163 at the value where counting runs out of terms.yaml."""
    assert told(read(files(written))) == [("S163", "reporting.yaml", 6, 9)]


def test_in_any_case_needs_no_term(read: Read) -> None:
    """Asked for, a date may fall in holidays nobody described further."""
    project = read(files("2 weeks after ht6 ends, in any case")).project
    assert project is not None
    assert project.report("autumn").on == date(2027, 8, 4)


def test_one_slip_one_message(read: Read) -> None:
    """Dates told from one that has no day are not told as well."""
    bad = chained(opens="1 week before nov closes", closes="10 schooldays after ht2 starts")
    assert told(read(files("1 week after nov freezes", collection=bad))) == [("S160", "collection.yaml", 7, 13)]


@pytest.mark.parametrize("year", ["x", "20266", "", "[2026]"])
def test_a_year_nobody_can_read_is_told(read: Read, year: str) -> None:
    """A school year that is wrong is a stop, also where the entry's dates are told from terms."""
    reading = read(files(collection=chained().replace("year: 2026", f"year: {year}")))
    assert reading.project is None
    assert {(p.place.file, p.place.line) for p in reading.problems} <= {
        ("config/calendars/collection.yaml", n) for n in (3, 5, 6)
    }


def test_a_report_of_an_unknown_collection_is_told(read: Read) -> None:
    """Where the collection is misspelt the school year of a term is not known: the date is told."""
    reporting = REPORTING.replace("ON", "the day ht2 ends").replace("collection: nov", "collection: nvo")
    assert ("S161", "reporting.yaml", 6, 9) in told(read(files(reporting=reporting)))


def test_unreadable_terms_are_enough(read: Read) -> None:
    """Where terms.yaml can't be read nothing is said of dates that need it."""
    assert told(read(files("1 week after nov closes", terms="years: 3\n"))) == [("S112", "terms.yaml", 1, 8)]


def test_terms_are_not_told(read: Read) -> None:
    """The dates of terms.yaml are year-month-day: they are what others are told from."""
    terms = TERMS.replace("starts: 2026-11-02", "starts: 10 days after ht1 ends")
    assert told(read(files(terms=terms))) == [("S112", "terms.yaml", 8, 27)]


def test_contradictions_are_found_in_told_dates(read: Read) -> None:
    """A told day before the one it must follow is told at its line with the day it came to."""
    (one,) = read(files("1 week before nov closes")).problems
    assert (one.code, one.place.line, one.found) == ("S125", 6, 'on 2026-11-06 ("1 week before nov closes")')


@pytest.mark.parametrize(
    ("closes", "found"),
    [
        ("1 week before nov opens", 'closes 2026-10-23 ("1 week before nov opens")'),
        ("2026-10-23", "closes 2026-10-23"),
        ("2028-01-03", "closes 2028-01-03"),
        ("60 weeks after nov opens, in any case", 'closes 2027-12-27 ("60 weeks after nov opens, in any case")'),
    ],
)
def test_a_contradiction_shows_what_was_written(read: Read, closes: str, found: str) -> None:
    """Beside its day a told date is told as it was written; one that was a day already is its day alone."""
    problems = read(files("2028-01-10", collection=chained(closes=closes))).problems
    assert found in [p.found for p in problems if p.code == "S125" and p.place.line == 7]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("14 January 2027", "Write 2027-01-14."),
        ("14/01/2027", "Write 2027-01-14."),
        ("3/12/2026", "Write 2026-12-03."),
        ("03.12.2026", "Write 2026-12-03."),
        ("2026/12/3", "Write 2026-12-03."),
        ("Thursday 14th Jan. 2027", "Write 2027-01-14."),
        ("the 1st of September 2026", "Write 2026-09-01."),
        ("January 14, 2027", "Write 2027-01-14."),
        ("Friday 14 January 2027", ""),  # it is a Thursday
        ("31 February 2027", ""),
        ("01/14/2027", ""),
        ("14/01/27", ""),
        ("14 January", ""),
        ("soon", ""),
    ],
)
def test_a_day_in_other_words_is_written_out(read: Read, written: str, remedy: str) -> None:
    """A day written otherwise is refused with the day as settings take it, day before month; a doubtful one with none."""
    (one,) = read(files(f'"{written}"')).problems
    assert (one.code, one.place.line, one.remedy) == ("S160", 6, remedy)


def test_a_day_in_other_words_where_none_may_be_told(read: Read) -> None:
    """A term's day in other words is refused with the day to write, too."""
    (one,) = read(files(terms=TERMS.replace("starts: 2026-11-02", "starts: 2 November 2026"))).problems
    assert (one.code, one.remedy) == ("S112", "Write 2026-11-02.")


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("2026/27", "Write 2026."),
        ("2026-27", "Write 2026."),
        ("2026/2027", "Write 2026."),
        ("2099/00", "Write 2099."),
        ("2026/28", ""),
        ("26/27", ""),
    ],
)
def test_a_school_year_by_both_its_years(read: Read, written: str, remedy: str) -> None:
    """2026/27 is refused with the year to write; two years that do not follow each other with none."""
    problems = read(files(collection=chained().replace("year: 2026", f"year: {written}"))).problems
    assert [p.remedy for p in problems if (p.code, p.place.line) == ("S112", 5)] == [remedy]


def test_a_weekday_waits_for_a_day_in_school(read: Read) -> None:
    """Friday 27 November is INSET: the first Friday in school is a week later; asked for, it is that Friday."""
    for written, day in (("", date(2026, 12, 4)), (", in any case", date(2026, 11, 27))):
        meeting = REPORTING.replace("ON", "2026-11-25").replace(
            "on: 2026-12-10, papers: 2026-12-03", f'on: "first Friday after autumn goes out{written}"'
        )
        project = read(files(reporting=meeting)).project
        assert project is not None
        assert project.report("autumn").meetings[0].on == day


def test_a_term_begins_with_its_first_day_in_school(read: Read) -> None:
    """INSET at both ends of a half term: its first and last school days lie inside them."""
    inset = "".join(
        f"      - {{name: INSET, starts: {a}, ends: {b}}}\n"
        for a, b in (("2027-04-12", "2027-04-13"), ("2027-05-27", "2027-05-28"))
    )
    for written, day in (("first school day of ht5", date(2027, 4, 14)), ("last school day of ht5", date(2027, 5, 26))):
        project = read(files(written, terms=TERMS + inset)).project
        assert project is not None
        assert project.report("autumn").on == day


def test_no_weekend_is_in_school(read: Read) -> None:
    """A Saturday is refused with the words that would make it one."""
    (one,) = read(files("last Saturday before ht2 ends")).problems
    assert (one.code, one.expected) == ("S163", "`in any case` at the end: no Saturday is a school day")


def test_every_form_explained_can_be_read() -> None:
    """The forms that help shows are forms that are read, and help shows them for each calendar that takes them."""
    lines = (*EXPLAINED[1:3], EXPLAINED[3].split(", never")[0], EXPLAINED[5].replace(";", ","))
    shown = [part.strip() for line in lines for part in line.split(",")]
    assert len(shown) == 9
    for one in (*shown, "the day autumn-2026 closes"):
        assert read_told(one)
        assert re.search(PATTERN, one)  # editors take it too
    assert describe_settings().count(EXPLAINED[1]) == describe_settings().count(EXPLAINED[3]) == 3
