"""CSV files as systems write them."""

from __future__ import annotations

import pytest
from unit.ingest.by_hand import AMARA, BEN, MARKS, MARKS_HEADINGS, ROLL, ROLL_HEADINGS, ROLL_TEXT, Load, codes, only

ZOE = f"{ROLL_HEADINGS}\n{AMARA},Ó Briain,Zoë,03/09/2011,10,10R,F\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_keep_accents_and_say_nothing(load_files: Load, encoding: str) -> None:
    """UTF-8 with and without its mark and UTF-16 with its mark are read without a word."""
    loading = load_files({"exports/pupils.csv": ZOE.encode(encoding)}, ROLL)
    assert loading.loaded.pupils["legal_forename"].tolist() == ["Zoë"]
    assert codes(loading) == []


def test_windows_text_is_read_and_said(load_files: Load) -> None:
    """A cp1252 file keeps its accents, and the report says that the old table was used and where the first such byte is."""
    loading = load_files({"exports/pupils.csv": ZOE.encode("cp1252")}, ROLL)
    assert loading.loaded.pupils["legal_surname"].tolist() == ["Ó Briain"]
    assert only(loading, "L211").place.row == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found_out(load_files: Load, delimiter: str) -> None:
    """Commas, semicolons, tabs and bars all separate cells without being named."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace(",", delimiter)}, ROLL)
    assert len(loading.loaded.pupils) == 2


def test_commas_in_cells_do_not_win_over_semicolons(load_files: Load) -> None:
    """The delimiter is the one under which rows have as many cells as headings, not the commonest sign."""
    headings = ROLL_HEADINGS.replace(",", ";")
    text = f"{headings}\n{AMARA};Okonkwo, the, first;Amara;;10;10R;F\n"
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    assert loading.loaded.pupils["legal_surname"].tolist() == ["Okonkwo, the, first"]


def test_a_given_delimiter_is_used(load_files: Load) -> None:
    """`delimiter` of the source overrides what would be found out."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace(",", "|")}, {**ROLL, "delimiter": ","})
    assert "L208" in codes(loading)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(load_files: Load, end: str) -> None:
    """Bare CR, as in one DfE file, ends a row like LF and CRLF."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace("\n", end)}, ROLL)
    assert loading.loaded.pupils["row"].tolist() == [3, 2]


def test_line_ends_inside_quotes_stay_in_their_cell(load_files: Load) -> None:
    """A quoted comment over two lines is one cell, and rows are numbered as Excel shows them."""
    comments = f'UPN,Subject,Text\n{AMARA},Maths,"Works well.\nNow read more."\n{BEN},Maths,Good.\n'
    source = {
        "id": "said",
        "file": "exports/said.csv",
        "frame": "comments",
        "columns": {"upn": "UPN", "subject": "Subject", "text": "Text"},
        "fixed": {"collection": "nov"},
    }
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/said.csv": comments}, ROLL, source)
    assert loading.loaded.comments.set_index("pupil")["text"].to_dict() == {
        AMARA: "Works well.\nNow read more.",
        BEN: "Good.",
    }
    assert loading.loaded.comments.set_index("pupil")["row"].to_dict() == {AMARA: 2, BEN: 3}


def test_rows_with_too_many_cells_are_set_aside_by_name(load_marks: Load) -> None:
    """A row whose cells have moved is not read: it is named, counted, and its mark goes to no one."""
    loading = load_marks(f"{AMARA},Maths,5,10A,HUG", f"{BEN},Maths,5,10,A,HUG,more")
    assert only(loading, "R221").place.row == 3
    assert loading.loaded.results["pupil"].tolist() == [AMARA]
    assert loading.counts[1].aside == 1


def test_short_rows_are_filled_up_and_named(load_marks: Load) -> None:
    """Rows without their last empty cells are read, and named."""
    loading = load_marks(f"{AMARA},Maths,5")
    assert loading.loaded.results["label"].tolist() == ["5"]
    assert only(loading, "R222").found == "row 2"


def test_empty_columns_at_the_end_are_nothing(load_marks: Load) -> None:
    """Trailing empty columns, with or without empty headings, raise no problem."""
    text = f"{MARKS_HEADINGS},,\n{AMARA},Maths,5,10A,HUG,,\n{BEN},Maths,5,10A,HUG,,,\n"
    loading = load_marks(text=text)
    assert codes(loading) == []
    assert len(loading.loaded.results) == 2


def test_blank_rows_are_no_rows(load_marks: Load) -> None:
    """Rows without any cell filled are not counted, and the rows after them keep their numbers."""
    loading = load_marks(f"{AMARA},Maths,5,10A,HUG", ",,,,", "", f"{BEN},Maths,4,10A,HUG")
    assert loading.counts[1].rows == 2
    assert loading.loaded.results.set_index("pupil")["row"].to_dict() == {AMARA: 2, BEN: 5}


def test_a_quotation_mark_never_closed_stops(load_marks: Load) -> None:
    """The rest of a file can't vanish into one cell."""
    loading = load_marks(f'{AMARA},"Maths,5,10A,HUG', f"{BEN},Maths,5,10A,HUG")
    assert only(loading, "L217").place.row == 2
    assert loading.loaded is None


