"""How the faults get into the exports: most into what the systems hold, before it is written, the rest into tables.

So each layout has every fault, and each fault a pupil of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from reportgen.demo.chance import stream
from reportgen.demo.exports import CENSUS, NO_MARK, PAID, LateMark, Records, without
from reportgen.demo.families import Contact
from reportgen.demo.layouts import Layout, Place
from reportgen.demo.marks import CURRENT, Mark
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.subjects import KEY_STAGE_3, subject, taught_to
from reportgen.demo.table import Table
from reportgen.demo.upn import LETTERS, upn
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR

NOBODY, OTHER_UPN = upn(2001, 12, 998), upn(2001, 12, 997)
"""Numbers no pupil of the school has: one of no one, one of a child who has another."""
LAST_WEEK = LATEST.closes - timedelta(4)
STRANGER = ("Nobody", "Nowhere")
UNSEEN = "\u200b"
"""A space without width, as web pages hold them."""
SCORE = 1004

Tables = Iterator[Table]


@dataclass(frozen=True)
class Chosen:
    """The pupils who have the faults. All but `newcomer` keep every other row right."""

    other_name: Pupil
    zero: Pupil
    blank: Pupil
    off_scale: Pupil
    see_me: Pupil
    became_date: Pupil
    failed_formula: Pupil
    newcomer: Pupil
    second_record: Pupil
    ks2: Pupil
    late_differs: Pupil
    late_from_two: Pupil
    mistyped_upn: Pupil
    february: Pupil
    short_year: Pupil
    twice: Pupil
    old_code: Pupil
    language: Pupil
    register: Pupil


def chosen(pupils: Sequence[Pupil], chance: Random) -> Chosen:
    """A pupil for each fault, from pupils who are here all year under a name of two words and a number of their own."""
    pool = [p for p in pupils if p.surname and p.left is None and p.joined <= FIRST_DAYS[YEAR] and not p.from_abroad]
    chance.shuffle(pool)

    def one(*year_groups: int, also: Callable[[Pupil], bool] = lambda _: True) -> Pupil:
        return pool.pop(next(n for n, p in enumerate(pool) if p.year_group in year_groups and also(p)))

    return Chosen(
        other_name=one(9),
        zero=one(9),
        blank=one(9),
        off_scale=one(10),
        see_me=one(10),
        became_date=one(10),
        failed_formula=one(11),
        newcomer=one(9, 10, 11),
        second_record=one(8, 9, 10, 11),
        ks2=one(7, 8, 9, 10, 11, also=lambda p: p.ks2 is not None),
        late_differs=one(*KEY_STAGE_3),
        late_from_two=one(*KEY_STAGE_3),
        **{name: one(7, 8, 9, 10, 11) for name in ("mistyped_upn", "february", "short_year", "twice", "old_code")},
        language=one(7, 8, 9, 10, 11),
        register=one(7, 8, 9, 10, 11),
    )


@dataclass(frozen=True)
class Planting:
    """The faults of one school and the places they go to."""

    layout: Layout
    who: Chosen

    @classmethod
    def of(cls, pupils: Sequence[Pupil], held: Pupil, layout: Layout, seed: int) -> Planting:
        """The faults of these pupils. The one whose report is held on purpose has none."""
        return cls(layout, chosen([p for p in pupils if p.upn != held.upn], stream(seed, "faults")))

    def in_roll(self, pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
        """Someone typed a UPN wrong once, and all systems have it."""
        return tuple(replace(p, upn=_mistyped(p.upn)) if p.upn == self.who.mistyped_upn.upn else p for p in pupils)

    def in_records(self, records: Records) -> Records:
        """What the systems hold, with every fault that does not hang on how it is written."""
        new = self.who.newcomer.upn
        marks = (m for m in records.marks if m.pupil.upn != new)
        classes = tuple(replace(c, pupils=tuple(p for p in c.pupils if p.upn != new)) for c in records.classes)
        last = replace(classes[-1], teachers=(*classes[-1].teachers, "ZZZ"))
        return replace(
            records,
            pupils=self._people(records.pupils),
            classes=(*(c for c in classes[:-1] if c.pupils), last),
            marks=tuple(self._marks(marks)),
            late=(*records.late, *self._late(records)),
            next_steps=tuple(s for s in records.next_steps if s.mark.pupil.upn != new),
            comments=tuple(c for c in records.comments if c.upn != new),
            contacts=tuple(self._contacts([c for c in records.contacts if c.pupil.upn != new])),
            registers=self._registers(records.registers),
        )

    def _people(self, pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
        """One joined last week, one has an impossible score, one has a second record that was closed at once."""
        newcomer, scored, twin = self.who.newcomer, self.who.ks2, self.who.second_record
        listed = {
            newcomer.upn: replace(newcomer, joined=LAST_WEEK, ks2=None, baseline=None),
            scored.upn: replace(scored, ks2=(SCORE, *(scored.ks2 or (0, 0))[1:])),
        }
        begun = FIRST_DAYS[YEAR - 1]
        second = replace(
            twin,
            upn=OTHER_UPN,
            admission_number="009997",
            joined=begun,
            left=begun + timedelta(7),
            ks2=None,
            baseline=None,
        )
        return (*(listed.get(p.upn, p) for p in pupils), second)

    def _marks(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """The marks of the latest collection with what someone typed, pasted or forgot."""
        who = self.who
        typed = {
            (who.off_scale.upn, "maths"): "10",
            (who.see_me.upn, "english-literature"): "see me",
            (who.became_date.upn, "english-language"): "01-Sep",
            (who.failed_formula.upn, "maths"): "#N/A",
            (who.zero.upn, "science"): "0",
            (who.late_from_two.upn, "religious-education"): "",
        }
        taken = [one.id for one in taught_to(9, who.blank.options, who.blank.form_letter)]
        empty = {(who.blank.upn, one) for one in taken[: len(taken) // 2]}
        touched = {key[0] for key in (*typed, *empty)} | {who.other_name.upn}
        for mark in marks:
            if mark.collection != LATEST or mark.pupil.upn not in touched:
                yield mark
                continue
            key = mark.pupil.upn, mark.subject.id
            if mark.pupil.upn == who.other_name.upn:
                forename, surname = STRANGER
                yield replace(mark, pupil=replace(mark.pupil, forename=forename, surname=surname))
            elif key in empty:
                yield without(mark, *dict(mark.cells))
            else:
                yield _typed(mark, typed[key]) if key in typed else mark

    def _late(self, records: Records) -> Iterator[LateMark]:
        """Late marks as they come: a row twice, other values, a pupil on no list, a subject spelt wrong."""
        differs, two = self.who.late_differs.upn, self.who.late_from_two.upn
        geography = next(
            m.written(CURRENT)
            for m in records.marks
            if m.collection == LATEST and m.pupil.upn == differs and m.subject.id == "geography"
        )
        yield records.late[0]
        yield LateMark(differs, subject("geography").name, CURRENT, "Se" if geography in {"De+", *NO_MARK} else "De+")
        yield from (LateMark(two, subject("religious-education").name, CURRENT, mark) for mark in ("Se", "Co"))
        yield LateMark(NOBODY, subject("history").name, CURRENT, "De")
        yield LateMark(differs, "Mathmatics", CURRENT, "Se")

    def _contacts(self, contacts: Sequence[Contact]) -> Iterator[Contact]:
        """Two who come first, and a name with a character no one sees."""
        apart = self.who.register.upn
        second = next(c for c in contacts if c.priority == 2 and not c.no_contact and c.pupil.upn != apart)  # noqa: PLR2004 - the second contact
        for n, contact in enumerate(contacts):
            if contact is second:
                yield replace(contact, priority=1)
            else:
                yield replace(contact, forename=UNSEEN + contact.forename) if n == 0 else contact

    def _registers(self, days: Iterable[RegisterDay]) -> Iterator[RegisterDay]:
        """A mark no one knows on the first day of one pupil."""
        first = True
        for one in days:
            if first and one.pupil.upn == self.who.register.upn:
                first = False
                yield one._replace(am="?")
            elif one.pupil.upn != self.who.newcomer.upn:
                yield one

    def in_tables(self, tables: Tables) -> Tables:
        """The tables of the layout with the faults of dates, headings, rows and files."""
        changes: dict[Place, Callable[[Table], Table]] = {
            self.layout.pupils.at: self._listed,
            self.layout.contacts: self._moved,
            self.layout.next_steps: lambda table: replace(table, encoding="cp1252"),
            Place(CENSUS): self._other_language,
            Place(PAID): lambda table: table.with_rows(("", f"{len(table.rows)} pupils")),
        }
        for one in tables:
            change = changes.get(Place(one.path, one.sheet))
            yield change(one) if change else one

    def _listed(self, given: Table) -> Table:
        who, layout = self.who, self.layout.pupils
        for pupil, heading, cell in (
            (who.february, layout.born, "31/02/2012"),
            (who.short_year, layout.born, f"{who.short_year.born:%d/%m/%y}"),
            (who.old_code, layout.sen, "S"),
        ):
            given = given.written(given.find(UPN=pupil.upn), heading, cell)
        row = given.find(UPN=who.twice.upn)
        given = replace(given, rows=(*given.rows[: row + 1], *given.rows[row:]))
        given = given.written(given.find(UPN=who.newcomer.upn), "UPN", "")
        form = given.place(layout.form)
        rows = tuple((*cells, cells[form]) for cells in given.rows)
        return replace(given, headings=(*given.headings, layout.form), rows=rows)

    def _moved(self, given: Table) -> Table:
        """The address of one contact took two cells, so that those after it moved."""
        row = given.find(UPN=self.who.register.upn)
        cells = given.rows[row]
        middle = len(cells) // 2
        longer = (*cells[:middle], "Flat 2", *cells[middle:])
        return replace(given, rows=(*given.rows[:row], longer, *given.rows[row + 1 :]))

    def _other_language(self, given: Table) -> Table:
        row = given.find(UPN=self.who.language.upn)
        return given.written(row, "EAL", "F" if given.rows[row][given.place("EAL")] == "T" else "T")


def _typed(mark: Mark, cell: str) -> Mark:
    """The mark with something else in the cell of the current grade."""
    return replace(mark, cells=tuple((facet, cell if facet == CURRENT else text) for facet, text in mark.cells))


def _mistyped(given: str) -> str:
    """The number with another check letter."""
    return LETTERS[(LETTERS.index(given[0]) + 7) % len(LETTERS)] + given[1:]
