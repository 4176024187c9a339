from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.settings import Reading, read_project

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str, int | None, int | None]]:
    return [(p.code, p.place.file.removeprefix("config/"), p.place.line, p.place.column) for p in reading.problems]


def test_the_small_school_reads_clean(read: Read) -> None:
    """Settings that are right give a project and not one problem."""
    reading = read()
    assert reading.problems == ()
    assert reading.project is not None
    assert reading.project.report("autumn").on == date(2026, 11, 27)


def test_texts_stay_what_people_wrote(read: Read) -> None:
    """Labels no, 012, 9-1 and 1:30 and a telephone number with its zero reach the project unchanged."""
    project = read().project
    assert project is not None
    assert [label.label for label in project.marks.scale("words").labels] == ["no", "012", "9-1", "1:30"]
    assert project.school.contact.phone == "0113 496 0100"
    assert project.measures.headlines[0].at_least == {"gcse": "4"}


@pytest.mark.parametrize("written", ["10", "Y10", "Year 10", "'Year  10'", "year 10", "'010'", "Yr 10"])
def test_year_groups_are_one_spelling(edit: Read, written: str) -> None:
    """Every way schools write a year group means the same."""
    project = edit("calendars/collection.yaml", "year_groups: [10]", f"year_groups: [{written}]").project
    assert project is not None
    assert project.collection("nov").year_groups == ("10",)


def test_year_groups_come_youngest_first_and_once(edit: Read) -> None:
    """Reception, nursery and years are put in the order of the school, doubles dropped."""
    reading = edit("calendars/collection.yaml", "year_groups: [9]", "year_groups: [Year 10, 9, Rec, Reception, N2, Y9]")
    assert reading.project is not None
    assert reading.project.collection("jun").year_groups == ("N2", "R", "9", "10")


def test_an_unknown_year_group_is_refused(edit: Read) -> None:
    """A year group that is none is told at its own place with what is expected."""
    (one,) = edit("calendars/collection.yaml", "year_groups: [10]", "year_groups: [10, Year 17]").problems
    assert (one.code, one.place.line, one.place.column) == ("S113", 14, 23)
    assert "R or 1 to 14" in one.expected


def test_an_unknown_key_names_the_right_one(edit: Read) -> None:
    """A misspelt key is one problem, at the key, with the nearest right spelling; the missing key is not told too."""
    (one,) = edit("school.yaml", "phase:", "fase:").problems
    assert (one.code, one.place.line, one.place.column) == ("S110", 2, 1)
    assert one.remedy == "Write phase."


def test_an_unknown_key_deep_down(edit: Read) -> None:
    """Keys inside lists inside lists are checked against their own model."""
    assert told(edit("groups.yaml", "others_name", "other_name")) == [("S110", "groups.yaml", 6, 63)]


def test_a_missing_key_points_at_its_mapping(edit: Read) -> None:
    """A needed key that is not there is told at the entry it belongs in, with what it means."""
    (one,) = edit("calendars/collection.yaml", "    closes: 2026-06-26\n", "").problems
    assert (one.code, one.place.line, one.place.column) == ("S111", 2, 5)
    assert "When marks close" in one.remedy