def test_a_quotation_mark_closed_by_a_later_row_stops(load_marks: Load) -> None:
    """Two stray marks may not swallow the row between them."""
    loading = load_marks(f'{AMARA},"Maths,5,10A,HUG', f'{BEN},Maths,5,"10A",HUG')
    assert only(loading, "L217").place.row == 2


def test_a_quotation_mark_inside_a_cell_is_kept(load_marks: Load) -> None:
    """A stray quotation mark costs no row, and is said."""
    loading = load_marks(f'{AMARA},Maths,5,"10A"x,HUG', f"{BEN},Maths,5,10A,HUG")
    assert only(loading, "L218").place.row == 2
    assert len(loading.loaded.results) == 2


def test_nul_characters_are_left_out_and_said(load_marks: Load) -> None:
    """NUL bytes don't end a cell early."""
    loading = load_marks(text=f"{MARKS_HEADINGS}\n{AMARA},Ma\0ths,5,10A,HUG\n")
    assert loading.loaded.results["subject"].tolist() == ["maths"]
    assert only(loading, "L216").place.row == 2


def test_control_and_bidi_characters_are_taken_out_and_named(load_files: Load) -> None:
    """An override that would turn a name round on the page is removed, and the row is named."""
    text = ROLL_TEXT.replace("Amara", "Am\u202eara\x07")
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    assert "Amara" in loading.loaded.pupils["legal_forename"].tolist()
    assert only(loading, "R237").found == "row 2"


def test_names_are_nfc_with_their_apostrophes_and_plain_spaces(load_files: Load) -> None:
    """A decomposed accent is composed, a no-break space is a space, a typographic apostrophe stays."""
    text = ROLL_TEXT.replace("Okonkwo", "O’Brie\u0301n\u00a0Smith")
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    assert "O’Brién Smith" in loading.loaded.pupils["legal_surname"].tolist()
    assert codes(loading) == []


def test_leading_zeros_stay(load_files: Load) -> None:
    """Text stays text: form 012 is not 12."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace("10R,F", "012,F")}, ROLL)
    assert "012" in loading.loaded.pupils["form"].tolist()


@pytest.mark.parametrize(
    ("start", "what"),
    [(b"<html><table>", "a web page"), (b"%PDF-1.7", "a PDF"), (b"<?xml version='1.0'?>", "an XML file")],
)
def test_files_that_are_no_tables_are_named_for_what_they_are(load_files: Load, start: bytes, what: str) -> None:
    """A web page saved as .xls, a PDF and XML stop with what to do."""
    loading = load_files({"exports/pupils.csv": start}, ROLL)
    assert only(loading, "L219").found == what


def test_an_empty_file_stops(load_files: Load) -> None:
    """A file of nothing has no headings."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/marks.csv": ""}, ROLL, MARKS)
    assert only(loading, "L207").place.file == "exports/marks.csv"
    assert loading.loaded is None


def test_headings_alone_are_said(load_marks: Load) -> None:
    """An export without rows is no stop, but is never silent."""
    loading = load_marks()
    assert only(loading, "L220").place.file == "exports/marks.csv"
    assert loading.loaded.results.empty


def test_headings_below_a_title(load_marks: Load) -> None:
    """`header_row` skips titles; rows keep the file's numbers."""
    text = f"Autumn marks\n\n{MARKS_HEADINGS}\n{AMARA},Maths,5,10A,HUG\n"
    loading = load_marks(text=text, source={"header_row": 3})
    assert loading.loaded.results["row"].tolist() == [4]
