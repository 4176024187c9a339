"""A small school's settings as YAML, and readers that state only the difference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.settings import Reading, read_project

SMALL = {
    "school.yaml": """\
name: Northfield School
phase: secondary
contact:
  phone: 0113 496 0100
""",
    "calendars/terms.yaml": """\
years:
  - year: 2026
    terms:
      - {id: ht1, starts: 2026-09-03, ends: 2026-10-23}
      - {id: ht2, starts: 2026-11-02, ends: 2026-12-18}
""",
    "calendars/collection.yaml": """\
collections:
  - id: jun
    name: Summer 2026
    year: 2025
    closes: 2026-06-26
    year_groups: [9]
    facets: [current, target]
    purpose: to see how the year went
  - id: nov
    name: Autumn 2026
    year: 2026
    opens: 2026-11-02
    closes: 2026-11-13
    year_groups: [10]
    facets: [current, target]
    purpose: to see how pupils settled
""",
    "calendars/reporting.yaml": """\
reports:
  - id: autumn
    name: Autumn report
    audiences: [parents, staff]
    collection: nov
    compare: [jun]
    on: 2026-11-27
    families:
      - facets: [current, target]
""",
    "staff.yaml": """\
staff:
  - {code: HUG, name: Ms Hughes}
tutors:
  - {form: 10R, tutors: [HUG]}
""",
    "subjects.yaml": """\
subjects:
  - {id: english, name: English, also: [En]}
  - {id: maths, name: Mathematics, also: [Ma, Maths], start: ks2}
""",
    "scales.yaml": """\
scales:
  - id: gcse
    name: GCSE grades
    best: first
    labels: [{label: 9, value: 9}, {label: 4, value: 4}, {label: U, value: 0}]
  - id: words
    name: Words
    labels: [{label: no}, {label: 012}, {label: 9-1}, {label: 1:30}]
  - {id: score, name: Score, kind: numbers, lowest: 80, highest: 120}
facets:
  - {id: current, name: Now, role: attainment, scales: [{scale: gcse}]}
  - {id: target, name: Target, role: target, scales: [{scale: gcse}]}
states:
  - {state: absent, spellings: [Abs]}
""",
    "groups.yaml": """\
groups:
  - id: premium
    name: Pupil premium
    values: [{id: Y, name: premium}, {id: N, name: not premium}]
    comparisons:
      - {id: premium, name: Premium, these: [Y], others: [N], others_name: others}
  - id: prior
    name: Prior attainment
    values: [{id: low, name: low}, {id: high, name: high}]
    from_starts: {starts: [ks2], below: [100]}
starts:
  - {id: ks2, name: KS2 score, scale: score}
""",
    "sources.yaml": """\
sources:
  - id: pupils
    file: exports/pupils.csv
    frame: pupils
    columns:
      pupil: UPN
      year_group: [Year, NC Year]
  - id: marks
    file: exports/marks.csv
    frame: results
    columns: {pupil: UPN}
    headings: '{collection} {subject} {facet}'
pupils_year: 2026
""",
    "measures.yaml": """\
bands:
  - {name: Above, kind: above, at_least: 1}
  - {name: On, kind: as, at_least: -0.5}
  - {name: Below, kind: below}
headlines:
  - {id: basics, name: Basics, kind: reaches, subjects: [english, maths], at_least: {gcse: 4}}
  - {id: grade, name: Mean grade, kind: mean, scale: gcse}
""",
    "packs.yaml": """\
classes:
  groups: [premium]
governors:
  headlines: [basics]
  context: [premium]
""",
}

Read = Callable[..., Reading]
Edit = Callable[..., Reading]


def _write(folder: Path, files: dict[str, str | bytes | None]) -> Reading:
    for name, text in {**SMALL, **files}.items():
        path = folder / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_project(folder)


@pytest.fixture
def small() -> dict[str, str]:
    """The YAML of the small school by file."""
    return dict(SMALL)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the small school with some files changed whole: `read({"packs.yaml": ""})`; None leaves a file out."""
    return lambda files=None: _write(tmp_path, files or {})


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """Reads the small school with one piece of text changed: `edit("packs.yaml", "premium", "premum")`."""

    def changed(file: str, old: str, new: str) -> Reading:
        assert SMALL[file].count(old) >= 1, f"{old!r} does not stand in {file}"
        return _write(tmp_path, {file: SMALL[file].replace(old, new, 1)})

    return changed
