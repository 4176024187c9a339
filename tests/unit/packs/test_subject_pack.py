from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import material

from reportgen.model.document import Part, StaffPack
from reportgen.model.figure import Figure, Interval, Unit
from reportgen.model.frames import Loaded
from reportgen.model.measured import figure_id
from reportgen.model.picture import Range
from reportgen.model.project import Project
from reportgen.model.scale import Facet, Label, Scale, ScaleUse
from reportgen.model.school import Responsibility, Staff, Subject, Subjects
from reportgen.packs.subject_gaps import sides_of
from reportgen.packs.subject_pack import subject_packs
from reportgen.packs.subject_year import SubjectYear, subject_years

KEYS = tuple(f"P{n:02}" for n in range(24))
SETS = {"10/Ma1": KEYS[:8], "10/Ma2": KEYS[8:16], "10/Ma3": KEYS[16:]}
OTHERS = ("english", "art", "history", "geography", "french")
NOW = {
    **dict.fromkeys(SETS["10/Ma1"], "6"),
    **dict.fromkeys(SETS["10/Ma2"], "5"),
    **dict.fromkeys(SETS["10/Ma3"], "4"),
    "P00": "7",
    "P23": "3",
}
"""In June everyone is at 5. Of Ma1 seven are now at 6 and one at 7; Ma2 is still at 5; of Ma3 seven are at 4, one at 3."""
DOUBLE = Scale(
    id="double",
    name="Combined science grades",
    labels=tuple(Label(label=f"{(n + 1) // 2 + 1}-{n // 2 + 1}", value=(n / 2) + 1) for n in range(17)),
)
"""17 labels: 1-1, 2-1, 2-2, 3-2 ... 9-9."""
AWARDS = (
    "Level 1 Pass",
    "Level 1 Merit",
    "Level 1 Distinction",
    "Level 2 Pass",
    "Level 2 Merit",
    "Level 2 Distinction",
    "Level 2 Distinction*",
)
VOCATIONAL = Scale(id="award", name="Vocational awards", labels=tuple(Label(label=a) for a in AWARDS))


def project(*, scale: Scale = b.FINE, staff: Staff | None = None) -> Project:
    """The school with five more subjects; mathematics marked on `scale`."""
    made = b.project()
    marks = b.marks()
    current = Facet(
        id="current", name="Now", role="attainment",
        scales=(ScaleUse(scale=scale.id, subjects=("maths",)), ScaleUse(scale="fine")),
    )  # fmt: skip
    subjects = tuple(Subject(id=one, name=one.title()) for one in OTHERS)
    return made.model_copy(
        update={
            "subjects": Subjects(subjects=(Subject(id="maths", name="Mathematics", group="Numeracy"), *subjects)),
            "marks": marks.model_copy(
                update={
                    "scales": tuple({s.id: s for s in (*marks.scales, scale)}.values()),
                    "facets": (current, *marks.facets[1:]),
                }
            ),
            "staff": staff or made.staff,
        }
    )


def school(
    *,
    keys: Sequence[str] = KEYS,
    before: str | dict[str, str] | None = "5",
    now: dict[str, str] = NOW,
    scale: Scale = b.FINE,
    targets: bool = True,
    sets: dict[str, tuple[str, ...]] = SETS,
) -> Loaded:
    """24 pupils of Year 10 in three sets, everyone at target 5; at 5 in every other subject."""
    then = before if isinstance(before, dict) else dict.fromkeys(keys, before or "-")
    frames = (
        [b.results(*(f"{key}|{then[key]}|{now[key]}".replace(" ", "_").replace("|", " ") for key in keys), scale=scale)]
        if scale is not VOCATIONAL
        else [awards(keys, then, now)]
    )
    frames += [b.results(*(f"{key} 5 5" for key in keys), subject=one) for one in OTHERS]
    if targets:
        goals = ("maths", *OTHERS)
        frames += [b.results(*(f"{k} 5 5" for k in keys), subject=s, scale=b.GCSE, facet="target") for s in goals]
    marks = pd.concat(frames, ignore_index=True)
    if before is None:
        marks = marks[(marks["collection"] != "jun") | (marks["subject"] != "maths")].reset_index(drop=True)
    return b.loaded(
        pupils=b.pupils(*(f"{key} Fore{key} Sur{key} 10 10R" for key in keys)),
        classes=b.classes(
            *(f"{name} maths {' '.join(k for k in members if k in keys)}" for name, members in sets.items())
        ),
        results=marks,
        memberships=b.memberships(
            pupil_premium=" ".join(f"{key}:{'Y' if key in SETS['10/Ma3'] else 'N'}" for key in keys),
            send=" ".join(f"{key}:{'K' if key in ('P00', 'P01') else 'N'}" for key in keys),
        ),
    )


