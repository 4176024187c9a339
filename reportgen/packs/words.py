"""Where numbers and lists become words: one way to round, to sign, to count, to join, for every pack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reportgen.model.calendar import YEAR_GROUPS, year_group_words
from reportgen.model.figure import Figure, Interval, Unit
from reportgen.packs.messages import MESSAGES

MINUS = "\N{MINUS SIGN}"
NO_VALUE = "\N{EN DASH}"
_WHOLE_HOURS = 10
"""Hours from which decimals are noise."""
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say(key: str, /, **values: object) -> str:
    """The message `key` with its named values filled in."""
    return MESSAGES[key].format(**values)


def count(key: str, n: int, /, **values: object) -> str:
    """The message for one or several, `key.one` or `key.other`; {n} is the number unless `values` say it in words."""
    return say(f"{key}.one" if n == 1 else f"{key}.other", **{"n": n, **values})


def in_phase(key: str, phase: str, /) -> str:
    """The key of a message as a school of this phase says it: forms of a primary are classes, tutors class teachers."""
    primary = f"{key}.primary"
    return primary if phase == "primary" and (primary in MESSAGES or f"{primary}.one" in MESSAGES) else key


def rounded(value: float, decimals: int = 0) -> Decimal:
    """Rounded half up, away from zero, as published figures are (never to even)."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: float, decimals: int = 0) -> str:
    """`4.5`, `1,200`, `−3`: a real minus sign, thousands set apart."""
    exact = rounded(value, decimals)
    text = f"{abs(exact):,.{decimals}f}"
    return f"{MINUS}{text}" if exact < 0 else text


def signed(value: float, decimals: int = 0) -> str:
    """`+2`, `−1`, `0`."""
    exact = rounded(value, decimals)
    return number(value, decimals) if exact <= 0 else f"+{number(value, decimals)}"


def small_number(n: int) -> str:
    """`three`, `12`: words up to nine."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else number(n)


def percent(value: float, decimals: int = 0) -> str:
    """`38%`."""
    return f"{number(value, decimals)}%"


def days(sessions: int) -> str:
    """Half-days as days: `2½`, `47`, `½`."""
    whole, half = divmod(sessions, 2)
    if not half:
        return number(whole)
    return f"{number(whole)}½" if whole else "½"


def hours(value: float) -> str:
    """Hours of work: `312`, `5.2`, `5`: one decimal under ten, where it is not nought."""
    exact = rounded(value, 1)
    return number(value, 1 if exact < _WHOLE_HOURS and exact != int(exact) else 0)


def minutes(value: float) -> str:
    """Minutes of work: `3`, `0.5`: whole where they are whole."""
    return number(value, 0 if value == int(value) else 1)


def school_year(starts: int) -> str:
    """`2026/27`, by the year it starts in."""
    return f"{starts}/{(starts + 1) % 100:02d}"


def times(n: int) -> str:
    """`once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(n, f"{small_number(n)} times")


def day(on: date) -> str:
    """`13 November 2026`."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def day_of_year(on: date) -> str:
    """`13 November`."""
    return f"{on.day} {_MONTHS[on.month - 1]}"


def weekday(on: date) -> str:
    """`Thursday 3 December`."""
    return f"{_WEEKDAYS[on.weekday()]} {day_of_year(on)}"


def month(on: date) -> str:
    """`November`."""
    return _MONTHS[on.month - 1]


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = tuple(items) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def years_in_words(groups: Sequence[str]) -> str:
    """`Years 7 to 11`, `Reception to Year 6`, `Year 7 and Year 9`."""
    run = [YEAR_GROUPS.index(g) for g in groups]
    if len(groups) > 2 and run == list(range(run[0], run[0] + len(run))):  # noqa: PLR2004 - three or more read better as a range
        if all(g.isdigit() for g in groups):
            return say("years from to", first=groups[0], last=groups[-1])
        return say("years named from to", first=year_group_words(groups[0]), last=year_group_words(groups[-1]))
    return listed(year_group_words(g) for g in groups)


def sentence(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """A subject's name inside a sentence: `mathematics`, but `French` and `ICT` stay."""
    keeps = {
        "English",
        "French",
        "German",
        "Spanish",
        "Italian",
        "Latin",
        "Greek",
        "Arabic",
        "Urdu",
        "Polish",
        "Welsh",
        "Mandarin",
        "Punjabi",
    }
    words = name.split(" ")
    first = words[0].rstrip(",;:")
    if first in keeps or (len(first) > 1 and first.isupper()):
        return name
    return " ".join([words[0][:1].lower() + words[0][1:], *words[1:]])


def possessive(name: str) -> str:
    """`Amara’s`, `James’s`: one rule for every name."""
    return f"{name}’s"


def decimals_of(figure: Figure) -> int:
    """Decimals every page prints a figure with: whole percent, one decimal of a mean."""
    return {Unit.VALUE: 1, Unit.STEPS: 1}.get(figure.unit, 0)


def figure_text(figure: Figure | None, *, percent_from: int = 20) -> str:
    """A figure as every page prints it: `38%`, `3 of 8` under 20 pupils, `4.5`; an en dash where there is none."""
    if figure is None or figure.value is None:
        return NO_VALUE
    if figure.unit is Unit.PERCENT:
        if figure.numerator is not None and figure.n < percent_from:
            return say("n of n", part=number(figure.numerator), n=number(figure.n))
        return percent(figure.value)
    return number(figure.value, decimals_of(figure))


def difference_text(figure: Figure | None) -> str:
    """A gap or change as every page prints it: `−20`, `+0.3`."""
    if figure is None or figure.value is None:
        return NO_VALUE
    return signed(figure.value, decimals_of(figure))


def interval_text(interval: Interval | None, *, decimals: int, sign: bool = False) -> str:
    """A likely range: `66 to 80`, `−32 to −5`; an en dash where there is none."""
    if interval is None:
        return NO_VALUE
    shown = signed if sign else number
    return say("low to high", low=shown(interval.low, decimals), high=shown(interval.high, decimals))


def names_listed(names: Sequence[str], *, most: int) -> str:
    """Names joined; past `most` the rest are counted: `A, B and 3 more`."""
    if len(names) <= most:
        return listed(names)
    return listed([*names[:most], say("and more", n=number(len(names) - most))])
