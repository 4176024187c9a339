from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.model.severity import Severity
from reportgen.settings import Reading
from reportgen.settings.checks.people import contrast_with_white

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str, int | None]]:
    return [(p.code, p.place.file.removeprefix("config/"), p.place.line) for p in reading.problems]


SCHOOL, TERMS, COLLECTION, REPORTING = (
    "school.yaml",
    "calendars/terms.yaml",
    "calendars/collection.yaml",
    "calendars/reporting.yaml",
)
STAFF, SUBJECTS, SCALES, GROUPS = "staff.yaml", "subjects.yaml", "scales.yaml", "groups.yaml"
SOURCES, MEASURES, PACKS = "sources.yaml", "measures.yaml", "packs.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "remedy"),
    [
        (COLLECTION, "facets: [current, target]", "facets: [curent, target]", 7, "current"),
        (REPORTING, "collection: nov", "collection: nvo", 5, "nov"),
        (REPORTING, "compare: [jun]", "compare: [june]", 6, "jun"),
        (REPORTING, "facets: [current, target]", "facets: [current, targt]", 9, "target"),
        (SUBJECTS, "start: ks2", "start: ks", 3, "ks2"),
        (SCALES, "scales: [{scale: gcse}]", "scales: [{scale: gsce}]", 11, "gcse"),
        (SCALES, "{scale: gcse}]", "{scale: gcse, subjects: [math]}]", 11, "maths"),
        (SCALES, "name: Words", "name: Words\n    comparable_with: [gces]", 8, "gcse"),
        (GROUPS, "these: [Y]", "these: [YY]", 6, "Y"),
        (GROUPS, "name: Pupil premium", "name: Pupil premium\n    blank: No", 4, "N"),
        (GROUPS, "others_name: others", "others_name: others, part_of: premum", 6, "premium"),
        (GROUPS, "starts: [ks2]", "starts: [ks3]", 10, "ks2"),
        (GROUPS, "scale: score}", "scale: scores}", 12, "score"),
        (MEASURES, "subjects: [english, maths]", "subjects: [english, math]", 6, "maths"),
        (MEASURES, "at_least: {gcse: 4}", "at_least: {gcse: 44}", 6, "4"),
        (MEASURES, "at_least: {gcse: 4}", "at_least: {gcs: 4}", 6, "gcse"),
        (MEASURES, "scale: gcse", "scale: gcs", 7, "gcse"),
        (MEASURES, "scale: gcse", "scale: gcse, facet: curent", 7, "current"),
        (MEASURES, "scale: gcse", "scale: gcse, national: basic_94", 7, "basics_94"),
        (MEASURES, "bands:", "target: targit\nbands:", 1, "target"),
        (PACKS, "groups: [premium]", "groups: [premum]", 2, "premium"),
        (PACKS, "headlines: [basics]", "headlines: [basic]", 4, "basics"),
        (PACKS, "context: [premium]", "context: [premum]", 5, "premium"),
        (SOURCES, "columns: {pupil: UPN}", "columns: {pupil: UPN}\n    fixed: {collection: now}", 12, "nov"),
        (
            SOURCES,
            "columns: {pupil: UPN}",
            "columns: {pupil: UPN}\n    values: {subject: {En1: englsh}}",
            12,
            "english",
        ),
    ],
)
def test_every_reference_leads_somewhere(edit: Read, file: str, *, old: str, new: str, line: int, remedy: str) -> None:
    """A name that no file declares is told once, at its line, with the nearest declared one."""
    (one,) = [p for p in edit(file, old, new).problems if p.severity == "stop"]
    assert (one.code, one.place.file, one.place.line) == ("S120", f"config/{file}", line)
    assert one.remedy == f"Did you mean {remedy}?"


def test_a_headline_needs_its_default_facet(read: Read, small: dict[str, str]) -> None:
    """A headline made from marks without naming a facet is told when the facet `current` is not declared."""
    changed = {name: text.replace("current", "now") for name, text in small.items()}
    assert told(read(changed)) == [("S120", MEASURES, 6), ("S120", MEASURES, 7)]


