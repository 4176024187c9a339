"""Each told date followed to the date it is told from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from reportgen.model.calendar import Collection, SchoolYear
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.school_days import SchoolDays
from reportgen.settings.files import CONFIG
from reportgen.settings.nearest import did_you_mean, one_of
from reportgen.settings.plain_days import other_words_for
from reportgen.settings.told.forms import EXAMPLES, SCHOOL_WEEK, WEEKDAYS, Event, ToldDate, read_told
from reportgen.settings.told.happenings import FILES, MOMENTS, Happening
from reportgen.settings.tree import Path, quoted

_CHECK_DAYS: int = Collection.model_fields["check_days"].get_default()


@dataclass(frozen=True)
class DateKey:
    """A key of an entry that holds a date, or would."""

    of: Happening
    key: str

    @property
    def text(self) -> str | None:
        """What is written; None where nothing is."""
        found = self.of.text(self.key)
        return found.text if found else None

    @property
    def place(self) -> Place:
        """Where it is written, or where the entry begins."""
        found = self.of.text(self.key)
        mark = found.mark if found else self.of.table.mark
        return Place(file=f"{CONFIG}/{self.of.file}", line=mark.line, column=mark.column)

    @property
    def words(self) -> str:
        """`autumn-2026 closes`."""
        moment = next((m for m, key in MOMENTS[self.of.kind].items() if key == self.key), self.key)
        return f"{next(reversed(self.of.names), 'an entry without an id')} {moment}"

    @property
    def id(self) -> tuple[str, Path, str]:
        """Tells dates apart: an entry is known by where it stands."""
        return self.of.file, self.of.path, self.key


Step = DateKey | date | Problem | None
"""The date to be found first, the day, or why there is none; None when that has been said or need not be."""


@dataclass
class Follower:
    """Follows each told date to the date it is told from; remembers what it found."""

    happenings: tuple[Happening, ...]
    years: tuple[SchoolYear, ...] | None
    problems: list[Problem] = field(default_factory=list)
    _found: dict[tuple[str, Path, str], date | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._days = SchoolDays(self.years or ())

    def day(self, wanted: DateKey) -> date | None:
        """The day of a date, or None. Each is told from at most one other, so that a trail is enough."""
        trail = [wanted]
        while trail:
            one = trail[-1]
            step = self._found[one.id] if one.id in self._found else self._step(one)
            if isinstance(step, DateKey):
                ids = [each.id for each in trail]
                if step.id not in ids:
                    trail.append(step)
                    continue
                circle = trail[ids.index(step.id) :]
                self._found |= dict.fromkeys((each.id for each in circle), None)
                step = _circle(circle)
            if isinstance(step, Problem):
                self.problems.append(step)
                step = None
            self._found.setdefault(one.id, step)
            trail.pop()
        return self._found[wanted.id]

    def _step(self, one: DateKey) -> Step:
        """One step: the day of a date, or what it is told from."""
        if one.text is None:
            return self._frozen(one) if (one.of.kind, one.key) == ("collection", "freezes") else None
        day = plain(one.text)
        if day:
            return day
        told = read_told(one.text)
        if told is None:
            found, meant = f"{quoted(one.text)} for {one.key}", other_words_for(one.text)
            remedy = f"Write {meant}." if meant else ""
            return problem("S160", one.place, found=found, expected=EXAMPLES, remedy=remedy)
        start = self._start(told.event, one) if self.years is not None else None
        return self._counted(one, told, start) if isinstance(start, date) else start

    def _counted(self, one: DateKey, told: ToldDate, start: date) -> date | Problem:
        day = told.counted_from(start, self._days)
        found = f"{quoted(one.text or '')}, counted from {start}"
        if day is None and told.weekday is not None and told.weekday >= SCHOOL_WEEK:
            expected = f"`in any case` at the end: no {WEEKDAYS[told.weekday]} is a school day"
            return problem("S163", one.place, found=found, expected=expected)
        return day or problem("S163", one.place, found=found, expected="a day in a school year of terms.yaml")

    def _frozen(self, one: DateKey) -> Step:
        """Marks whose freeze is not written are frozen when their check days are over, as far as terms are known."""
        closes = self._known(DateKey(one.of, "closes"))
        if not isinstance(closes, date):
            return closes
        days = one.of.text("check_days")
        count = int(days.text) if days and re.fullmatch(r"\d{1,4}", days.text.strip()) else _CHECK_DAYS
        return self._days.as_far_as_known(closes, count)

    def _known(self, one: DateKey) -> DateKey | date | None:
        return self._found.get(one.id, one)

    def _start(self, event: Event, one: DateKey) -> Step:
        """The day of an event, or the date that holds it."""
        terms = self._term_days(event, event.year or one.of.year)
        others = [h for h in self.happenings if event.year is None and event.name in h.names and h.has(event.moment)]
        if len(others) > 1:  # a name that comes back every year means the one of this year
            others = [h for h in others if h.year == one.of.year] or others
        many = len(terms) + len(others)
        if many > 1:
            found = f"{quoted(event.name)}, the name of {many} things with such a moment"
            return problem("S161", one.place, found=found, expected="the name of one; a meeting may be report/meeting")
        if terms:
            return terms[0]
        return self._moment(others[0], event, one) if others else self._unknown(event, one)

    def _term_days(self, event: Event, year: int | None) -> list[date]:
        """The day of a term of a school year, of any for None; nothing where no term has this name and moment."""
        key = MOMENTS["term"].get(event.moment)
        years = (y for y in self.years or () if y.year == year)
        terms = [term for y in years for term in y.terms if term.id == event.name] if key else []
        if event.in_school:
            inside = [days for term in terms if (days := self._days.inside(term.starts, term.ends))]
            return [days[0 if key == "starts" else -1] for days in inside]
        return [getattr(term, key) for term in terms] if key else []

    def _moment(self, other: Happening, event: Event, one: DateKey) -> Step:
        key = MOMENTS[other.kind][event.moment]
        if other.text(key) is None and (other.kind, key) != ("collection", "freezes"):
            found = f"{event.name}, for which no {key} is written"
            return problem("S161", one.place, found=found, expected=f"a {other.kind} with {key}")
        return self._known(DateKey(other, key))

    def _unknown(self, event: Event, one: DateKey) -> Problem | None:
        """Nothing of this name has such a moment; nothing is said where it may be a term of a year nobody can read."""
        year = event.year or one.of.year
        if year is None and one.of.year_unread and event.moment in MOMENTS["term"]:
            return None
        kinds = [kind for kind, moments in MOMENTS.items() if event.moment in moments]
        if year is None and any(self._term_days(event, y.year) for y in self.years or ()):
            remedy = f"Write `{event.words(f'2026 {event.name}')}` for that of 2026/27."
            return problem("S161", one.place, found=f"{event.name}, a term of no school year", remedy=remedy)
        names = {name for h in self.happenings if h.kind in kinds and event.year is None for name in h.names}
        if "term" in kinds:
            names |= {term.id for y in self.years or () if y.year == year for term in y.terms}
        found = event.words(quoted(event.name)) + (f" in {event.year}" if event.year else "")
        expected = f"a {' or '.join(kinds)} ({one_of(sorted(names))})"
        return problem("S161", one.place, found=found, expected=expected, remedy=did_you_mean(event.name, names))


def _circle(circle: list[DateKey]) -> Problem:
    """One problem for a circle, at the first of its dates that is written."""
    written = [one for one in circle if one.text is not None]
    first = min(written, key=lambda one: (FILES.index(one.of.file), one.place.line or 0, one.place.column or 0))
    turn = circle.index(first)
    words = [one.words for one in (*circle[turn:], *circle[:turn], first)]
    return problem("S162", first.place, found=", told from ".join(words), expected="one of them as year-month-day")


def plain(text: str) -> date | None:
    """A date written year-month-day; None for any other text."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if day.isoformat() == text.strip() else None