def awards(keys: Sequence[str], then: dict[str, str], now: dict[str, str]) -> pd.DataFrame:
    """Marks with spaces in their labels: built on a scale of letters, then renamed."""
    letters = Scale(id="award", name="", labels=tuple(Label(label=str(n)) for n in range(len(AWARDS))))
    made = b.results(*(f"{k} {AWARDS.index(then[k])} {AWARDS.index(now[k])}" for k in keys), scale=letters)
    return made.assign(label=made["label"].map(lambda n: AWARDS[int(n)]))


def pack(
    loaded: Loaded | None = None, *, of: Project | None = None, figures: dict[str, Figure] | None = None
) -> StaffPack:
    """The pack of Year 10 mathematics; `figures` replace measured ones."""
    made = material(loaded or school(), of or project())
    if figures:
        made = replace(made, measured=replace(made.measured, figures={**made.measured.figures, **figures}))
    return next(one for one in subject_packs(made) if one.key == "10-maths")


def part(made: StaffPack, of: str) -> Part:
    """The part of this look."""
    return next(one for one in made.parts if one.id == of)


def column(made: Part, head: str) -> list[str]:
    """The texts of a column, totals left out."""
    assert made.table is not None
    place = [one.head for one in made.table.columns].index(head)
    return [row.cells[place].text for row in made.table.rows if not row.total]


def steps(name: str, value: float, low: float, high: float, n: int = 8) -> Figure:
    """A figure in steps with its likely range."""
    return Figure(id=name, value=value, unit=Unit.STEPS, n=n, interval=Interval(low=low, high=high, method="t"))


DRAWN = {
    one.id: one
    for one in (
        steps(figure_id("subject", "maths", "10", "distance"), -0.8, -1.2, -0.4, n=24),
        steps(figure_id("class", "10/Ma1", "maths", "distance"), 0.7, 0.1, 1.3),
        steps(figure_id("class", "10/Ma1", "maths", "drawn"), 0.4, -0.1, 0.9),
        steps(figure_id("class", "10/Ma2", "maths", "distance"), -0.9, -1.5, -0.3),
        steps(figure_id("class", "10/Ma2", "maths", "drawn"), -0.9, -1.4, -0.4),
        steps(figure_id("class", "10/Ma3", "maths", "distance"), -2.2, -2.8, -1.6),
        steps(figure_id("class", "10/Ma3", "maths", "drawn"), -1.9, -2.4, -1.4),
    )
}


def test_a_pack_stands_on_the_shelf_of_its_year_group() -> None:
    """Year 10 mathematics: path, shelf, heading, and how many take it in how many classes."""
    made = pack()
    assert (made.path, made.shelf, made.heading) == ("staff/subjects/10-maths", "Year 10", "Mathematics, Year 10")
    assert made.year_groups == ("10",)
    assert made.subtitle == "24 pupils in three classes. Now collected 13 November 2026. Northfield Academy."


def test_every_subject_with_a_mark_has_a_pack() -> None:
    """Six subjects, one year group, six packs in the order of the settings; a subject without a mark has none."""
    packs = subject_packs(material(school(), project()))
    assert [one.key for one in packs] == [f"10-{subject}" for subject in ("maths", *OTHERS)]
    blank = dict.fromkeys(KEYS, "-")
    without = subject_packs(material(school(now=blank), project()))
    assert [one.key for one in without] == [f"10-{subject}" for subject in OTHERS]


def test_the_head_of_department_is_named() -> None:
    """The department of a subject is its group; another department's head is not named."""
    staff = b.project().staff.model_copy(
        update={
            "responsibilities": (
                Responsibility(role="Head of department", staff=("HUG",), departments=("Numeracy",)),
                Responsibility(role="Head of department", staff=("ADE",), departments=("Arts",)),
            )
        }
    )
    assert pack(of=project(staff=staff)).subtitle.startswith("For Ms Hughes, head of department. 24 pupils")


