"""Every sentence the packs can say, with named values: another language is another set of tables like these."""

from __future__ import annotations

from reportgen.packs.messages import calendar, classes, families, governors, leaders, pupils, shared, subjects

_TABLES = (shared, families, classes, subjects, pupils, leaders, governors, calendar)

MESSAGES: dict[str, str] = {key: text for table in _TABLES for key, text in table.MESSAGES.items()}
"""All tables as one. A test sees to it that no key stands in two."""
