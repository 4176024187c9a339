"""Reading back: a report that is right passes, and each thing swapped between two pupils is seen."""

from __future__ import annotations

from typing import Any

import pytest
from family_pages import AMARAS, longest, parent_report, plain, shortest, strangest, subjects

from reportgen.model.document import Cell, Labelled, ParentReport, Run, Table
from reportgen.render import Chapter, NameIndex, Pages, read_back, read_back_batch

SCHOOL = NameIndex.of(
    [
        ("A", "Amara Okonkwo"),
        ("B", "Callum Brennan"),
        ("C", "Ellie-Mae Taylor"),
        ("D", "Amara Okonkwo"),
        ("E", "Mr Thapa"),
    ],
    ["Mr Patel", "Mr Thapa", "Ms Hughes"],
)


def _read(pages: Pages, printed: ParentReport, **composed: Any) -> tuple[str, ...]:
    """What reading back says when `printed` was printed for a document that differs by `composed`."""
    wanted = ParentReport.model_validate({**printed.model_dump(), **composed})
    return read_back(pages.pdf(printed, draw=plain).content, wanted, SCHOOL)


def _with_cell(table: Table, row: int, place: int, **changes: Any) -> Table:
    rows = list(table.rows)
    cells = list(rows[row].cells)
    cells[place] = cells[place].model_copy(update=changes)
    rows[row] = rows[row].model_copy(update={"cells": tuple(cells)})
    return table.model_copy(update={"rows": tuple(rows)})


@pytest.mark.parametrize("make", [parent_report, shortest, longest, strangest])
def test_a_report_as_composed_passes(pages: Pages, make: Any) -> None:
    """Shortest, longest and strangest reports say what was composed, over page breaks and draft marks."""
    assert _read(pages, make()) == ()


def test_a_table_over_two_pages_passes_in_large_print(pages: Pages) -> None:
    """Heads said again and feet between two rows are no fault."""
    assert _read(pages, longest(large_print=True)) == ()


def test_a_sentence_over_two_pages_is_one_sentence(pages: Pages) -> None:
    """A comment that starts on one page and ends on the next passes; cut off at the foot it would not."""
    words = " ".join(f"word{n}" for n in range(420))
    split = parent_report(glance=(Labelled(label="Going well", text=words),), large_print=True)
    assert _read(pages, split) == ()
    longer = (Labelled(label="Going well", text=f"{words} and one more"),)
    assert any("is not there: word0" in one for one in _read(pages, split, glance=longer))


def test_another_pupils_name_at_the_head_is_seen(pages: Pages) -> None:
    """Two pupils' names swapped."""
    told = _read(pages, parent_report(pupil_name="Callum Brennan"), pupil_name="Amara Okonkwo")
    assert "the name at the head of the first page is not the pupil’s" in told
    assert "another pupil’s name is on the page: callum brennan" in told


def test_a_name_in_the_foot_alone_is_not_the_head(pages: Pages) -> None:
    """The name must stand at the head: the running foot does not count."""
    said = parent_report(lines=(), pupil_name="Callum Brennan", talk=((Run(text="Amara Okonkwo"),),))
    assert any("head of the first page" in one for one in _read(pages, said, pupil_name="Amara Okonkwo"))


@pytest.mark.parametrize("row", [0, 4, 8])
@pytest.mark.parametrize("place", [0, 1, 2, 4, 5, 6])
def test_any_cell_that_is_another_is_seen(pages: Pages, row: int, place: int) -> None:
    """One mark, teacher, target or word other than composed."""
    printed = parent_report()
    other = _with_cell(printed.subjects, row, place, text="4")
    told = _read(pages, printed, subjects=other)
    assert any(f"row {row + 1} of the subjects table" in one for one in told)