def test_holds_name_reports(read: Read) -> None:
    """A hold for a report that does not exist is told."""
    reading = read({"holds.yaml": "holds:\n  - {pupil: A1, report: autum, reason: family asked, by: Head}\n"})
    assert told(reading) == [("S120", "holds.yaml", 2)]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (COLLECTION, "id: nov", "id: jun", 9),
        (SUBJECTS, "id: maths", "id: english", 3),
        (SCALES, "id: words", "id: gcse", 6),
        (SCALES, "id: target", "id: current", 12),
        (SCALES, "{label: 4, value: 4}", "{label: 4, value: 4}, {label: 4, value: 3}", 5),
        (GROUPS, "id: prior", "id: premium", 7),
        (GROUPS, "{id: N, name: not premium}", "{id: Y, name: not premium}, {id: N, name: x}", 4),
        (SOURCES, "id: marks", "id: pupils", 8),
        (MEASURES, "id: grade", "id: basics", 7),
        (MEASURES, "name: On", "name: Above", 3),
        (STAFF, "  - {code: HUG, name: Ms Hughes}", "  - {code: HUG, name: A}\n  - {code: HUG, name: B}", 3),
        (STAFF, "tutors: [HUG]}", "tutors: [HUG]}\n  - {form: 10R, tutors: [HUG]}", 5),
        (TERMS, "id: ht2", "id: ht1", 5),
        (REPORTING, "compare: [jun]", "compare: [jun, jun]", 6),
    ],
)
def test_ids_stand_once(edit: Read, file: str, *, old: str, new: str, line: int) -> None:
    """The second of two equal ids is told at its line and names the line of the first."""
    doubles = [p for p in edit(file, old, new).problems if p.code == "S121"]
    assert [(p.place.file, p.place.line) for p in doubles] == [(f"config/{file}", line)]
    assert "first on line" in doubles[0].expected


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (SUBJECTS, "also: [En]", "also: [En, maths]", 3),
        (SUBJECTS, "name: Mathematics", "name: ' ENGLISH  '", 3),
        (SCALES, "{label: 4, value: 4}", "{label: 4, value: 4, also: [u]}", 5),
        (SCALES, "name: Target", "name: now", 12),
        (SCALES, "spellings: [Abs]}", "spellings: [Abs]}\n  - {state: dropped, spellings: [ABS]}", 15),
        (STAFF, "name: Ms Hughes}", "name: Ms Hughes}\n  - {code: ADE, name: Mrs Adeyemi, also: [hug]}", 3),
        (GROUPS, "name: not premium", "name: not premium, also: [y]", 4),
    ],
)
def test_a_spelling_means_one_thing(edit: Read, file: str, *, old: str, new: str, line: int) -> None:
    """A spelling that two entries share, capitals and spaces ignored, is told at the second."""
    found = [p for p in edit(file, old, new).problems if p.code == "S122"]
    assert [(p.place.file, p.place.line) for p in found] == [(f"config/{file}", line)]


def test_kinds_of_minus_are_one_spelling(edit: Read) -> None:
    """Two labels that differ only in the kind of dash can't be told apart in an export."""
    reading = edit(SCALES, "{label: 1:30}", "{label: 1:30}, {label: 9−1}")
    assert ("S121", SCALES, 8) in told(reading)


def test_own_spellings_may_repeat(edit: Read) -> None:
    """An entry may list its own name again among its other spellings."""
    assert edit(SUBJECTS, "also: [En]", "also: [En, english, ENGLISH]").problems == ()


