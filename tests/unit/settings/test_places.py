from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.model.places import Step
from reportgen.settings import Reading

Read = Callable[..., Reading]

FILES = {
    "calendars/terms.yaml": """\
years:
  - year: 2026
    terms:
      - {id: ht2, starts: 2026-11-02, ends: 2026-12-18}
      - {id: ht1, starts: 2026-09-03, ends: 2026-10-23}
    closures:
      - {name: INSET, starts: 2026-11-27, ends: 2026-11-27}
""",
    "calendars/assessment.yaml": """\
assessments:
  - {id: mocks, name: Mocks, year: 2026, kind: mock, year_groups: [10], starts: 2026-11-02, ends: 2026-11-06}
""",
    "calendars/reporting.yaml": """\
reports:
  - id: autumn
    name: Autumn report
    audiences: [parents, staff]
    collection: nov
    on: 2026-11-26
    families:
      - facets: [current, target]
    meetings:
      - {name: Late, on: 2026-12-10}
      - {name: Early, on: 2026-12-01, times: 5 pm}
meetings:
  - {name: Open day, on: 2026-10-01}
""",
    "staff.yaml": """\
staff:
  - {code: HUG, name: Ms Hughes}
responsibilities:
  - {role: head of year, staff: [HUG], year_groups: [10], progress: yes}
""",
}


TERMS, ASSESSMENT, REPORTING = "calendars/terms.yaml", "calendars/assessment.yaml", "calendars/reporting.yaml"
COLLECTION, STAFF = "calendars/collection.yaml", "staff.yaml"


@pytest.mark.parametrize(
    ("path", "file", "needle"),
    [
        (("years", "2026"), TERMS, "year: 2026"),
        (("years", "2026", "terms", 0, "ends"), TERMS, "2026-10-23"),  # ht1: first by its day, second in the file
        (("years", "2026", "closures", 0, "starts"), TERMS, "2026-11-27, ends"),
        (("years", "2026", "occasions", 0), TERMS, "year: 2026"),
        (("assessments", "mocks", "ends"), ASSESSMENT, "2026-11-06"),
        (("collections", "nov", "purpose"), COLLECTION, "to see how pupils settled"),
        (("collections", "nov", "action"), COLLECTION, "id: nov"),  # not written: the entry
        (("collections", "nov", "facets", 1), COLLECTION, "target]\n    purpose: to see how pupils"),
        (("reports", "autumn", "on"), REPORTING, "2026-11-26"),
        (("reports", "autumn", "meetings", 0, "times"), REPORTING, "5 pm"),  # the early one
        (("reports", "autumn", "families", 0, "facets", 1), REPORTING, "target]"),
        (("meetings", 0, "on"), REPORTING, "2026-10-01"),
        (("responsibilities", 0, "progress"), STAFF, "yes"),
    ],
)
def test_places_name_the_line(
    read: Read, small: dict[str, str], path: tuple[Step, ...], file: str, needle: str
) -> None:
    """What stands in the calendars is found by kind, id and key, numbers being those of the sorted project."""
    reading = read(FILES)
    assert [str(p) for p in reading.problems] == []
    text = {**small, **FILES}[file]
    start = text.index(needle)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    assert str(reading.places.of(*path)) == f"config/{file}:{line}:{column}"


def test_nothing_is_nowhere(read: Read) -> None:
    """What no file holds has no place."""
    assert str(read(FILES).places.of("collections", "spring")).startswith("config/calendars/collection.yaml:1")
    assert str(read(FILES).places.of("holidays", 3)) == ""


def test_numbers_are_those_of_the_project(read: Read) -> None:
    """The project's meetings and terms are in the order their places are numbered by, bank holidays after closures."""
    project = read({**FILES, "calendars/terms.yaml": FILES["calendars/terms.yaml"].replace("12-18", "12-28")}).project
    assert project is not None
    year = project.terms.years[0]
    assert [term.id for term in year.terms] == ["ht1", "ht2"]
    assert [closure.name for closure in year.closures] == ["INSET", "Christmas Day", "Boxing Day (observed)"]
    assert [meeting.name for meeting in project.report("autumn").meetings] == ["Early", "Late"]