def test_classes_are_told_from_target_and_drawn_beside_the_mean_of_all() -> None:
    """The line is at the mean of all, −0.8; a dot is filled only where its likely range leaves out that line.

    Ma1 (−0.1 to 0.9) and Ma3 (−2.4 to −1.4) leave out −0.8, though Ma1's holds the target; Ma2's holds −0.8.
    """
    classes = part(pack(figures=DRAWN), "classes")
    assert classes.heading == "One class is above the rest, one below; one is too close to tell"
    assert column(classes, "Plain mean") == ["+0.7", "−0.9", "−2.2"]
    assert column(classes, "Drawn in") == ["+0.4", "−0.9", "−1.9"]
    assert column(classes, "Likely range") == ["−0.1 to +0.9", "−1.4 to −0.4", "−2.4 to −1.4"]
    assert classes.table is not None
    drawn = [row.cells[-1].picture for row in classes.table.rows if not row.total]
    assert all(isinstance(one, Range) for one in drawn)
    told = [(one.zero, one.ring, one.sure) for one in drawn if isinstance(one, Range)]
    assert told == [(-0.8, 0.7, True), (-0.8, -0.9, False), (-0.8, -2.2, True)]
    assert classes.table.columns[-1].ends == ("−3 steps", "all pupils −0.8", "+1 step")


def test_a_class_is_not_a_teachers_effect() -> None:
    """Wherever classes stand side by side the page says what that does not show."""
    for made in (pack(figures=DRAWN), pack(school(targets=False))):
        assert "not how well anyone teaches" in made.parts[0].note


def test_without_targets_classes_stand_in_a_table_with_means_and_middles() -> None:
    """Ma1 has a mean of (7 × 6 + 7) / 8 = 6.1, Ma2 of 5, Ma3 of (7 × 4 + 3) / 8 = 3.9; no picture, no share."""
    classes = part(pack(school(targets=False)), "classes-listed")
    assert classes.heading == "Class means run from 3.9 to 6.1"
    assert column(classes, "Mean") == ["6.1", "5.0", "3.9"]
    assert column(classes, "Middle pupil") == ["6", "5", "4"]
    assert column(classes, "With a mark") == ["8 of 8", "8 of 8", "8 of 8"]
    assert classes.table is not None
    assert "At or above target" not in [one.head for one in classes.table.columns]


def test_one_class_is_told_in_words_and_compared_with_nothing() -> None:
    """Of one class of 24, 16 are at 5 or above: a share of 67%, and nothing beside it.

    The squares of the distances from the mean of 5 add up to 22: 5 ± 2.069 × √(22 / 23 / 24).
    """
    one = part(pack(school(sets={"10/Ma1": KEYS})), "classes-told")
    assert one.heading == "67% of 24 pupils are at or above target"
    assert one.table is None
    assert one.beside == (
        "10/Ma1: 24 of 24 pupils have a mark; mean mark 5.0, likely range 4.6 to 5.4; 67% of 24 at or above target.",
    )
    assert one.note == ""


def test_the_matrix_counts_every_pupil_once() -> None:
    """Rows are June, columns November: 24 at 5, now 1, 7, 8, 7 and 1 at 3 to 7; totals at the side and the foot."""
    moves = part(pack(), "moves")
    assert moves.heading == "Since June 2026, in whole grades, eight pupils moved up, eight stayed and eight moved down"
    assert moves.table is not None
    assert [one.head for one in moves.table.columns] == ["Jun", "3", "4", "5", "6", "7", "All"]
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in moves.table.rows}
    assert rows["5"] == ["1", "7", "8", "7", "1", "24"]
    assert rows["All"] == ["1", "7", "8", "7", "1", "24"]
    assert rows["4"] == [""] * 6
    tones = [cell.tone for cell in moves.table.rows[2].cells[1:6]]
    assert tones == ["plain", "plain", "same", "up", "up"]


def test_sentences_read_the_fullest_row_and_name_who_moved_two_grades() -> None:
    """The row of 24 is read out, the rest counted, and the two who moved furthest are named with both grades."""
    assert part(pack(), "moves").beside == (
        "Read along a row: of the 24 pupils at 5 in June 2026, 8 are still there, 7 are at 6, 7 are at 4, 1 is at 7 and 1 is elsewhere.",
        "The tinted line is no change. Bold, to its right, is up.",
        "Up by two or more: ForeP00 SurP00 (5 to 7, 10/Ma1).",
        "Down by two or more: ForeP23 SurP23 (5 to 3, 10/Ma3).",
    )


