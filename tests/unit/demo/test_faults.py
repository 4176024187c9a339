"""Faults planted by hand in clean exports, one at a time: the program finds each where it stands, and nothing else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.demo import System, made_up_school
from reportgen.demo.faults import FAULTS
from tests.unit.demo.conftest import Schools, load, write

PUPILS, LEAVERS = "exports/pupils.csv", "exports/leavers-2025-26.csv"
LATE, PAID, CENSUS = (
    "exports/late-marks-summer-2027.csv",
    "exports/pupil-premium-paid-2026-10.csv",
    "exports/census-eal-2026-10.csv",
)
CONTACTS, TEACHERS, KS2 = "exports/contacts.csv", "exports/class-teachers.csv", "exports/ks2.csv"
NEXT_STEPS, SEPTEMBER = "exports/next-steps-2026-27.csv", "exports/registers-2026-09.csv"
NOW = "2027 Summer"
GRADES = {f"{grade}{sign}" for grade in ("Em", "De", "Se", "Co", "Ex") for sign in ("", "+", "-")}
Found = list[tuple[str, str, int | None]]
"""File, code and row of each problem a planted fault must raise."""


def marksheet(year_group: int) -> str:
    return f"exports/marksheet-summer-2027-year-{year_group}.csv"


class Exports:
    """The text of a clean school's exports, for editing by hand. Rows are numbered as a spreadsheet numbers them."""

    def __init__(self, files: tuple[tuple[str, bytes], ...]) -> None:
        self.files = dict(files)

    def rows(self, path: str) -> list[list[str]]:
        text = self.files[path].decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))

    def save(self, path: str, rows: list[list[str]], encoding: str = "utf-8") -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        self.files[path] = text.getvalue().encode(encoding)

    def cell(self, path: str, row: int, heading: str) -> str:
        rows = self.rows(path)
        return rows[row - 1][rows[0].index(heading)]

    def put(self, path: str, row: int, heading: str, cell: str) -> None:
        rows = self.rows(path)
        rows[row - 1][rows[0].index(heading)] = cell
        self.save(path, rows)

    def append(self, path: str, *cells: str) -> int:
        """The number of the new row."""
        rows = [*self.rows(path), list(cells)]
        self.save(path, rows)
        return len(rows)

    def row_of(self, path: str, heading: str, wanted: Callable[[str], bool]) -> int:
        """The first row whose cell is wanted."""
        rows = self.rows(path)
        place = rows[0].index(heading)
        return next(n for n, row in enumerate(rows, start=1) if n > 1 and wanted(row[place]))


def mark(year_group: int, subject: str, cell: str, code: str) -> Callable[[Exports], Found]:
    """A cell of the summer marksheet with something else in it, in row 3."""

    def plant(exports: Exports) -> Found:
        exports.put(marksheet(year_group), 3, f"{NOW} {subject} Current", cell)
        return [(marksheet(year_group), code, 3)]

    return plant


def other_name(exports: Exports) -> Found:
    exports.put(marksheet(9), 3, "Surname", "Nowhere")
    exports.put(marksheet(9), 3, "Forename", "Nobody")
    return [(marksheet(9), "R207", 3)]


def late_differs(exports: Exports) -> Found:
    row = exports.row_of(marksheet(8), f"{NOW} Geography Current", GRADES.__contains__)
    upn, now = exports.cell(marksheet(8), row, "UPN"), exports.cell(marksheet(8), row, f"{NOW} Geography Current")
    return [(LATE, "R205", exports.append(LATE, upn, "Geography", "Current", "Co" if now != "Co" else "De"))]


def late_from_two(exports: Exports) -> Found:
    exports.put(marksheet(7), 2, f"{NOW} Religious education Current", "")
    upn = exports.cell(marksheet(7), 2, "UPN")
    exports.append(LATE, upn, "Religious education", "Current", "Se")
    return [(LATE, "R205", exports.append(LATE, upn, "Religious education", "Current", "Co"))]


def late_twice(exports: Exports) -> Found:
    return [(LATE, "R206", exports.append(LATE, *exports.rows(LATE)[1]))]