def test_a_key_without_a_value_is_left_out(edit: Read) -> None:
    """`key:` with nothing after it has its default; a needed one is missing, told at the key."""
    assert edit("school.yaml", "contact:\n  phone: 0113 496 0100", "ink:\nlogo: ~").problems == ()
    (one,) = edit("school.yaml", "phase: secondary", "phase:").problems
    assert (one.code, one.place.line, one.found) == ("S111", 2, "nothing after phase:")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "column", "says"),
    [
        ("calendars/reporting.yaml", "2026-11-27", "27/11/2026", "S160", 7, 9, "10 school days after"),
        ("calendars/reporting.yaml", "2026-11-27", "2026-02-30", "S160", 7, 9, "10 school days after"),
        ("calendars/reporting.yaml", "2026-11-27", "1764201600", "S160", 7, 9, "10 school days after"),
        ("calendars/reporting.yaml", "2026-11-27", "20261127", "S160", 7, 9, "10 school days after"),
        ("calendars/terms.yaml", "year: 2026", "year: 2026/27", "S112", 2, 11, "a whole number"),
        ("calendars/terms.yaml", "2026-09-03", "3/9/2026", "S112", 4, 27, "2026-09-03"),
        ("scales.yaml", "lowest: 80", "lowest: 8O", "S112", 9, 53, "a number"),
        ("scales.yaml", "lowest: 80", "lowest: nan", "S112", 9, 53, "a number"),
        ("packs.yaml", "groups: [premium]", "hide_flags: maybe", "S112", 2, 15, "yes or no"),
        ("packs.yaml", "groups: [premium]", "groups: premium", "S112", 2, 11, "a list"),
        ("school.yaml", "name: Northfield School", "name: [Northfield]", "S112", 1, 1, "text"),
        ("school.yaml", "phase: secondary", "phase: Secondry", "S113", 2, 8, "one of primary, secondary"),
        ("school.yaml", "phase: secondary", "phase: secondary\nink: navy", "S113", 3, 6, "#RRGGBB"),
        (
            "calendars/reporting.yaml",
            "    families:",
            "    blank_share: 1.5\n    families:",
            "S113",
            8,
            18,
            "at most 1",
        ),
        ("subjects.yaml", "id: english", "id: English Lit", "S113", 2, 10, "a short name"),
        ("scales.yaml", "state: absent", "state: away", "S113", 14, 13, "one of"),
        ("measures.yaml", "at_least: {gcse: 4}", "at_least: [4]", "S112", 6, 75, "keys and values"),
    ],
)
def test_values_are_checked_where_they_stand(
    edit: Read,
    file: str,
    *,
    old: str,
    new: str,
    code: str,
    line: int,
    column: int,
    says: str,
) -> None:
    """A value of the wrong kind or out of its range is told at the value, in plain words."""
    reading = edit(file, old, new)
    first = next(p for p in reading.problems if p.code == code)
    assert (first.place.file, first.place.line, first.place.column) == (f"config/{file}", line, column)
    assert says in first.expected
    assert reading.project is None


def test_found_and_remedy_are_for_people(edit: Read) -> None:
    """A message shows what stands there and what to type instead."""
    (one,) = edit("school.yaml", "phase: secondary", "phase: Secondry").problems
    assert str(one) == (
        'config/school.yaml:2:8: A value that is not allowed: found "Secondry" for phase, expected one of primary, '
        "secondary, all-through, special. Did you mean secondary? [S113]"
    )
    (two,) = [p for p in edit("packs.yaml", "groups: [premium]", "groups: premium").problems if p.code == "S112"]
    assert two.remedy == "Write it in square brackets: [premium]."


@pytest.mark.parametrize(("written", "value"), [("1/3", 1 / 3), ("0.25", 0.25), (".5", 0.5), ("2", 2.0), ("+1", 1.0)])
def test_numbers_may_be_fractions(edit: Read, written: str, value: float) -> None:
    """A third of a grade can be written exactly."""
    project = edit("scales.yaml", "highest: 120", f"highest: 120, step: {written}").project
    assert project is not None
    assert project.marks.scale("score").step == value


@pytest.mark.parametrize(("written", "value"), [("yes", True), ("No", False), ("TRUE", True), ("false", False)])
def test_yes_and_no(edit: Read, written: str, *, value: bool) -> None:
    """yes, no, true and false are understood where a key wants them, capitals ignored."""
    project = edit("packs.yaml", "groups: [premium]", f"hide_flags: {written}").project
    assert project is not None
    assert project.packs.classes.hide_flags is value


def test_every_file_is_read_in_one_run(read: Read, small: dict[str, str]) -> None:
    """Problems of all files, of YAML, of values and of references come together, in the order of the files."""
    reading = read(
        {
            "school.yaml": small["school.yaml"].replace("phase:", "phas:"),
            "calendars/terms.yaml": "years: [\n",
            "calendars/collection.yaml": small["calendars/collection.yaml"].replace(
                "closes: 2026-11-13", "closes: 13 November"
            ),
            "calendars/reporting.yaml": small["calendars/reporting.yaml"].replace("compare: [jun]", "compare: [june]"),
            "subjects.yaml": small["subjects.yaml"].replace("start: ks2", "start: ks3"),
            "packs.yaml": small["packs.yaml"].replace("headlines: [basics]", "headlines: [basic]"),
        }
    )
    assert [(code, file) for code, file, _, _ in told(reading)] == [
        ("S110", "school.yaml"),
        ("S104", "calendars/terms.yaml"),
        ("S160", "calendars/collection.yaml"),
        ("S120", "calendars/reporting.yaml"),
        ("S120", "subjects.yaml"),
        ("S120", "packs.yaml"),
    ]
    assert reading.project is None


def test_a_bad_entry_is_still_declared(edit: Read) -> None:
    """References to an entry that could not be read are not told as well: one slip, one message."""
    assert told(edit("scales.yaml", "name: GCSE grades", "nam: GCSE grades")) == [("S110", "scales.yaml", 3, 5)]