def test_gaps_have_both_means_and_the_pupils_of_each_side() -> None:
    """Pupil premium is Ma3: (7 × 4 + 3) / 8 = 3.9; the others (7 × 6 + 7 + 8 × 5) / 16 = 5.6; difference −1.7."""
    gaps = part(pack(), "gaps")
    assert gaps.heading == "One gap is clear: pupil premium"
    assert gaps.table is not None
    assert [cell.text for cell in gaps.table.rows[0].cells][:6] == ["Pupil premium", "8", "3.9", "16", "5.6", "−1.7"]
    assert gaps.note == "Compared: pupil premium beside other pupils."


def test_the_two_means_and_the_gap_are_of_the_same_pupils() -> None:
    """For every comparison the sides' means, worked out here, differ by the measured gap.

    Pupils with a plan are not among those SEN support is set beside, and whose value is not known is on no side.
    """
    values = {"P00": "K", "P08": "K", "P16": "E", "P23": "E"}
    known = b.memberships(send=" ".join(f"{key}:{values.get(key, 'N')}" for key in KEYS[:-2]) + " P23:E")
    made = material(replace(school(), memberships=known), project())
    for one in subject_years(made):
        for sides in sides_of(one):
            assert sides.gap is not None
            these, others = (sum(row.value for _, row in side) / len(side) for side in (sides.these, sides.others))
            assert sides.gap.value == pytest.approx(these - others)
            assert sides.gap.n == len(sides.these) + len(sides.others)


def test_a_side_of_fewer_than_six_is_not_compared() -> None:
    """Two pupils with SEND: the row says how many, and no mean or difference."""
    gaps = part(pack(), "gaps")
    assert gaps.table is not None
    send = next(row for row in gaps.table.rows if row.cells[0].text == "SEND")
    assert [cell.text for cell in send.cells] == ["SEND", "2 pupils and 22 others: too few to compare"]
    assert send.quiet


def test_pupils_apart_from_their_own_pattern_are_named_furthest_first() -> None:
    """Everyone is on target elsewhere, and the mean here is 0: P00 is 6 steps above, P23 6 below, seven 3 each way."""
    patterns = part(pack(), "patterns")
    assert patterns.heading == "Eight pupils are well above their own pattern elsewhere, eight well below"
    names = column(patterns, "Pupil")
    assert (names[0], names[8], len(names)) == ("SurP00, ForeP00", "SurP23, ForeP23", 16)
    assert column(patterns, "Here")[:2] == ["+6.0", "+3.0"]
    assert column(patterns, "In others") == ["0.0"] * 16
    assert column(patterns, "Other subjects") == ["5"] * 16
    assert column(patterns, "Beyond usual")[0] == "+6.0"
    assert "One mark is one mark" in patterns.note


def test_ten_each_way_are_named_and_the_rest_counted() -> None:
    """12 at 6 and 12 at 4 are 3 steps above and below: ten of each stand in the table, two of each are counted."""
    now = {key: "6" if n < 12 else "4" for n, key in enumerate(KEYS)}
    patterns = part(pack(school(now=now)), "patterns")
    assert len(column(patterns, "Pupil")) == 20
    assert patterns.note.startswith("Two more are above. Two more are below.")


@pytest.mark.parametrize("mark", ["3", "7"])
def test_a_hard_or_an_easy_subject_is_no_pattern(mark: str) -> None:
    """Everyone two grades lower, or higher, here than elsewhere: nobody stands apart, and the page says so in words."""
    made = pack(school(now=dict.fromkeys(KEYS, mark)))
    none = part(made, "patterns-none")
    assert none.heading == "Nobody stands far from their own pattern in other subjects"
    assert none.table is None


def test_questions_are_three_and_hold_no_verdict() -> None:
    """Classes that stand apart, the clear gap, a strength; each ends in a question mark."""
    asked = pack(figures=DRAWN).questions
    assert asked == (
        "What have 10/Ma1 and 10/Ma3 each met for the first time this term, and the other classes not?",
        "What do we do here for pupil premium (8 pupils), and how will we know that it works?",
        "What works here for ForeP00 SurP00, ForeP01 SurP01 and ForeP02 SurP02 that other subjects could use?",
    )