def late_of_nobody(exports: Exports) -> Found:
    """H801200001001 is a valid number (domain facts, 6.2) that no pupil of the school has."""
    return [(LATE, "R202", exports.append(LATE, "H801200001001", "History", "Current", "Se"))]


def misspelt_subject(exports: Exports) -> Found:
    return [(LATE, "R210", exports.append(LATE, exports.cell(PUPILS, 2, "UPN"), "Mathmatics", "Current", "5"))]


def wrong_check_letter(exports: Exports) -> Found:
    """In every file, as when a clerk typed it once."""
    right = exports.cell(PUPILS, 5, "UPN")
    wrong = ("B" if right[0] == "A" else "A") + right[1:]
    exports.files = {p: text.replace(right.encode(), wrong.encode()) for p, text in exports.files.items()}
    return [(PUPILS, "R203", 5)]


def born(cell: str) -> Callable[[Exports], Found]:
    def plant(exports: Exports) -> Found:
        exports.put(PUPILS, 4, "DOB", cell)
        return [(PUPILS, "R218", 4)]

    return plant


def listed_twice(exports: Exports) -> Found:
    return [(PUPILS, "R206", exports.append(PUPILS, *exports.rows(PUPILS)[3]))]


def without_upn(exports: Exports) -> Found:
    """A child who came last week: held by name. The row's number, which stands for the key, is no UPN.

    The cells of groups in the same row are no one's.
    """
    cells = ["009999", "", "Newcombe", "Ada", "Newcombe", "Ada", "Year  8", "8R", "12/04/2014", "F", "14/06/2027", ""]
    row = exports.append(PUPILS, *cells, "F", "N", "F", "F")
    return [(PUPILS, code, row) for code in ("R250", "R201")]


def old_code(exports: Exports) -> Found:
    exports.put(PUPILS, 6, "SEN Status", "S")
    return [(PUPILS, "R215", 6)]


def other_language(exports: Exports) -> Found:
    """The later list is the pupils file: the problem stands where the pupil stands in it."""
    upn, now = exports.cell(CENSUS, 2, "UPN"), exports.cell(CENSUS, 2, "EAL")
    exports.put(CENSUS, 2, "EAL", "F" if now == "T" else "T")
    return [(PUPILS, "R216", exports.row_of(PUPILS, "UPN", upn.__eq__))]


def heading_twice(exports: Exports) -> Found:
    rows = exports.rows(PUPILS)
    exports.save(PUPILS, [[*row, row[rows[0].index("Reg")]] for row in rows])
    return [(PUPILS, "L222", None)]


def second_record(exports: Exports) -> Found:
    """The same names and birthday under another number, which came and went in September 2025."""
    row = exports.row_of(PUPILS, "Year", "Year  9".__eq__)
    cells = exports.rows(PUPILS)[row - 1]
    cells[:2], cells[6:8], cells[10:12] = ["009999", "H801200001001"], ["Year  8", "8R"], ["03/09/2025", "10/09/2025"]
    return [(LEAVERS, "R209", exports.append(LEAVERS, *cells))]


def line_of_totals(exports: Exports) -> Found:
    return [(PAID, "R201", exports.append(PAID, "", "8 pupils"))]


def impossible_score(exports: Exports) -> Found:
    exports.put(KS2, 2, "KS2 Reading Scaled Score", "1004")
    return [(KS2, "R204", 2)]


def unknown_teacher(exports: Exports) -> Found:
    exports.put(TEACHERS, 2, "Teacher", "QQQ")
    return [(TEACHERS, "R232", 2)]


def two_first_contacts(exports: Exports) -> Found:
    row = exports.row_of(CONTACTS, "Priority", "2".__eq__)
    while exports.cell(CONTACTS, row, "Do Not Contact") == "T":
        row = next(n for n in range(row + 1, 200) if exports.cell(CONTACTS, n, "Priority") == "2")
    exports.put(CONTACTS, row, "Priority", "1")
    return [(CONTACTS, "R242", row)]


