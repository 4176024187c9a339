"""Rules of the lists of pupils, and who is responsible for what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.settings import Reading

Read = Callable[..., Reading]
Told = list[tuple[str, int | None, int | None]]

MEASURES, STAFF, SUBJECTS, SCALES = "measures.yaml", "staff.yaml", "subjects.yaml", "scales.yaml"
ATTITUDE = "  - {id: effort, name: Effort, role: attitude, scales: [{scale: words}]}\n"


@pytest.fixture
def listed(read: Read, small: dict[str, str]) -> Read:
    """Reads the small school with these conditions as its only rule; more text may go into the rule or another file."""

    def reading(when: str, *, rule: str = "", **files: str) -> Reading:
        text = f"lists:\n  - id: effort\n    name: Hard work\n    kind: reward\n    owner: form tutor\n{rule}    when: {when}\n"
        changed = {f"{name}.yaml": content for name, content in files.items()}
        return read({MEASURES: text + small[MEASURES], **changed})

    return reading


@pytest.fixture
def responsible(read: Read, small: dict[str, str]) -> Read:
    """Reads the small school with one responsibility of Ms Hughes; English is a subject of the department Languages."""

    def reading(said: str) -> Reading:
        subjects = small[SUBJECTS].replace("name: English,", "name: English, group: Languages,")
        return read({STAFF: f"responsibilities:\n  - {{{said}}}\n{small[STAFF]}", SUBJECTS: subjects})

    return reading


def told(reading: Reading, file: str) -> Told:
    """Code, line and column of every problem; all of them stand in one file."""
    assert {p.place.file for p in reading.problems} <= {f"config/{file}"}
    return [(p.code, p.place.line, p.place.column) for p in reading.problems]


def test_a_rule_with_a_condition_is_read(listed: Read) -> None:
    """A rule with one condition the school can tell, for a year group it collects in, has no problem."""
    reading = listed("{risen_in: 2, below_target_in: 1}", rule="    year_groups: [10]\n")
    assert reading.problems == ()
    assert reading.project is not None
    assert reading.project.measures.lists[0].when.risen_in == 2


@pytest.mark.parametrize("when", ["{}", "{no_low_attitude: no}"])
def test_a_rule_needs_a_condition(listed: Read, small: dict[str, str], when: str) -> None:
    """A rule without a condition would list everybody: the project stops, and the conditions are named."""
    reading = listed(when, scales=small[SCALES].replace("states:", f"{ATTITUDE}states:"))
    assert reading.project is None
    assert told(reading, MEASURES) == [("S150", 6, 5)]
    (one,) = reading.problems
    assert one.found == "no condition for effort"
    assert one.expected.startswith("at least one of best_attitude_in, low_attitude_in")


@pytest.mark.parametrize(
    ("when", "column", "expected"),
    [
        ("{best_attitude_in: 3}", 30, "a facet of scales.yaml with role: attitude"),
        ("{low_attitude_in: 3}", 29, "a facet of scales.yaml with role: attitude"),
        ("{risen_in: 1, no_low_attitude: yes}", 42, "a facet of scales.yaml with role: attitude"),
        ("{attendance_from: 95, attendance_below: 95}", 51, "more than attendance_from (95)"),
    ],
)
def test_a_rule_nobody_can_meet(listed: Read, when: str, *, column: int, expected: str) -> None:
    """A condition on what is not collected, or that shuts out another, is a warning at the condition."""
    reading = listed(when)
    assert reading.project is not None
    assert [(*place, p.expected) for place, p in zip(told(reading, MEASURES), reading.problems, strict=True)] == [
        ("S151", 6, column, expected)
    ]


def test_conditions_on_attitude_with_its_facet(listed: Read, small: dict[str, str]) -> None:
    """With a facet of attitude those conditions can be met; no low attitude together with a low one can't."""
    scales = small[SCALES].replace("states:", f"{ATTITUDE}states:")
    assert listed("{best_attitude_in: 3, no_low_attitude: yes}", scales=scales).problems == ()
    (one,) = listed("{low_attitude_in: 3, no_low_attitude: yes}", scales=scales).problems
    assert (one.code, one.place.line, one.expected) == ("S151", 6, "one of the two")


@pytest.mark.parametrize(("band", "condition"), [("above", "above_target_in"), ("below", "below_target_in")])
def test_conditions_on_targets_need_their_band(edit: Read, band: str, condition: str) -> None:
    """A list of pupils above or below target needs a band of that kind."""
    rule = f"lists:\n  - {{id: a, name: a, kind: reward, owner: me, when: {{{condition}: 1}}}}\nbands:"
    text = f"name: {band.capitalize()}, kind: {band}"
    whole = "bands:\n  - {name: Above, kind: above, at_least: 1}\n  - {name: On, kind: as, at_least: -0.5}\n  - {name: Below, kind: below}"
    bare = whole.removeprefix("bands:").replace(text, text.replace(f"kind: {band}", "kind: as"))
    (one,) = edit(MEASURES, whole, rule + bare).problems
    assert (one.code, one.place.line, one.found, one.expected) == (
        "S151",
        2,
        condition,
        f"bands with one of kind: {band}",
    )


