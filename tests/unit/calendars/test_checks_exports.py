from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sound_school import FOLDER, on, sound

from reportgen.calendars.checks import check_with_exports
from reportgen.ingest import load
from reportgen.model.places import Places
from reportgen.model.plan import Plan
from reportgen.model.problem import Problem
from reportgen.model.statutory import Completeness, MissingItem
from reportgen.pipeline.calendar_check import calendar_check

Told = Callable[..., list[str]]
MOST = "collections:\n"


@pytest.fixture
def weeks(tmp_path: Path) -> Told:
    """What C315 finds with other class lists and collections; one class a week is the most."""

    def told(classes: str, *changes: tuple[str, str]) -> list[str]:
        folder = tmp_path / "school"
        shutil.copytree(FOLDER, folder)
        (folder / "exports" / "classes.csv").write_text(f"No,Class,Subject,Teacher\n{classes}", encoding="utf-8")
        path = folder / "config" / "calendars" / "collection.yaml"
        text = path.read_text(encoding="utf-8").replace(MOST, f"rates: {{most_classes_a_week: 1}}\n{MOST}")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        problems = calendar_check(folder, lambda _: None, exports=True).problems
        return [p.found for p in problems if p.code == "C315"]

    return told


TWO = "A1,7K/En,English,HUG\nC3,11R/Ma,Mathematics,HUG\n"


def test_classes_count_in_the_week_they_close(weeks: Told) -> None:
    """A teacher of a Year 7 and a Year 11 class has two in autumn, closing on Friday 13 November, one in other weeks."""
    assert weeks(TWO) == ["classes to enter in the week of 2026-11-09: Ms Hughes 2"]


def test_collections_of_one_week_add_up(weeks: Told) -> None:
    """A class that is asked for twice in one week counts twice: Monday's collection and Friday's are one week."""
    moved = ("opens: 2027-03-08\n    closes: 2027-03-12", "opens: 2026-11-02\n    closes: 2026-11-09")
    assert weeks("C3,11R/Ma,Mathematics,HUG\n", moved) == ["classes to enter in the week of 2026-11-09: Ms Hughes 2"]


def test_a_shared_class_counts_for_both(weeks: Told) -> None:
    """Two teachers who share both classes have two each; the first names are told with the most classes first."""
    assert weeks("A1,7K/En,English,HUG; ADE\nB2,10R/Ma,Mathematics,HUG; ADE\nC3,11R/Ma,Mathematics,HUG\n") == [
        "classes to enter in the week of 2026-11-09: Ms Hughes 3, Mrs Adeyemi 2",
        "classes to enter in the week of 2027-06-21: Mrs Adeyemi 2, Ms Hughes 2",
    ]


def test_a_class_of_several_subjects_is_one(weeks: Told) -> None:
    """A class teacher who teaches one class every subject has one class to enter."""
    assert weeks("A1,7K,English,HUG\nA1,7K,Mathematics,HUG\nC3,11R/Ma,Mathematics,ADE\n") == []


def test_only_what_class_teachers_enter_counts(weeks: Told) -> None:
    """A collection that tutors enter asks nothing of class teachers."""
    assert weeks(TWO, ("name: Autumn 2026\n", "name: Autumn 2026\n    entered_by: tutor\n")) == []


def problems(*missing: MissingItem, report: str = "year-11") -> list[Problem]:
    """What the checks find of one report with items missing."""
    loaded = load(sound(), FOLDER).loaded
    assert loaded is not None
    plan = Plan(completeness=(Completeness(report=report, due=on("2027-03-19"), pupils=9, missing=missing),))
    return list(check_with_exports(sound(), Places(), loaded, plan))


def lacking(pupil: str, item: str, report: str = "year-11") -> MissingItem:
    return MissingItem.model_validate(
        {"pupil": pupil, "year_group": "11", "report": report, "item": item, "what": "none"}
    )


def test_items_are_told_by_report_and_item() -> None:
    """Each item is one problem with its count and the first three keys; a pupil with two gaps of one item counts once."""
    some = [lacking(key, "attendance") for key in ("D", "B", "A", "C", "A")]
    assert [(p.code, p.found, p.expected) for p in problems(*some, lacking("B", "achievements"))] == [
        ("C319", "achievements, 1 of 9 pupils of year-11: B", "by 2027-03-19"),
        ("C319", "attendance, 4 of 9 pupils of year-11: A, B, C and 1 more", "by 2027-03-19"),
    ]


def test_a_report_still_to_come_is_not_judged() -> None:
    """Nothing is told of a report whose collection has no mark in the exports yet, however much is missing."""
    assert problems(lacking("A", "attendance", report="autumn"), report="autumn") == []


def test_a_complete_report_is_no_problem() -> None:
    """A report that lacks nothing is not told."""
    assert problems() == []
