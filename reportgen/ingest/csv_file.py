"""CSV files as systems write them: any common encoding and delimiter, bare CR line ends, quoted line ends."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from itertools import count, islice

from reportgen.ingest.table import ReadTable, make_table
from reportgen.model.problem import Place, Problem, problem

DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_ROWS = 60
_MOST_CELL = 1_000_000


@dataclass(frozen=True)
class Decoded:
    """The text of a file and what was noticed while decoding it."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(content: bytes, file: str) -> Decoded:
    """The text: UTF-16 by its mark, else UTF-8 with or without mark, else cp1252, which is said."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _nul(content.decode("utf-16", errors="replace"), file)
    try:
        return _nul(content.decode("utf-8-sig"), file)
    except UnicodeDecodeError as wrong:
        row = content[: wrong.start].count(b"\n") + 1
        # cp1252 leaves five bytes without a meaning; latin-1 makes them control characters, which cleaning names
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            text = content.decode("latin-1")
        note = problem("L211", Place(file=file, row=row), found="bytes that are not UTF-8", expected="UTF-8")
        decoded = _nul(text, file)
        return Decoded(decoded.text, (note, *decoded.problems))


def _nul(text: str, file: str) -> Decoded:
    if "\0" not in text:
        return Decoded(text)
    row = text[: text.index("\0")].count("\n") + 1
    return Decoded(
        text.replace("\0", ""),
        (problem("L216", Place(file=file, row=row), found=f"{text.count(chr(0))} NUL characters"),),
    )


def _records(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    # newline="" with a StringIO splits at \n, \r\n and bare \r alike and leaves those inside quotes alone
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))


def sniff(text: str, header_row: int) -> str:
    """The delimiter under which most rows have as many cells as the headings; of equals the one with more cells."""
    best, best_score = ",", (0.0, 1)
    for delimiter in DELIMITERS:
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            rows = [row for row in islice(reader, header_row - 1, header_row + _SNIFFED_ROWS) if row]
        except csv.Error:
            continue
        if not rows or len(rows[0]) == 1:
            continue
        share = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        if (score := (round(share, 1), len(rows[0]))) > best_score:
            best, best_score = delimiter, score
    return best


def read_csv(content: bytes, file: str, *, header_row: int, delimiter: str | None) -> ReadTable:
    """The table of a CSV file; rows are numbered as Excel shows them. An unclosed quotation mark is a stop."""
    csv.field_size_limit(_MOST_CELL)
    decoded = decode(content, file)
    chosen = delimiter or sniff(decoded.text, header_row)
    notes = decoded.problems
    try:
        rows = _records(decoded.text, chosen, strict=True)
    except csv.Error:
        rows, quote = _lenient(decoded.text, chosen, file)
        notes = (*notes, *quote)
        if any(p.code == "L217" for p in quote):
            return ReadTable(None, notes)
    made = make_table(rows, file=file, sheet="", header_row=header_row, delimiter=chosen)
    return ReadTable(made.table, (*notes, *made.problems))


def _lenient(text: str, delimiter: str, file: str) -> tuple[list[list[str]], tuple[Problem, ...]]:
    """Rows of a file with stray quotation marks, kept as written. After an unclosed one no row can be trusted."""
    rows: list[list[str]] = []
    stray: int | None = None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for row in count(1):
        begins = reader.line_num + 1
        try:
            if next(reader, None) is None:
                break
        except csv.Error as wrong:
            # a cell that has swallowed a line end before its mark closed has swallowed rows
            if "unexpected end" in str(wrong) or "field larger" in str(wrong) or reader.line_num > begins:
                found = f"a cell that runs from line {begins} to line {reader.line_num}"
                return rows, (problem("L217", Place(file=file, row=row), found=found),)
            stray = stray or row
    try:
        rows = _records(text, delimiter, strict=False)
    except csv.Error:
        return rows, (problem("L217", Place(file=file)),)
    return rows, (problem("L218", Place(file=file, row=stray)),)
