"""What collections cost in hours: classes x pupils x facets and comments x minutes each."""

from __future__ import annotations

from datetime import date

from reportgen.model.value import Value


class TeacherHours(Value):
    """What one collection asks of one member of staff."""

    collection: str
    staff: str
    """Staff code; empty for classes and forms that name nobody."""
    role: str
    """As what they do it: the collection's `entered_by`, or tutor for tutors' comments (class teacher in a primary)."""
    classes: int
    """Classes with something to enter, and forms with comments to write."""
    pupils: int
    """Pupils counted once a class. Of a class that several share these and its marks and comments count for each."""
    marks: int
    """Marks to enter: a pupil, subject and facet each."""
    comments: int
    hours: float
    """A class that two teachers share costs each of them half."""


class CollectionHours(Value):
    """What one collection asks of the whole school: what the year would save without it."""

    collection: str
    hours: float
    staff: int
    """Members of staff with something to enter."""
    most: float
    """Hours of the one with most; none where nobody is named."""


class WeekHours(Value):
    """A week's hours: each collection's spread evenly over the school days from opening to closing."""

    monday: date
    hours: float
    """The whole school's."""
    typical: float
    """Those of a member of staff in the middle of all who have any this year."""


class Workload(Value):
    """The workload of one school year."""

    year: int
    collections: tuple[CollectionHours, ...]
    """In the order in which they close."""
    staff: tuple[TeacherHours, ...]
    """By collection, then staff, then role."""
    weeks: tuple[WeekHours, ...]
    """Every week of the terms, in order."""
    by_role: tuple[tuple[str, float], ...]
    """Hours of the year by role, most first."""

    @property
    def hours(self) -> float:
        """Hours of the whole year: the sum of the collections and of the weeks."""
        return sum(one.hours for one in self.collections)
