from __future__ import annotations

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import PUPILS, composed, small_school

from reportgen.model import frames as f
from reportgen.model.calendar import FamilyPolicy
from reportgen.model.document import ParentReport
from reportgen.model.pack import Hold, Holds
from reportgen.model.project import Project


def report_of(name: str, project: Project | None = None, **frames: pd.DataFrame) -> ParentReport:
    """The report of the pupil with this first name."""
    made = composed(small_school(**frames), project)
    return next(d for d in made.documents if isinstance(d, ParentReport) and d.pupil_name.startswith(name))


def with_report(**changes: object) -> Project:
    """The small school with its report changed."""
    project = b.project()
    changed = project.reports.reports[0].model_copy(update=changes)
    return b.project(reports=project.reports.model_copy(update={"reports": (changed,)}))


def column(report: ParentReport, role: str) -> list[str]:
    """The texts of a column of the subjects table."""
    place = [c.role for c in report.subjects.columns].index(role)
    return [row.cells[place].text for row in report.subjects.rows]


def test_subjects_stand_in_the_order_of_the_settings() -> None:
    """English comes before mathematics because subjects.yaml says so, and art that no one takes is not there."""
    assert [row.cells[0].text for row in report_of("Amara").subjects.rows] == ["English language", "Mathematics"]


def test_marks_targets_and_attitude_are_the_exports() -> None:
    """Mark, target and attitude of a subject are those of that pupil and subject."""
    report = report_of("Ben")
    assert column(report, "now") == ["5", "5−"]
    assert column(report, "target") == ["–", "6"]
    assert column(report, "attitude")[1] == "Mixed"


def test_progress_is_told_in_words_from_the_distance_in_steps() -> None:
    """6 with target 6 is on target; 4 with target 6 is six thirds below; no target is said, not guessed."""
    assert column(report_of("Amara"), "progress") == ["No target", "On target"]
    assert column(report_of("Chi"), "progress")[1] == "Below target"


def test_strengths_come_first() -> None:
    """At a glance starts with what goes well, then what to work on, then attendance."""
    glance = report_of("Amara").glance
    assert [one.label for one in glance] == ["Going well", "To work on", "Attendance"]
    assert "mathematics" in glance[0].text.lower()


def test_a_pupil_for_whom_nothing_shines_still_has_a_true_first_sentence() -> None:
    """The first label never stands empty, and says nothing that is not so."""
    report = report_of("Chi")
    assert report.glance[0].text
    assert "above" not in report.glance[0].text


def test_one_step_down_is_not_told_as_a_fall() -> None:
    """Ben is one third of a grade down: too small to call a change, so no sentence says so."""
    assert "gone down" not in " ".join(one.text for one in report_of("Ben").glance)


def test_attendance_is_told_in_days() -> None:
    """89 of 94 half-days attended is 2½ days missed of 47, and late three times."""
    assert report_of("Amara").glance[2].text == "Amara has missed 2½ days of 47. Amara has been late three times."
    assert report_of("Ben").glance[2].text == "Ben has not missed a day of 47."


def test_a_missing_mark_says_why() -> None:
    """An absent pupil's mark is a dash in its column and its reason stands beside it and in the key."""
    results = pd.concat([b.results("A 5 absent", "B 5 5", "C 4 4"), b.results("A 6 6", scale=b.GCSE, facet="target")])
    report = report_of("Amara", with_report(blank_share=1.0), results=results.reset_index(drop=True))
    assert "–" in column(report, "now")
    assert "No mark: absent" in column(report, "progress")
    assert any("was not in school" in item.text for item in report.guide)


@pytest.mark.parametrize(
    "state", ["absent", "not_taught", "not_required", "-", "dropped", "withheld", "joined_later", "unclear"]
)
def test_every_state_has_words(state: str) -> None:
    """Each reason for a missing mark is told in words and explained."""
    given = state if state != "-" else "not_entered"
    results = pd.concat(
        [
            b.results(f"A 5 {given}", "B 5 5", "C 4 4"),
            b.results("A 5 5", subject="art"),
            b.results("A 5 5", subject="english"),
        ]
    )
    report = report_of("Amara", with_report(blank_share=1.0), results=results.reset_index(drop=True))
    assert any(text.startswith("No mark: ") for text in column(report, "progress"))