def test_a_second_line_that_is_another_is_seen(pages: Pages) -> None:
    """A teacher under the subject's name counts too."""
    printed = parent_report(subjects=_with_cell(parent_report().subjects, 1, 0, second="Mrs Adeyemi"))
    assert _read(pages, printed) == ()
    other = _with_cell(parent_report().subjects, 1, 0, second="Mr Thapa")
    assert any("row 2" in one for one in _read(pages, printed, subjects=other))


def test_two_rows_swapped_are_seen(pages: Pages) -> None:
    """Rows in another order, though every cell is on the page."""
    swapped = subjects(AMARAS[1], AMARAS[0], *AMARAS[2:])
    assert any("of the subjects table" in one for one in _read(pages, parent_report(), subjects=swapped))


def test_two_pupils_rows_swapped_are_seen(pages: Pages) -> None:
    """A whole table of another pupil whose marks are nearly the same."""
    theirs = subjects(*AMARAS[:-1], AMARAS[-1].replace("|7|", "|6|"))
    assert _read(pages, parent_report(subjects=theirs), subjects=parent_report().subjects) != ()


def test_a_row_too_many_is_seen(pages: Pages) -> None:
    """A row between two rows that was not composed."""
    composed = subjects(*AMARAS[:4], *AMARAS[5:])
    assert any("row 5" in one for one in _read(pages, parent_report(), subjects=composed))


def test_a_row_too_few_is_seen(pages: Pages) -> None:
    """A composed row that is not on the page."""
    composed = subjects(*AMARAS, "Music|Mr Thapa|Good|5 5 5 5|6|As expected")
    assert any("row 10" in one for one in _read(pages, parent_report(), subjects=composed))


def test_marks_moved_from_cell_to_cell_are_seen(pages: Pages) -> None:
    """Now and target swapped inside a row."""
    table = parent_report().subjects
    swapped = _with_cell(_with_cell(table, 0, 4, text="6"), 0, 5, text="6−")
    assert any("row 1" in one for one in _read(pages, parent_report(), subjects=swapped))


def test_a_comment_of_another_pupil_is_seen(pages: Pages) -> None:
    """Comments swapped: the sentence composed is missing, and the other pupil's name is found."""
    theirs = (Labelled(label="Going well", text="Callum Brennan’s maths is above target."),)
    told = _read(pages, parent_report(glance=theirs), glance=parent_report().glance)
    assert "another pupil’s name is on the page: callum brennan" in told
    assert any("a sentence of the first page is not there: Amara’s English" in one for one in told)


def test_sentences_out_of_order_are_seen(pages: Pages) -> None:
    """The glance keeps its order: strengths first."""
    glance = parent_report().glance
    assert "the sentences of the first page are not in their order" in _read(
        pages, parent_report(), glance=(glance[1], glance[0], glance[2])
    )


@pytest.mark.parametrize("part", ["questions", "lines", "guide", "keys", "attendance", "talk", "next_steps"])
def test_a_part_that_is_not_printed_is_seen(pages: Pages, part: str) -> None:
    """Whatever was composed and is not on the page, a school's own template or a page too short being the reason."""
    full = parent_report()
    empty = None if part == "attendance" else ()
    assert _read(pages, full.model_copy(update={part: empty}), **{part: full.model_dump()[part]}) != ()


def test_staff_and_namesakes_may_stand_on_the_page(pages: Pages) -> None:
    """A pupil called as a teacher is, a namesake, and a double-barrelled name's halves stop nobody's report."""
    assert _read(pages, parent_report()) == ()
    index = NameIndex.of([("X", "Ann Smith"), ("Y", "Ann Smith-Jones")], [])
    report = parent_report(pupil_name="Ann Smith-Jones")
    assert read_back(pages.pdf(report, draw=plain).content, report, index) == ()


def test_a_key_in_place_of_a_name_is_looked_for(pages: Pages) -> None:
    """Where a school gives no names, another pupil's key on the page is another pupil."""
    index = NameIndex.of([("P0417", "P0417"), ("P0418", "P0418")], [])
    report = shortest().model_copy(update={"questions": ("Who is P0418?",)})
    assert read_back(pages.pdf(report, draw=plain).content, report, index) == (
        "another pupil’s name is on the page: p0418",
    )