def unseen_character(exports: Exports) -> Found:
    exports.put(CONTACTS, 3, "Name", "\u200b" + exports.cell(CONTACTS, 3, "Name"))
    return [(CONTACTS, "R237", 3)]


def cell_too_many(exports: Exports) -> Found:
    """`Flat 2, 14 Mill Race` without quotation marks."""
    rows = exports.rows(CONTACTS)
    rows[2].insert(rows[0].index("Address"), "Flat 2")
    exports.save(CONTACTS, rows)
    return [(CONTACTS, "R221", 3)]


def unknown_register_mark(exports: Exports) -> Found:
    exports.put(SEPTEMBER, 2, "AM", "?")
    return [(SEPTEMBER, "R229", 2)]


def windows_text(exports: Exports) -> Found:
    exports.put(NEXT_STEPS, 2, "Next Step", "read Chapter 4 of Macbeth’s notes.")
    exports.save(NEXT_STEPS, exports.rows(NEXT_STEPS), encoding="cp1252")
    first = next(n for n, row in enumerate(exports.files[NEXT_STEPS].split(b"\n"), start=1) if not row.isascii())
    return [(NEXT_STEPS, "L211", first)]


PLANTED: dict[str, Callable[[Exports], Found]] = {
    "off the scale": mark(10, "Mathematics", "10", "R204"),
    "see me": mark(10, "English literature", "see me", "R204"),
    "9-1 made a date": mark(10, "English language", "01-Sep", "R225"),
    "failed formula": mark(11, "Mathematics", "#N/A", "R224"),
    "0 for no mark": mark(9, "Science", "0", "R204"),
    "other name": other_name,
    "late mark differs": late_differs,
    "two late marks": late_from_two,
    "late row twice": late_twice,
    "late mark of nobody": late_of_nobody,
    "Mathmatics": misspelt_subject,
    "wrong check letter": wrong_check_letter,
    "31 February": born("31/02/2012"),
    "two-digit year": born("12/04/13"),
    "pupil twice": listed_twice,
    "no UPN": without_upn,
    "old code": old_code,
    "lists disagree": other_language,
    "heading twice": heading_twice,
    "second record": second_record,
    "totals": line_of_totals,
    "impossible score": impossible_score,
    "unknown teacher": unknown_teacher,
    "two first contacts": two_first_contacts,
    "unseen character": unseen_character,
    "cell too many": cell_too_many,
    "unknown register mark": unknown_register_mark,
    "Windows text": windows_text,
}


@pytest.fixture(scope="module")
def clean() -> tuple[tuple[str, bytes], ...]:
    """This summer's marks and one month of registers: all that faults are planted in, and quick to load."""
    files = made_up_school(pupils=30, seed=2, system="sims", faults=False)
    others = re.compile(r"exports/(marksheet-(?!summer-2027)|registers-(?!2026-09))")
    return tuple((path, content) for path, content in files if not others.match(path))


@pytest.mark.parametrize("system", ["sims", "arbor", "bromcom"])
def test_clean_exports_have_no_problem(schools: Schools, system: System) -> None:
    """Without faults the settings and exports of each layout are read without a stop, a hold or a warning."""
    made = schools(system)
    assert [str(p) for p in (*made.reading.problems, *made.loading.problems)] == []


@pytest.mark.parametrize("name", PLANTED)
def test_planted_by_hand(clean: tuple[tuple[str, bytes], ...], tmp_path: Path, name: str) -> None:
    """A fault planted in a clean file is found there, by its code and in its row, and nothing else is."""
    exports = Exports(clean)
    expected = PLANTED[name](exports)
    found = load(write(tmp_path, exports.files.items())).loading.problems
    assert sorted((p.place.file, p.code, p.place.row) for p in found) == sorted(expected)


def test_every_fault_of_the_demo_is_planted_by_hand(clean: tuple[tuple[str, bytes], ...]) -> None:
    """What the demo plants is planted here as well: as many faults of each code, in the same files."""
    by_hand = [(file, code) for plant in PLANTED.values() for file, code, _ in plant(Exports(clean))]
    assert sorted(by_hand) == sorted((fault.file, fault.code) for fault in FAULTS["sims"])