def test_a_group_that_is_behind_is_asked_about_by_who_rose() -> None:
    """Pupil premium went from 2 to 4 and 3 and are still behind: the question starts from the eight who moved up."""
    then = {key: "2" if key in SETS["10/Ma3"] else NOW[key] for key in KEYS}
    assert (
        "Among pupil premium, 8 of 8 moved up a grade or more: what helped them?" in pack(school(before=then)).questions
    )


def test_a_group_that_is_ahead_is_not_asked_what_is_done_for_it() -> None:
    """The same marks with the sets turned round: the gap is clear, and no question is made of it."""
    now = {
        **dict.fromkeys(SETS["10/Ma3"], "7"),
        **dict.fromkeys(SETS["10/Ma2"], "5"),
        **dict.fromkeys(SETS["10/Ma1"], "4"),
    }
    made = pack(school(now={**now, "P23": "6", "P00": "5"}))
    assert part(made, "gaps").heading == "One gap is clear: pupil premium"
    assert not any("other pupils" in one or "pupil premium" in one for one in made.questions)


def test_a_fall_many_made_is_asked_about() -> None:
    """Seven of one set fell from 5 to 4: without classes apart, gaps or patterns it comes first."""
    now = {key: "4" if n < 7 else "5" for n, key in enumerate(KEYS)}
    asked = pack(school(now=now, targets=False)).questions
    assert "Seven pupils went from 5 to 4: is it one topic, or one paper?" in asked


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_handful_are_told_one_by_one(size: int) -> None:
    """Fewer than six pupils: one short list with each pupil's marks, no mean, no matrix, no gap."""
    keys = KEYS[:size]
    made = pack(school(keys=keys, sets={"10/Ma1": keys}))
    assert [one.id for one in made.parts] == ["pupils"]
    assert column(made.parts[0], "Pupil") == [f"Sur{key}, Fore{key}" for key in keys]
    assert column(made.parts[0], "Nov") == [NOW[key] for key in keys]
    assert column(made.parts[0], "Change")[0] == "+6"


def test_a_handful_without_a_mark_is_not_called_new() -> None:
    """P01 was absent now and had a mark in June: no mark, and the question says why in brackets."""
    keys = KEYS[:3]
    made = pack(school(keys=keys, sets={"10/Ma1": keys}, now={**NOW, "P01": "absent"}))
    assert column(made.parts[0], "Change")[1] == "no mark"
    assert "How will this mark be completed: ForeP01 SurP01 (absent)?" in made.questions


def test_who_stayed_inside_a_grade_is_not_said_to_have_the_same_mark() -> None:
    """From 5− to 5 is a step up, and the same whole grade."""
    then = dict.fromkeys(KEYS, "5−")
    asked = pack(school(before=then, now=dict.fromkeys(KEYS, "5"), targets=False)).questions
    assert "24 pupils have stayed at the same whole grade since June 2026: is that what you would expect?" in asked


def test_those_who_rose_are_counted_among_those_with_both_marks() -> None:
    """Of the eight of the group one has no mark in June: the seven others rose, 7 of 7."""
    then = {key: "2" if key in SETS["10/Ma3"] else NOW[key] for key in KEYS} | {SETS["10/Ma3"][0]: "-"}
    assert any("7 of 7 moved up a grade or more" in one for one in pack(school(before=then)).questions)


def test_who_dropped_a_subject_is_not_waited_for() -> None:
    """24 in the class, one dropped it and one was absent: 22 of 23 have a mark, as the head of the pack counts."""
    made = pack(school(sets={"10/Ma1": KEYS}, now={**NOW, "P01": "dropped", "P02": "absent"}))
    assert part(made, "classes-told").beside[0].startswith("10/Ma1: 22 of 23 pupils have a mark;")
    assert made.subtitle.startswith("23 pupils in one class.")


def test_a_new_subject_says_that_nothing_can_be_set_beside_it() -> None:
    """Without an earlier mark there is no matrix, and the first lines say why."""
    made = pack(school(before=None))
    assert not any(one.id.startswith("moves") for one in made.parts)
    assert "No earlier marks to set beside these." in made.subtitle