def test_ligatures_and_broken_words_are_the_same_words(pages: Pages) -> None:
    """The letters ffi may be set as one, and a word too long for its column is broken: neither is a fault."""
    table = _with_cell(parent_report().subjects, 0, 1, text="Offiah-Fiennes Llanfairpwllgwyngyllgogerychwyrndrobwll")
    assert _read(pages, parent_report(subjects=table)) == ()


def test_cell_text_alone_is_compared() -> None:
    """A cell without text (a picture) adds nothing to a row."""
    assert Cell().text == ""


def test_months_and_cells_side_by_side_are_not_a_name(pages: Pages) -> None:
    """April and May under the days, and the end of one cell before the start of the next, name no pupil."""
    school = NameIndex.of(
        [("A", "Amara Okonkwo"), ("X", "September October"), ("Y", "Excellent 6"), ("Z", "Thapa Good")], []
    )
    made = parent_report()
    assert read_back(pages.pdf(made, draw=plain).content, made, school) == ()


def test_a_name_inside_one_cell_is_seen_even_if_it_is_a_month(pages: Pages) -> None:
    """A pupil called April May is seen in a sentence of somebody else's report."""
    school = NameIndex.of([("A", "Amara Okonkwo"), ("X", "April May")], [])
    made = ParentReport.model_validate({**parent_report().model_dump(), "next_steps": ("Art: work with April May.",)})
    assert read_back(pages.pdf(made, draw=plain).content, made, school) == (
        "another pupil’s name is on the page: april may",
    )


def _batch(pages: Pages, *reports: ParentReport) -> tuple[bytes, list[tuple[ParentReport, range]]]:
    """A print batch of these reports, and the pages each is on."""
    laid = [pages.lay_out(report, draw=plain) for report in reports]
    chapters = [Chapter(report.pupil_name, one) for report, one in zip(reports, laid, strict=True)]
    joined = pages._press.join(pages.lay_out(shortest(), draw=plain), chapters, right_hand=True)
    placed = zip(reports, joined.starts, laid, strict=True)
    return joined.printed.content, [(report, range(start, start + one.pages)) for report, start, one in placed]


def test_a_batch_as_composed_passes(pages: Pages) -> None:
    """Every report of a joined file says what was composed, each on its own pages."""
    content, placed = _batch(pages, parent_report(), longest(), strangest())
    assert list(read_back_batch(content, placed, SCHOOL)) == []


def test_two_reports_swapped_in_a_batch_are_seen(pages: Pages) -> None:
    """A report on another pupil's pages is named by its path: the batch is what goes home."""
    callum = parent_report(pupil_name="Callum Brennan", path="parents/2")
    content, [(one, first), (other, second)] = _batch(pages, parent_report(path="parents/1"), callum)
    told = list(read_back_batch(content, [(one, second), (other, first)], SCHOOL))
    assert [line for line in told if line.startswith("parents/1: the name at the head")]
    assert [line for line in told if line.startswith("parents/2: another pupil’s name is on the page: amara okonkwo")]


def test_letters_with_two_marks_are_read_as_they_were_meant(pages: Pages) -> None:
    """Yoruba names, whose letters carry a dot and an accent, pass at their own head and are seen on another's page."""
    femi = parent_report(pupil_name="Fẹ́mi Fálẹ́tí")
    assert _read(pages, femi) == ()
    others = NameIndex.of([("A", "Amara Okonkwo"), ("F", "Fẹ́mi Fálẹ́tí")], [])
    amara = parent_report(glance=(Labelled(label="Going well", text="Well done, Fẹ́mi Fálẹ́tí, in history."),))
    told = read_back(pages.pdf(amara, draw=plain).content, amara, others)
    assert len(told) == 1
    assert "Fẹ́mi" in told[0] or "another" in told[0]