def test_the_policy_decides_what_families_see() -> None:
    """A policy of attitude alone shows no mark, no target, no band, and tells none in words."""
    policy = FamilyPolicy(facets=("attitude",), progress=False, path=False, teachers=False)
    report = report_of("Chi", with_report(families=(policy,), blank_share=1.0))
    assert [c.role for c in report.subjects.columns] == ["subject", "attitude"]
    assert "target" not in " ".join(one.text for one in report.glance)


def test_scales_are_explained_only_when_they_are_on_the_report() -> None:
    """The key holds the attitude scale that is used, best label first, and no other."""
    keys = report_of("Amara").keys
    assert [[row.label for row in key.rows] for key in keys] == [["Excellent", "Good", "Mixed", "Low"]]


def with_words(label: str, word: str) -> Project:
    """The small school with a word and a meaning for one grade of the scale of marks and targets."""
    project = b.project()
    change = {"word": word, "meaning": "Well done."}
    scales = tuple(
        scale.model_copy(
            update={"labels": tuple(o.model_copy(update=change) if o.label == label else o for o in scale.labels)}
        )
        for scale in project.marks.scales
    )
    return b.project(marks=project.marks.model_copy(update={"scales": scales}))


def test_a_code_on_the_page_is_in_the_key_and_a_target_is_a_code_too() -> None:
    """Where the table prints 6, the key says 6 and what it stands for; mark and target can be compared as printed."""
    report = report_of("Amara", with_words("6", "High pass"))
    assert ("6", "High pass. Well done.") in [(row.label, row.meaning) for key in report.keys for row in key.rows]
    assert (column(report, "now")[1], column(report, "target")[1]) == ("6", "6")


def test_marks_that_are_words_have_a_wide_column() -> None:
    """`Working towards` is too long for the column of grades, so the column takes the width of words."""
    marks = b.project().marks
    scales = tuple(
        s.model_copy(
            update={"labels": tuple(o.model_copy(update={"label": f"Working at {o.label}"}) for o in s.labels)}
        )
        if s.id != b.ATTITUDE
        else s
        for s in marks.scales
    )
    school = small_school()
    results = school.results.assign(label=[f"Working at {label}" for label in school.results["label"]])
    results.loc[results["facet"] == "attitude", "label"] = school.results["label"]
    project = b.project(marks=marks.model_copy(update={"scales": scales}))
    report = report_of("Amara", project, results=results)
    assert "wide" in [c.role for c in report.subjects.columns]
    assert "now" not in [c.role for c in report.subjects.columns]


def test_the_example_has_as_many_dots_as_the_strips() -> None:
    """The small school compares one collection: the guide's strip has one open dot and the solid one."""
    picture = next(item.picture for item in report_of("Amara").guide if item.picture is not None)
    assert len(picture.points) == 2


def test_the_strip_ends_at_the_mark_now_in_steps() -> None:
    """From 5 in June to 6 in November is three thirds up, and both points are on one scale."""
    report = report_of("Amara")
    place = [c.role for c in report.subjects.columns].index("path")
    strip = report.subjects.rows[1].cells[place].picture
    assert strip is not None
    assert strip.kind == "strip"
    before, now = strip.points
    assert before is not None
    assert now is not None
    assert now - before == 3


def test_names_may_be_missing() -> None:
    """A school that exports no names gets reports that name the pupil by key and speak of `your child`."""
    nameless = (
        b.pupils(*PUPILS)
        .assign(legal_surname=None, legal_forename=None, preferred_surname=None, preferred_forename=None)
        .astype(b.pupils(*PUPILS).dtypes)
    )
    report = report_of("Pupil A", pupils=nameless)
    assert report.glance[2].text.startswith("Your child has missed")


def test_a_hold_keeps_a_report_back_by_name() -> None:
    """A pupil in holds.yaml has no report, and is an exception with the reason and who decided."""
    made = composed(project=b.project(holds=Holds(holds=(Hold(pupil="B", reason="Appeal is open", by="Mrs Adeyemi"),))))
    assert [(h.name, h.reason, h.by) for h in made.held] == [("Ben Brown", "Appeal is open", "Mrs Adeyemi")]
    assert len([d for d in made.documents if isinstance(d, ParentReport)]) == 2


