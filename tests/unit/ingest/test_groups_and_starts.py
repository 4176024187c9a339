"""Groups and starting points."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from builders import project
from unit.ingest.by_hand import AMARA, BEN, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.model.school import Groups

PP = {
    "id": "pp",
    "file": "exports/pp.csv",
    "frame": "memberships",
    "columns": {"upn": "UPN", "written": "PP"},
    "fixed": {"group": "pupil_premium"},
}
KS2 = {
    "id": "ks2",
    "file": "exports/ks2.csv",
    "frame": "starts",
    "columns": {"upn": "UPN", "written": "Score", "date": "On"},
    "fixed": {"start": "ks2-maths"},
}


def values(loading: object, group: str = "pupil_premium") -> dict[str, object]:
    rows = loading.loaded.memberships  # type: ignore[attr-defined]  # a Loading
    return {k: (None if pd.isna(v) else v) for k, v in rows[rows["group"] == group].set_index("pupil")["value"].items()}


def pp(load_files: Load, *lists: tuple[str, str | None], **changes: object) -> object:
    files = {"exports/pupils.csv": ROLL_TEXT} | {
        f"exports/pp{n}.csv": f"UPN,PP\n{text}" for n, (text, _) in enumerate(lists)
    }
    sources = [{**PP, "id": f"pp{n}", "file": f"exports/pp{n}.csv", "as_of": on} for n, (_, on) in enumerate(lists)]
    return load_files(files, ROLL, *sources, **changes)


@pytest.mark.parametrize(
    ("written", "value"),
    [("Y", "Y"), ("yes", "Y"), ("T", "Y"), ("1", "Y"), ("No", "N"), ("", "N"), ("not pupil premium", "N")],
)
def test_values_in_every_spelling(load_files: Load, written: str, value: str) -> None:
    """Ids, names and other spellings, capitals ignored; a blank is what the group says it is."""
    loading = pp(load_files, (f"{AMARA},{written}\n", None))
    assert values(loading) == {AMARA: value}
    assert codes(loading) == []


def test_a_blank_is_not_known_unless_the_group_says_so(load_files: Load) -> None:
    """A missing flag is not No of itself."""
    groups = project().groups
    unsaid = Groups(groups=tuple(g.model_copy(update={"blank": None}) for g in groups.groups), starts=groups.starts)
    assert values(pp(load_files, (f"{AMARA},\n", None), groups=unsaid)) == {AMARA: None}


def test_an_unknown_spelling_is_not_known_and_named(load_files: Load) -> None:
    """Said once a spelling with its count; never taken for No."""
    loading = pp(load_files, (f"{AMARA},maybe\n{BEN},maybe\n", None))
    assert values(loading) == {AMARA: None, BEN: None}
    problem = only(loading, "R215")
    assert (problem.found, problem.expected) == ('"maybe" (2 rows)', "a value of group pupil_premium: N, Y")


def test_the_later_list_wins_and_both_are_named(load_files: Load) -> None:
    """Two dated lists that disagree: the later is used, whatever their order, with a warning that names both."""
    for lists in (
        ((f"{AMARA},N\n", "2025-10-01"), (f"{AMARA},Y\n", "2026-10-01")),
        ((f"{AMARA},Y\n", "2026-10-01"), (f"{AMARA},N\n", "2025-10-01")),
    ):
        loading = pp(load_files, *lists)
        assert values(loading) == {AMARA: "Y"}
        problem = only(loading, "R216")
        assert "pp0.csv" in problem.found
        assert "pp1.csv" in problem.found
        assert (problem.pupil, problem.expected) == (AMARA, '"Y" is used, the later')
    assert loading.loaded.memberships["as_of"].dropna().tolist() == [pd.Timestamp(2026, 10, 1)]


def test_a_list_with_a_date_is_later_than_one_without(load_files: Load) -> None:
    """What no one dated gives way to what someone did."""
    for lists in (
        ((f"{AMARA},N\n", None), (f"{AMARA},Y\n", "2025-10-01")),
        ((f"{AMARA},Y\n", "2025-10-01"), (f"{AMARA},N\n", None)),
    ):
        assert values(pp(load_files, *lists)) == {AMARA: "Y"}


def test_a_later_spelling_no_one_knows_is_not_overruled_by_an_earlier_one(load_files: Load) -> None:
    """The later list says something: that it can't be read makes the value unknown, not the earlier value right."""
    assert values(pp(load_files, (f"{AMARA},Y\n", "2025-10-01"), (f"{AMARA},maybe\n", "2026-10-01"))) == {AMARA: None}


