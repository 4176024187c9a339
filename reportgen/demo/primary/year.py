"""The primary school's collections, classes and year groups: the dates are those of config/demo-primary/calendars."""

from __future__ import annotations

from datetime import date

from reportgen.demo.year import Round

RECEPTION, YEAR_1, YEAR_2, YEAR_4, YEAR_6, GONE = 0, 1, 2, 4, 6, 7
"""Year groups of 2026/27; 7 stands for those who left after Year 6 the summer before."""
YEAR_GROUPS = (0, 1, 2, 3, 4, 5, 6)

ROUNDS = (
    Round("autumn-2025", 2025, 1, date(2025, 11, 14), "Autumn 2025", "Autumn", "Friday 12 December"),
    Round("spring-2026", 2025, 2, date(2026, 2, 13), "Spring 2026", "Spring", "Friday 20 March"),
    Round("summer-2026", 2025, 3, date(2026, 7, 8), "Summer 2026", "Summer", "Friday 17 July"),
    Round("autumn-2026", 2026, 1, date(2026, 11, 13), "Autumn 2026", "Autumn", "Friday 11 December"),
    Round("spring-2027", 2026, 2, date(2027, 2, 12), "Spring 2027", "Spring", "Friday 19 March"),
    Round("summer-2027", 2026, 3, date(2027, 7, 7), "Summer 2027", "Summer", "Friday 16 July"),
)
"""Summer closes in July: the results of the tests of Year 6 come in its first days."""
LATEST = ROUNDS[-1]
SUMMERS = tuple(one for one in ROUNDS if one.order == 3)  # noqa: PLR2004 - the third of the year

CLASS_SIZE = 30
"""The law's limit for infants' classes; juniors' are no larger here."""
TREES = (
    ("Acorn", "Conker", "Catkin"),
    ("Ash", "Alder", "Apple"),
    ("Birch", "Beech", "Bay"),
    ("Hazel", "Hawthorn", "Holly"),
    ("Maple", "Mulberry", "Myrtle"),
    ("Oak", "Olive", "Osier"),
    ("Willow", "Walnut", "Whitebeam"),
)
"""The classes of each year group, Reception first: one in a school of one form of entry, up to three."""


def classes_of(year_group: int, pupils: int) -> tuple[str, ...]:
    """The classes of a year group of so many pupils."""
    return TREES[year_group][: max(1, -(-pupils // CLASS_SIZE))]


def year_name(year_group: int) -> str:
    """`Reception` or `Year 3`."""
    return f"Year {year_group}" if year_group else "Reception"