def test_conditions_on_targets_need_the_facets(read: Read, small: dict[str, str]) -> None:
    """Without a target facet nobody is below target: told once, not also for the bands that are missing too."""
    scales = small[SCALES].replace("role: target", "role: other")
    rule = "lists:\n  - {id: a, name: a, kind: intervention, owner: me, when: {below_target_in: 1}}\n"
    headlines = small[MEASURES][small[MEASURES].index("headlines:") :]
    (one,) = read({SCALES: scales, MEASURES: rule + headlines}).problems
    assert (one.code, one.expected) == ("S151", "a facet of scales.yaml with role: target")


@pytest.mark.parametrize(
    "when",
    ["{attendance_from: 101}", "{attendance_below: -1}", "{risen_in: 0}", "{risen_in: two}", "{attendance_from: 95%}"],
)
def test_numbers_out_of_range_are_refused(listed: Read, when: str) -> None:
    """Attendance is a percent from 0 to 100, counts of subjects start at 1."""
    reading = listed(when)
    assert reading.project is None
    assert {(p.code, p.place.line) for p in reading.problems} <= {("S112", 6), ("S113", 6)}
    assert len(reading.problems) == 1


def test_two_rules_of_one_id(read: Read, small: dict[str, str]) -> None:
    """Lists are told apart by the id of the rule: the second of two is told at its line."""
    rule = "  - {id: effort, name: Hard work, kind: reward, owner: me, when: {risen_in: 1}}\n"
    reading = read({MEASURES: f"lists:\n{rule}{rule}{small[MEASURES]}"})
    assert told(reading, MEASURES) == [("S121", 3, 10)]
    assert reading.problems[0].expected == "another name (first on line 2)"


def test_year_groups_of_a_rule(listed: Read) -> None:
    """A year group that is none is refused; one in which nothing is collected is a warning at its place."""
    assert [p.code for p in listed("{risen_in: 1}", rule="    year_groups: [15]\n").problems] == ["S113"]
    reading = listed("{risen_in: 1}", rule="    year_groups: [10, 12]\n")
    assert reading.project is not None
    assert told(reading, MEASURES) == [("S152", 6, 23)]
    assert reading.problems[0].found == "Year 12"
    assert reading.problems[0].expected == "a year group of a collection (one of 9, 10)"


def test_a_responsibility_is_read(responsible: Read) -> None:
    """Who is head of a year group or a department is found by role, capitals ignored, and by what it is for."""
    reading = responsible("role: Head of year, staff: [HUG], year_groups: [10], departments: [Languages]")
    assert reading.problems == ()
    assert reading.project is not None
    staff = reading.project.staff
    assert staff.responsible("head of year", year_group="10", department="Languages") == ("HUG",)
    assert staff.responsible("head of year", year_group="9", department="Languages") == ()


@pytest.mark.parametrize(
    ("said", "code", "column", "expected"),
    [
        ("role: head of year, staff: [HGU]", "S129", 34, "a code of staff.yaml"),
        ("role: head of year, staff: []", "S126", 26, "at least one code"),
        (
            "role: head of year, staff: [HUG], year_groups: [7]",
            "S152",
            54,
            "a year group of a collection (one of 9, 10)",
        ),
        (
            "role: head of department, staff: [HUG], departments: [Langages]",
            "S120",
            60,
            "a department (group) of subjects.yaml (Languages)",
        ),
    ],
)
def test_responsibilities_lead_somewhere(
    responsible: Read, said: str, *, code: str, column: int, expected: str
) -> None:
    """Unknown staff, nobody, year groups without a collection and departments no subject is in are told at their place."""
    reading = responsible(said)
    assert told(reading, STAFF) == [(code, 2, column)]
    assert reading.problems[0].expected == expected


def test_an_unknown_department_names_the_nearest(responsible: Read) -> None:
    """A misspelt department stops, and the one that was meant is named."""
    reading = responsible("role: head of department, staff: [HUG], departments: [Langages]")
    assert reading.project is None
    assert reading.problems[0].remedy == "Did you mean Languages?"


def test_no_subject_is_in_a_department(read: Read, small: dict[str, str]) -> None:
    """Where no subject has a group, no department can be named."""
    said = "responsibilities:\n  - {role: head of department, staff: [HUG], departments: [Art]}\n"
    reading = read({STAFF: said + small[STAFF]})
    assert told(reading, STAFF) == [("S120", 2, 60)]


def test_what_can_t_be_read_is_left_unsaid(read: Read, small: dict[str, str]) -> None:
    """With scales, subjects and collections unreadable nothing is said of what rests on them."""
    rule = "lists:\n  - {id: a, name: a, kind: reward, owner: me, year_groups: [7], when: {best_attitude_in: 1}}\n"
    said = "responsibilities:\n  - {role: head, staff: [HUG], year_groups: [7], departments: [Art]}\n"
    broken = dict.fromkeys((SCALES, SUBJECTS, "calendars/collection.yaml"), "[\n")
    reading = read({MEASURES: rule + small[MEASURES], STAFF: said + small[STAFF], **broken})
    assert {p.code for p in reading.problems} == {"S104"}