def test_too_many_blanks_hold_a_report() -> None:
    """A pupil with more than a quarter of the marks blank is held; one with a reason for each is not."""
    results = pd.concat([
        b.results("A 5 -", "B 5 absent", "C 4 4"), b.results("A 5 -", "B 5 absent", "C 5 5", subject="english"),
        b.results("A 3 3", "B 3 3", "C 3 3", scale=b.ATTITUDE, facet="attitude"),
        b.results("A 3 3", "B 3 3", "C 3 3", scale=b.ATTITUDE, facet="attitude", subject="english"),
    ])  # fmt: skip
    made = composed(small_school(results=results.reset_index(drop=True)))
    assert [(h.name, h.code) for h in made.held] == [("Amara Okonkwo", "D503")]


def test_files_are_named_by_an_opaque_key() -> None:
    """16 hex, the same for the same secret, another for another pupil."""
    made = composed()
    keys = [d.key for d in made.documents if isinstance(d, ParentReport)]
    assert len(set(keys)) == 3
    assert all(len(key) == 16 for key in keys)
    assert keys == [d.key for d in composed().documents if isinstance(d, ParentReport)]


def test_attendance_stops_on_the_day_marks_closed() -> None:
    """A register that runs past the closing day, 13 November, is counted up to it: 2 days, one of them missed.

    The others' year began on 3 September; a first day as late as 12 November is named.
    """
    marks = [("2026-11-12", "/", "\\"), ("2026-11-13", "I", "I"), ("2026-11-16", "O", "O")]
    rows = [
        {
            "pupil": "A", "date": day, "session": half, "code": code, "attended": int(code in "/\\"),
            "authorised": int(code == "I"), "unauthorised": int(code == "O"), "late": 0,
        }
        for day, am, pm in marks for half, code in (("AM", am), ("PM", pm))
    ]  # fmt: skip
    report = report_of("Amara", sessions=b.frame(f.SESSIONS, rows))
    assert report.glance[2].text == "Amara has missed 1 day of 2 since 12 November."
    assert report.attendance is not None
    assert report.attendance.days is not None
    assert [one.missed for one in report.attendance.days.days] == ["none", "whole"]
    assert report.attendance.sentence == "Amara has been in school for 1 day of 2. That is 50.0% since 12 November."


def test_a_whole_year_in_school_is_told_without_a_decimal() -> None:
    """94 of 94 half-days is 100% and not 100.0%; 89 of 94 keeps its decimal."""
    whole, part = report_of("Ben").attendance, report_of("Amara").attendance
    assert whole is not None
    assert part is not None
    assert whole.sentence.endswith("That is 100% so far this year.")
    assert part.sentence.endswith("That is 94.7% so far this year.")


def test_a_primary_has_classes() -> None:
    """The line under a child's name speaks of a class and its teacher, and not of a form and its tutor."""
    project = b.project()
    primary = b.project(school=project.school.model_copy(update={"phase": "primary"}))
    assert report_of("Amara").lines[0].startswith("Form 10R. Tutor: Mr Patel.")
    assert report_of("Amara", primary).lines[0].startswith("Class 10R. Class teacher: Mr Patel.")


@pytest.mark.parametrize(("share", "held"), [(0.5, []), (0.49, ["Amara Okonkwo"])])
def test_a_report_is_held_past_its_share_of_blanks_and_not_at_it(share: float, held: list[str]) -> None:
    """One of two marks blank is a half: it goes out where a half is allowed, and is held where less is."""
    results = pd.concat(
        [b.results("A 5 -", "B 5 5", "C 4 4"), b.results("A 5 5", "B 5 5", "C 5 5", subject="english")]
        + [
            b.results("A 3 3", "B 3 3", "C 3 3", scale=b.ATTITUDE, facet="attitude", subject=subject)
            for subject in ("maths", "english")
        ]
    )
    made = composed(small_school(results=results.reset_index(drop=True)), with_report(blank_share=share))
    assert [h.name for h in made.held] == held
