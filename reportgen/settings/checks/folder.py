"""All settings files of a school together, each None where it could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.calendar import Assessments, Collections, Reports, Terms
from reportgen.model.measure import Measures
from reportgen.model.pack import Holds, Packs
from reportgen.model.reference import Reference
from reportgen.model.scale import Marks
from reportgen.model.school import Groups, School, Staff, Subjects
from reportgen.model.source import Sources
from reportgen.settings.files import SettingsFile


@dataclass(frozen=True)
class Folder:
    """What the checks look at."""

    school: SettingsFile[School] | None
    terms: SettingsFile[Terms] | None
    assessments: SettingsFile[Assessments] | None
    collections: SettingsFile[Collections] | None
    reports: SettingsFile[Reports] | None
    staff: SettingsFile[Staff] | None
    subjects: SettingsFile[Subjects] | None
    marks: SettingsFile[Marks] | None
    groups: SettingsFile[Groups] | None
    sources: SettingsFile[Sources] | None
    measures: SettingsFile[Measures] | None
    packs: SettingsFile[Packs] | None
    holds: SettingsFile[Holds] | None
    reference: Reference
