"""What an amendment of a frozen collection changed, in the words of the school."""

from __future__ import annotations

from reportgen.model.value import Value


class AmendedRow(Value):
    """A mark or comment that is not what it was; `before` or `now` is empty where there was or is none."""

    pupil: str
    name: str
    form: str
    year_group: str
    subject: str
    what: str
    before: str
    now: str
