"""Which entries of a school year are copied, and when the year can't be rolled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.model.problem import Place, Problem, problem
from reportgen.model.school_days import school_year_of
from reportgen.settings.files import CONFIG
from reportgen.settings.rolling.copies import Copy, with_copies
from reportgen.settings.rolling.entry import Mover
from reportgen.settings.rolling.pieces import Piece, pieces
from reportgen.settings.rolling.years_in_text import Move

TERMS, STAFF = "calendars/terms.yaml", "staff.yaml"
ASSESSMENTS, COLLECTIONS, REPORTS = "calendars/assessment.yaml", "calendars/collection.yaml", "calendars/reporting.yaml"
FILES = (TERMS, ASSESSMENTS, COLLECTIONS, REPORTS, STAFF)
"""The files that hold what belongs to a school year."""
_LISTS = (
    (TERMS, "years", "school year"),
    (ASSESSMENTS, "assessments", "assessment"),
    (COLLECTIONS, "collections", "collection"),
    (REPORTS, "reports", "report"),
    (REPORTS, "meetings", "meeting"),
    (STAFF, "responsibilities", "responsibility"),
)
_WITH_IDS = ("assessments", "collections", "reports", "meetings")


@dataclass(frozen=True)
class Rolled:
    """The files that change, by path under the project's folder, and how many entries were copied of what."""

    files: tuple[tuple[str, str], ...] = ()
    copied: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    """C330, and then no files."""


def roll(texts: Mapping[str, str], *, year: int, to: int, meetings_on: Mapping[int, date]) -> Rolled:
    """The calendars (text by file of FILES) with the school year `to` copied from `year`.

    The texts have been read as settings without a stop. `meetings_on` has the day of each meeting that belongs to no
    report by its number in the file: it tells the school year of those that do not say theirs. A year that terms.yaml
    has already keeps its terms. Refuses with C330 when there is nothing to copy, or something of the new year is there.
    """
    roots = {name: pieces(text) for name, text in texts.items()}
    chosen = _Year(roots, meetings_on)
    found = {key: chosen.entries(key, year) for _, key, _ in _LISTS}
    found["responsibilities"] = _not_yet_held(roots.get(STAFF), found["responsibilities"], to=to)
    if chosen.entries("years", to):
        found["years"] = ()
    if problems := _refusals(chosen, found, Move(year, to)):
        return Rolled(problems=problems)
    return _copied(texts, roots, found, Move(year, to))


def _copied(
    texts: Mapping[str, str], roots: Mapping[str, Piece], found: Mapping[str, tuple[Piece, ...]], move: Move
) -> Rolled:
    """Every chosen entry copied. Lists of one file are filled from the last up, so that places stay right."""
    ids = {one.said("id") for key in _WITH_IDS for one in found[key]} - {""}
    changed = dict(texts)
    for file, key, _ in sorted(_LISTS, key=lambda one: _start(roots, one[0], one[1]), reverse=True):
        listed = roots[file].get(key) if file in roots else None
        if listed and found[key]:
            mover = Mover(texts[file], move, ids)
            copies = tuple(Copy(one, tuple(mover.edits(one))) for one in found[key])
            changed[file] = with_copies(changed[file], listed, copies, label=_label(move))
    files = tuple(
        (f"{CONFIG}/{name}", changed[name]) for name in FILES if name in texts and changed[name] != texts[name]
    )
    return Rolled(files, tuple((key, len(found[key])) for _, key, _ in _LISTS if found[key]))


def _label(move: Move) -> Callable[[str], str]:
    """A comment line above a copy: years move in a heading such as `# 2026/27`, never in a sentence."""

    def labelled(line: str) -> str:
        return line if line.rstrip().endswith((".", ",", ";", ":")) else move.text(line)

    return labelled


def _start(roots: Mapping[str, Piece], file: str, key: str) -> int:
    listed = roots[file].get(key) if file in roots else None
    return listed.start if listed else -1


@dataclass(frozen=True)
class _Year:
    """Tells which entries belong to a school year."""

    roots: Mapping[str, Piece]
    meetings_on: Mapping[int, date]

    def items(self, key: str) -> tuple[Piece, ...]:
        """All entries of a list."""
        file = next(name for name, listed, _ in _LISTS if listed == key)
        listed = self.roots[file].get(key) if file in self.roots else None
        return listed.items if listed else ()

    def entries(self, key: str, year: int) -> tuple[Piece, ...]:
        """The entries of a list that belong to a school year."""
        return tuple(one for n, one in enumerate(self.items(key)) if self._belongs(key, n, one, str(year)))

    def _belongs(self, key: str, n: int, one: Piece, year: str) -> bool:
        if key == "reports":
            collections = {each.said("id"): each.said("year").strip() for each in self.items("collections")}
            return collections.get(one.said("collection")) == year
        if key == "responsibilities":
            years = one.get("years")
            return years is not None and year in {each.text.strip() for each in years.items}
        if key == "meetings" and one.get("year") is None:
            return n in self.meetings_on and str(school_year_of(self.meetings_on[n])) == year
        return one.said("year").strip() == year


def _not_yet_held(staff: Piece | None, found: tuple[Piece, ...], *, to: int) -> tuple[Piece, ...]:
    """The responsibilities that nobody has in the new year yet."""
    listed = staff.get("responsibilities") if staff else None

    def what(one: Piece) -> tuple[object, ...]:
        lists = (one.get(key) for key in ("year_groups", "departments", "transitions"))
        return one.said("role").casefold(), *(
            tuple(each.text for each in found.items) if found else () for found in lists
        )

    def held(one: Piece) -> bool:
        years = one.get("years")
        return years is not None and str(to) in {each.text.strip() for each in years.items}

    there = {what(one) for one in (listed.items if listed else ()) if held(one)}
    return tuple(one for one in found if what(one) not in there)


def _refusals(chosen: _Year, found: Mapping[str, tuple[Piece, ...]], move: Move) -> tuple[Problem, ...]:
    """Why the year can't be rolled: one problem, at the first entry that is in the way."""
    if not any(found[key] for key in _WITH_IDS):
        expected = "a school year with collections"
        place = Place(file=f"{CONFIG}/{COLLECTIONS}")
        return (problem("C330", place, found=f"nothing of {_name(move.year)}", expected=expected),)
    there = [
        (Place(file=f"{CONFIG}/{file}", line=one.mark.line, column=one.mark.column), word, one)
        for file, key, word in _LISTS
        if key in _WITH_IDS
        for one in _in_the_way(chosen, key, found[key], move)
    ]
    if not there:
        return ()
    place, word, one = there[0]
    more = f" and {len(there) - 1} more" if len(there) > 1 else ""
    what = f"the {word} {one.said('id') or one.said('name')}{more}"
    return (problem("C330", place, found=what, expected=f"nothing of {_name(move.to)} yet"),)


def _in_the_way(chosen: _Year, key: str, copied: tuple[Piece, ...], move: Move) -> tuple[Piece, ...]:
    """Entries of a list that are of the new year already, or have an id that a copy would get."""
    mover = Mover("", move)
    ids = {mover.new_id(one.said("id")) for one in copied if one.said("id")}
    marks = {one.mark for one in chosen.entries(key, move.to)}
    return tuple(one for one in chosen.items(key) if one.mark in marks or one.said("id") in ids)


def _name(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"
