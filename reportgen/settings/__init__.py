"""Settings: YAML and reference tables in, a checked project and every problem out."""

from __future__ import annotations

from reportgen.settings.explained import describe_settings
from reportgen.settings.project import Reading, read_project
from reportgen.settings.schema import schemas
from reportgen.settings.severities import severity_of
from reportgen.settings.starter import starter_files

__all__ = ["Reading", "describe_settings", "read_project", "schemas", "severity_of", "starter_files"]