def test_lists_that_agree_say_nothing(load_files: Load) -> None:
    """The same value twice is no disagreement."""
    assert codes(pp(load_files, (f"{AMARA},Y\n", "2025-10-01"), (f"{AMARA},Yes\n", "2026-10-01"))) == []


@pytest.mark.parametrize("on", [None, "2026-10-01"])
def test_lists_of_one_date_that_disagree_leave_the_value_unknown(load_files: Load, on: str | None) -> None:
    """No one can say which is right: not known, with a warning."""
    loading = pp(load_files, (f"{AMARA},Y\n{BEN},Y\n", on), (f"{AMARA},N\n", on))
    assert values(loading) == {AMARA: None, BEN: "Y"}
    assert only(loading, "R217").pupil == AMARA


def test_sex_comes_from_the_list_of_pupils_when_no_list_gives_it(load_files: Load) -> None:
    """The group `sex` is filled from the pupils frame, in its own spellings."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace(",M\n", ",boy\n")}, ROLL)
    assert values(loading, "sex") == {AMARA: "F", BEN: "M"}
    given = {**PP, "columns": {"upn": "UPN", "written": "Sex"}, "fixed": {"group": "sex"}, "file": "exports/pupils.csv"}
    assert set(load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL, given).loaded.memberships["source"]) == {"pp"}


def ks2(load_files: Load, *rows: str, **changes: object) -> object:
    return load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/ks2.csv": "\n".join(["UPN,Score,On", *rows, ""])},
        ROLL,
        {**KS2, **changes},
    )


def test_scores_and_their_states(load_files: Load) -> None:
    """A score is a number on its scale; an absence is a state; both keep what was written."""
    loading = ks2(load_files, f"{AMARA},104,12/05/2022", f"{BEN},Abs,")
    rows = loading.loaded.starts.set_index("pupil")
    assert rows["state"].to_dict() == {AMARA: "marked", BEN: "absent"}
    assert (rows.loc[AMARA, "score"], rows.loc[AMARA, "written"], rows.loc[AMARA, "date"].date()) == (
        104.0,
        "104",
        date(2022, 5, 12),
    )
    assert codes(loading) == []


def test_a_score_off_its_scale_is_held(load_files: Load) -> None:
    """A KS2 scaled score of 150 is blank, and named."""
    loading = ks2(load_files, f"{AMARA},150,")
    assert (only(loading, "R204").pupil, only(loading, "R204").holds_report) == (AMARA, False)
    assert loading.loaded.starts[["state"]].to_numpy().tolist() == [["unclear"]]


def test_two_scores_for_one_start(load_files: Load) -> None:
    """On different days the first counts, which is where the pupil began; on one day neither."""
    loading = ks2(
        load_files,
        f"{AMARA},104,12/05/2022",
        f"{AMARA},110,12/05/2023",
        f"{BEN},100,12/05/2022",
        f"{BEN},101,12/05/2022",
    )
    rows = loading.loaded.starts.set_index("pupil")
    assert rows.loc[AMARA, "score"] == 104.0
    assert rows.loc[BEN, "state"] == "unclear"
    assert (only(loading, "R241").pupil, only(loading, "R205").pupil) == (AMARA, BEN)


def test_an_unknown_start_is_named(load_files: Load) -> None:
    """A test that groups.yaml does not have is set aside by name."""
    loading = ks2(load_files, f"{AMARA},104,CAT4", columns={"upn": "UPN", "written": "Score", "start": "On"}, fixed={})
    assert only(loading, "R213").found == '"CAT4"'
