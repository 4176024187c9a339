"""Settings: YAML and reference tables in, a checked project and every problem out."""

from __future__ import annotations

from reportgen.settings.bank_holidays import bank_holidays_inside
from reportgen.settings.explained import describe_settings
from reportgen.settings.project import Reading, read_project
from reportgen.settings.rolling import Rolled, roll_folder
from reportgen.settings.schema import schemas
from reportgen.settings.severities import severity_of
from reportgen.settings.starter import starter_files

__all__ = [
    "Reading",
    "Rolled",
    "bank_holidays_inside",
    "describe_settings",
    "read_project",
    "roll_folder",
    "schemas",
    "severity_of",
    "starter_files",
]