def test_seventeen_labels_fit_the_page_as_the_grades_that_occur() -> None:
    """Combined science from 1-1 to 9-9: a matrix across the page of the labels somebody has."""
    labels = [label.label for label in DOUBLE.labels]
    then = {key: labels[n % 17] for n, key in enumerate(KEYS)}
    now = {key: labels[min(n % 17 + 1, 16)] for n, key in enumerate(KEYS)}
    moves = part(pack(school(before=then, now=now, scale=DOUBLE), of=project(scale=DOUBLE)), "moves-across")
    assert moves.table is not None
    assert [one.head for one in moves.table.columns[1:-1]] == labels
    few = {key: labels[1 if n < 12 else 16] for n, key in enumerate(KEYS)}
    moves = part(pack(school(before=few, now=few, scale=DOUBLE), of=project(scale=DOUBLE)), "moves")
    assert moves.table is not None
    assert [one.head for one in moves.table.columns[1:-1]] == [labels[1], labels[16]]


def test_numbers_are_told_in_bands() -> None:
    """Marks out of 20 from 0 to 20 are told in ten bands at most, and the caption says that they are bands."""
    then = {key: str(n % 21) for n, key in enumerate(KEYS)}
    loaded = school(before=then, now=then, scale=b.OUT_OF_20, targets=False)
    moves = part(pack(loaded, of=project(scale=b.OUT_OF_20)), "moves-across")
    assert moves.table is not None
    assert moves.table.caption == (
        "24 pupils by band of marks in June 2026 (rows) and November 2026 (columns). A move inside a band is not counted."
    )
    heads = [one.head for one in moves.table.columns[1:-1]]
    assert len(heads) <= 10
    assert "10–11" in heads
    assert moves.heading == "Since June 2026, in bands of marks, nobody moved up, 24 stayed and nobody moved down"


def test_long_labels_are_listed_with_who_is_lower_and_higher() -> None:
    """Awards are too long for heads of columns: each has a row that says how many went down, stayed, went up."""
    then = {key: AWARDS[3 if n < 12 else 4] for n, key in enumerate(KEYS)}
    now = {key: AWARDS[n % 7] for n, key in enumerate(KEYS)}
    made = pack(school(before=then, now=now, scale=VOCATIONAL), of=project(scale=VOCATIONAL))
    moves = part(made, "moves-listed")
    first = {name: column(moves, name) for name in ("Mark then", "Down", "The same", "Up", "Jun", "Nov")}
    place = first["Mark then"].index("Level 2 Pass")
    assert [first[name][place] for name in ("Down", "The same", "Up", "Jun", "Nov")] == ["6", "2", "4", "12", "3"]


def test_labels_without_values_have_no_means_and_say_why() -> None:
    """Awards declare no values: middles instead of means, and groups counted instead of compared.

    Each set of eight holds all seven awards and one of the lowest three twice: of its middle two, the lower is the third.
    """
    now = {key: AWARDS[n % 7] for n, key in enumerate(KEYS)}
    made = pack(school(before=now, now=now, scale=VOCATIONAL), of=project(scale=VOCATIONAL))
    classes = part(made, "classes-listed")
    assert classes.table is not None
    assert "Mean" not in [one.head for one in classes.table.columns]
    assert column(classes, "Middle pupil") == ["Level 1 Distinction"] * 3
    assert part(made, "gaps-none").lead == (
        "The scale has no values to average. Pupils with a mark: pupil premium (8), SEND (2) and SEN support (2)."
    )


def test_pupils_who_do_not_take_it_are_not_counted() -> None:
    """Dropped, not taught and not required are nobody's missing mark; absent is."""
    now = {**NOW, "P01": "dropped", "P02": "not_taught", "P03": "not_required", "P04": "absent"}
    assert pack(school(now=now)).subtitle.startswith(
        "21 pupils in three classes. Now collected 13 November 2026. No mark: 1 absent."
    )


def test_the_same_school_makes_the_same_packs() -> None:
    """Twice over, down to the digest."""
    first, second = ([one.digest() for one in subject_packs(material(school(), project()))] for _ in range(2))
    assert first == second


def _years() -> list[SubjectYear]:
    return subject_years(material(school(), project()))


def test_classes_stand_in_the_order_of_their_names() -> None:
    """Whatever the order of the export."""
    assert list(_years()[0].classes) == ["10/Ma1", "10/Ma2", "10/Ma3"]