def test_missing_files(read: Read) -> None:
    """A file whose keys are needed is a stop, one that may be empty a warning, holds.yaml nothing."""
    assert told(read({"subjects.yaml": None, "staff.yaml": None})) == [
        ("S103", "staff.yaml", None, None),
        ("S101", "subjects.yaml", None, None),
    ]


def test_unreadable_bytes(read: Read) -> None:
    """The first byte that is no UTF-8 is told with its place; a file over 1 MiB is not read; a mark does no harm."""
    latin = "name: Northfield School\nphase: secondary\nlogo:\ncontact: {note: Café}\n".encode("cp1252")
    assert told(read({"school.yaml": latin})) == [("S102", "school.yaml", 4, 20)]
    assert told(read({"staff.yaml": b"#" * (1024 * 1024 + 1)})) == [("S102", "staff.yaml", None, None)]
    assert read({"staff.yaml": b"\xef\xbb\xbfstaff: [{code: HUG, name: Ms Hughes}]\n"}).problems == ()


def test_a_stranger_in_the_folder(read: Read) -> None:
    """A settings file with a name the program does not know is told with the name it may have meant."""
    (one,) = read({"calendars/collections.yaml": "collections: []\n"}).problems
    assert (one.code, one.remedy) == ("S107", "Did you mean calendars/collection.yaml?")


def test_inputs_are_recorded(read: Read, tmp_path: Path) -> None:
    """Every file read is listed with its hash, the shipped ones under shipped/."""
    files = {f.path: f for f in read().files}
    assert files["config/school.yaml"].size == (tmp_path / "config/school.yaml").stat().st_size
    assert {"shipped/config/theme.yaml", "shipped/config/reference/national.csv"} <= files.keys()
    assert "config/holds.yaml" not in files


def shuffled(value: object, rng: random.Random) -> object:
    """The same value, the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)[::-1]
        if len(keys) > 2:
            rng.shuffle(keys)
        return {key: shuffled(value[key], rng) for key in keys}
    return [shuffled(one, rng) for one in value] if isinstance(value, list) else value


def texts_of(yaml_text: str) -> Any:
    return yaml.load(yaml_text, Loader=yaml.BaseLoader)  # noqa: S506 - texts of this test, and it makes texts only


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_changes_nothing(read: Read, small: dict[str, str], seed: int) -> None:
    """Keys in any order give the same project, byte for byte."""
    before = read().project
    rng = random.Random(seed)  # noqa: S311 - a shuffle, no secret
    other = {name: yaml.dump(shuffled(texts_of(text), rng), sort_keys=False) for name, text in small.items()}
    after = read(other).project
    assert before is not None
    assert after is not None
    assert after.model_dump_json() == before.model_dump_json()


def test_lists_are_put_in_order(read: Read, small: dict[str, str]) -> None:
    """Collections and compared collections come oldest first whatever their names and their order in the file."""
    renamed = {name: text.replace("jun", "zjun") for name, text in small.items()}
    swapped = texts_of(renamed["calendars/collection.yaml"])
    swapped["collections"].reverse()
    project = read({**renamed, "calendars/collection.yaml": yaml.dump(swapped)}).project
    assert project is not None
    assert [c.id for c in project.collections.collections] == ["zjun", "nov"]


def test_a_large_school_is_read_without_problems(read: Read, small: dict[str, str]) -> None:
    """25 subjects, 200 staff with their classes and 40 collections are read, each reference found."""
    staff = "".join(
        f"  - {{code: S{n}, name: Ms Name{n}, email: s{n}@school.example, also: [T{n}]}}\n" for n in range(200)
    )
    classes = "".join(f"  - {{class_id: 10/{n}, teachers: [S{n}, S{n + 1}]}}\n" for n in range(199))
    subjects = "".join(f"  - {{id: subject-{n}, name: Subject {n}, also: [Code {n}, Other {n}]}}\n" for n in range(25))
    collections = "".join(
        f"  - {{id: c{n}, name: Round {n}, year: {1990 + n}, closes: {1990 + n}-11-13, year_groups: [10], "
        "facets: [current], purpose: x}\n"
        for n in range(35)
    )
    files = {
        "staff.yaml": f"staff:\n{staff}classes:\n{classes}",
        "subjects.yaml": small["subjects.yaml"] + subjects,
        "calendars/collection.yaml": small["calendars/collection.yaml"] + collections,
    }
    assert [str(p) for p in read(files).problems] == []


def test_a_folder_without_settings(tmp_path: Path) -> None:
    """An empty folder gives one problem a file and no traceback."""
    reading = read_project(tmp_path)
    assert reading.project is None
    assert {p.code for p in reading.problems} == {"S101", "S103"}
