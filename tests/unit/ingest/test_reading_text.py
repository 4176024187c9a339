"""Dates, year groups, UPNs and names as people write them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from reportgen.ingest.day import Doubt, read_day
from reportgen.ingest.step import ASIDE, DUPLICATE, PART, fates, listing, without
from reportgen.ingest.text import clean, fold_name
from reportgen.ingest.upn import check_letter, upn_doubt
from reportgen.ingest.year_group import year_group

VECTORS = Path(__file__).parents[4] / "shared" / "reference" / "upn_test_vectors.csv"


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-09",
        "09/03/2026",
        "9/3/2026",
        "09-03-2026",
        "09.03.2026",
        "9 Mar 2026",
        "9 March 2026",
        "09-Mar-2026",
        "9th March 2026",
        "2026-03-09 00:00:00",
        "09/03/2026 14:30",
        "46090",
    ],
)
def test_every_spelling_of_one_day(text: str) -> None:
    """Day first in every form: 9 March 2026, which is day 46090 in Excel."""
    assert read_day(text).day == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("03/25/2026", Doubt.MONTH_FIRST),
        ("25/03/26", Doubt.TWO_DIGITS),
        ("3 Mar 26", Doubt.TWO_DIGITS),
        ("31/02/2026", Doubt.UNREADABLE),
        ("soon", Doubt.UNREADABLE),
        ("13/13/2026", Doubt.UNREADABLE),
        ("9 Mrz 2026", Doubt.UNREADABLE),
        ("10", Doubt.UNREADABLE),
    ],
)
def test_what_is_not_taken_for_a_date(text: str, doubt: Doubt) -> None:
    """Month first, two-digit years and impossible days are refused with their reason."""
    assert (read_day(text).day, read_day(text).doubt) == (None, doubt)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("7", "7"),
        ("Y7", "7"),
        ("Year 7", "7"),
        ("Year  7", "7"),
        ("07", "7"),
        ("year 07", "7"),
        ("Yr 10", "10"),
        ("NC Year 11", "11"),
        ("7.0", "7"),
        ("13", "13"),
        ("R", "R"),
        ("Rec", "R"),
        ("Reception", "R"),
        ("N2", "N2"),
        ("15", None),
        ("0", None),
        ("10R", None),
        ("Seven", None),
    ],
)
def test_year_groups_as_schools_write_them(text: str, group: str | None) -> None:
    """The spellings of section 0 of the domain facts, and none beyond."""
    assert year_group(text) == group


def test_check_letters_of_published_numbers() -> None:
    """The two numbers of python-stdnum's documentation have their letters; a temporary number counts its last letter."""
    assert check_letter("801200001001") == "H"
    assert check_letter("801200005001") == "B"
    assert upn_doubt("G80120000101A") == ""
    assert upn_doubt("A801200001001") == "check letter H"
    assert upn_doubt("H8012000O1001").startswith("13 characters")


@pytest.mark.real
@pytest.mark.skipif(not VECTORS.exists(), reason="the test vectors are not beside the checkout")
def test_upn_vectors() -> None:
    """Every test vector is judged as its author says."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["expected"] != "missing":
                doubt = upn_doubt(row["upn"].strip().upper() if row["expected"] == "normalise" else row["upn"])
                assert (doubt == "") is (not row["expected"].startswith("invalid")), row


def test_names_fold_to_their_letters() -> None:
    """Official lists strip accents and apostrophes: ZOE O'BRIEN is Zoë O’Brien."""
    assert fold_name("ZOE O'BRIEN") == fold_name("Zoë O’Brien")
    assert fold_name("Anne-Marie") == fold_name("Anne Marie")


def test_clean_keeps_scripts_that_join_letters() -> None:
    """The joiners of Persian and Indic scripts stay; the soft hyphen and zero-width space go."""
    joined = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert clean(joined) == joined
    assert clean("a\u00adb\u200bc") == "abc"


def test_rows_are_listed_in_ranges() -> None:
    """Many rows are named in few words, and after twenty ranges the rest is counted."""
    assert listing([5]) == "row 5"
    assert listing([12, 5, 6, 7]) == "4 rows: 5 to 7, 12"
    assert listing(range(2, 100, 2)).endswith("40 and 29 more")


def test_a_row_is_in_one_pile_only() -> None:
    """A row of which some cells are copies and some set aside, and nothing is kept, is set aside; one kept cell makes it used."""
    rows = pd.DataFrame({PART: [0, 0, 0], "row": [2, 3, 4]})
    gone = [without(rows, [True, True, True], DUPLICATE).gone[0], without(rows, [True, False, True], ASIDE).gone[0]]
    assert fates(gone, [rows.iloc[2:]], 0) == (1, 1)
    assert fates(gone, [], 1) == (0, 0)