def test_collections_may_share_a_name(read: Read, small: dict[str, str]) -> None:
    """Two collections called Autumn are told apart by year or year group; where both agree, the name is refused."""
    text = small[COLLECTION].replace("purpose", "also: [Round]\n    purpose")
    assert read({COLLECTION: text}).problems == ()
    same = text.replace("year: 2025", "year: 2026").replace("closes: 2026-06-26", "closes: 2026-10-02")
    assert read({COLLECTION: same}).problems == ()
    overlap = same.replace("year_groups: [9]", "year_groups: [9, 10]")
    assert told(read({COLLECTION: overlap})) == [("S122", COLLECTION, 17)]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (COLLECTION, "opens: 2026-11-02", "opens: 2026-11-20", 13),
        (COLLECTION, "closes: 2026-06-26", "closes: 2026-09-01", 5),
        (COLLECTION, "closes: 2026-06-26", "closes: 2025-08-31", 5),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-12", 7),
        (REPORTING, "compare: [jun]", "compare: [nov]", 6),
        (TERMS, "starts: 2026-11-02", "starts: 2026-10-23", 5),
        (TERMS, "ends: 2026-10-23", "ends: 2026-09-02", 4),
        (TERMS, "ends: 2026-12-18", "ends: 2027-12-18", 5),
    ],
)
def test_dates_do_not_contradict(edit: Read, file: str, *, old: str, new: str, line: int) -> None:
    """A date before the one it must follow, or outside its school year, is told at its line."""
    assert [(p.place.file, p.place.line) for p in edit(file, old, new).problems if p.code == "S125"] == [
        (f"config/{file}", line)
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (COLLECTION, "closes: 2026-06-26", "closes: 2026-08-31"),
        (COLLECTION, "closes: 2026-06-26", "closes: 2025-09-01"),
        (COLLECTION, "opens: 2026-11-02", "opens: 2026-11-13"),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-13"),
        (TERMS, "starts: 2026-11-02", "starts: 2026-10-24"),
    ],
)
def test_the_last_day_allowed(edit: Read, file: str, *, old: str, new: str) -> None:
    """Each of those dates may fall on the very day of its limit."""
    assert edit(file, old, new).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        # years
        (COLLECTION, "year: 2025", "year: -1", "S113", 4),
        (TERMS, "year: 2026", "year: 26", "S113", 2),
        # comparisons
        (GROUPS, "others: [N]", "others: [N, Y]", "S123", 6),
        (GROUPS, "others: [N]", "others: []", "S123", 6),
        (GROUPS, "others_name: others", "others_name: others, part_of: premium", "S126", 6),
        # groups made from starts
        (GROUPS, "below: [100]", "below: [100, 110]", "S126", 10),
        (GROUPS, "below: [100]", "below: []", "S126", 10),
        (GROUPS, "{id: high, name: high}]", "{id: mid, name: m}, {id: high, name: h}]\n    blank: low", "S126", 11),
        (GROUPS, "scale: score", "scale: gcse", "S126", 12),
        # bands
        (MEASURES, "at_least: -0.5", "at_least: 1", "S124", 3),
        (MEASURES, "kind: below}", "kind: below, at_least: -2}", "S124", 4),
        (MEASURES, "kind: as, at_least: -0.5", "kind: as", "S124", 3),
        # headlines
        (MEASURES, ", at_least: {gcse: 4}", "", "S126", 6),
        (MEASURES, ", scale: gcse", "", "S126", 7),
        (MEASURES, "scale: gcse", "scale: words", "S126", 7),
        (MEASURES, "kind: mean", "kind: attendance", "S126", 7),
        # scales
        (SCALES, "{label: 4, value: 4}", "{label: 4}", "S126", 5),
        (SCALES, "{label: 4, value: 4}", "{label: 4, value: 10}", "S124", 5),
        (SCALES, "lowest: 80", "lowest: 130", "S124", 9),
        (SCALES, "lowest: 80, ", "", "S126", 9),
        (SCALES, "kind: numbers", "kind: numbers, best: first", "S126", 9),
        (SCALES, "kind: numbers", "kind: numbers, step: 0", "S113", 9),
        (SCALES, "kind: numbers", "kind: numbers, labels: [{label: x}]", "S126", 9),
        (SCALES, "name: Words", "name: Words\n    step: 1", "S126", 8),
        (SCALES, "name: Words", "name: Words\n    comparable_with: [gcse]", "S126", 8),
        (SCALES, "state: absent", "state: marked", "S113", 14),
        # reports
        (REPORTING, "on: 2026-11-27", "on: 2026-11-27\n    year_groups: [9, 10]", "S126", 8),
        (REPORTING, "audiences: [parents, staff]", "audiences: []", "S126", 4),
        # sources
        (SOURCES, "pupil: UPN\n      year", "pupil: UPN\n      yeargroup: Y\n      year", "S132", 7),
        (SOURCES, "{facet}", "{face}", "S132", 12),
        (SOURCES, "{collection} {subject} {facet}", "{collection}{subject} {facet}", "S134", 12),
        (SOURCES, "{collection} {subject} {facet}", "{collection} {subject {facet}", "S134", 12),
        (SOURCES, "{collection} {subject} {facet}", "{facet} {subject} {facet}", "S134", 12),
        (SOURCES, "{collection} {subject} {facet}", "{subject} {facet}", "S133", 8),
        (SOURCES, "columns: {pupil: UPN}\n", "columns: {}\n", "S133", 8),
        (
            SOURCES,
            "frame: results\n    columns: {pupil: UPN}\n    headings",
            "frame: attendance\n    columns: {pupil: UPN}\n    headings",
            "S133",
            12,
        ),
        (SOURCES, "    columns: {pupil: UPN}\n    headings: '{collection} {subject} {facet}'\n", "", "S133", 8),
        (SOURCES, "exports/marks.csv", "../marks.csv", "S135", 9),
        (SOURCES, "exports/marks.csv", "C:\\marks.csv", "S135", 9),
        (SOURCES, "exports/marks.csv", "/home/marks.csv", "S135", 9),
        (SOURCES, "[Year, NC Year]", "{headings: [Year], join: [A, B]}", "S126", 7),
        (
            SOURCES,
            "columns: {pupil: UPN}",
            "columns: {pupil: UPN, class_id: Class}\n    fixed: {class_id: 10A}",
            "S126",
            12,
        ),
    ],
)
def test_entries_make_sense(edit: Read, file: str, *, old: str, new: str, code: str, line: int) -> None:
    """What a kind of entry needs, and what makes no sense for it, is told at its line."""
    assert (code, file, line) in told(edit(file, old, new))


def test_labels_may_fall_or_rise_with_best(edit: Read) -> None:
    """Values fall where the first label is best; the same labels with best: last are refused."""
    assert edit(SCALES, "best: first", "best: last").project is None
    assert ("S124", SCALES, 5) in told(edit(SCALES, "best: first", "best: last"))


def test_comparisons_are_unique_over_groups(edit: Read) -> None:
    """Two groups may not have a comparison of the same id: figures are told apart by it."""
    extra = (
        "below: [100]}\n    comparisons:\n      - {id: premium, name: P, these: [low], others: [high], others_name: o}"
    )
    assert told(edit(GROUPS, "below: [100]}", extra)) == [("S121", GROUPS, 12)]


def test_an_identifier_says_whose_row_it_is(read: Read, small: dict[str, str]) -> None:
    """A source may name the pupil by the identifier chosen in school.yaml; a project of rows needs none at all."""
    by_upn = small[SOURCES].replace("pupil: UPN", "upn: UPN")
    assert read({SOURCES: by_upn}).problems == ()
    by_adno = {SOURCES: by_upn, SCHOOL: small[SCHOOL] + "key: admission_number\n"}
    assert {code for code, _, _ in told(read(by_adno))} == {"S133"}
    rows = {
        SOURCES: small[SOURCES].replace("columns: {pupil: UPN}", "columns: {}"),
        SCHOOL: small[SCHOOL] + "key: row\n",
    }
    assert read(rows).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        (STAFF, "tutors: [HUG]", "tutors: [HUH]", "S129", 4),
        (SCHOOL, "phase: secondary", "phase: secondary\nink: '#F46A25'", "S130", 3),
        (SCHOOL, "phase: secondary", "phase: secondary\nlogo: crest.png", "S136", 3),
        (COLLECTION, "year_groups: [10]", "year_groups: [10]", None, None),
        (
            SCALES,
            "role: attainment, scales: [{scale: gcse}]",
            "role: attainment, scales: [{scale: gcse, year_groups: [9]}]",
            "S127",
            15,
        ),
        (REPORTING, "- facets: [current, target]", "- {facets: [current], year_groups: [11]}", "S137", 8),
        (
            COLLECTION,
            "year_groups: [10]\n    facets: [current, target]",
            "year_groups: [10]\n    facets: [current]",
            "S138",
            9,
        ),
        (SCALES, "spellings: [Abs]", "spellings: [Abs, u]", "S128", 14),
    ],
)
def test_warnings_do_not_stop(edit: Read, file: str, *, old: str, new: str, code: str | None, line: int | None) -> None:
    """What people should look at is told, and the project is still read."""
    reading = edit(file, old, new)
    assert reading.project is not None
    assert [(p.code, p.place.line) for p in reading.problems] == ([(code, line)] if code else [])


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0000FF", 8.59)]
)
def test_contrast(colour: str, ratio: float) -> None:
    """Contrast with white as WCAG defines it: #767676 is the lightest grey that passes 4.5:1, #777777 fails."""
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.005)


def test_ink_and_accent_reach_the_theme(edit: Read) -> None:
    """The school's colours take the place of ours; the others stay as shipped."""
    project = edit(SCHOOL, "phase: secondary", "phase: secondary\nink: '#0b3d2e'\naccent: '#AA3377'").project
    assert project is not None
    assert (project.theme.ink, project.theme.accent, project.theme.text) == ("#0B3D2E", "#AA3377", "#222222")


def test_which_year_the_pupils_file_is_of_is_said_where_years_stand_side_by_side(edit: Read) -> None:
    """Two years of collections and no pupils_year is a warning that says which is taken."""
    told_once = [p for p in edit("sources.yaml", "pupils_year: 2026\n", "").problems if p.code == "S154"]
    assert [(p.severity, p.expected) for p in told_once] == [(Severity.WARN, "one of them; 2026 is taken")]
