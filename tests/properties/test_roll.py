"""A school year rolled forward and back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.settings.rolling import roll

COLLECTION, TERMS, ASSESSMENT = "calendars/collection.yaml", "calendars/terms.yaml", "calendars/assessment.yaml"
YEAR = 2026
NAMES = st.sampled_from(
    ["Autumn 2026", "Spring 27", "2026/27, first", "Nov 26", "Year 11", "Mocks", "Aut 26/27", "2027 Summer"]
)
IDS = st.lists(
    st.sampled_from(["autumn-2026", "nov-26", "spring-2027", "y11-2026-27", "2026.1"]),
    min_size=1,
    max_size=4,
    unique=True,
)
EVENTS = ["autumn-2025 closes", "summer-2026 freezes", "2026 ht2 starts", "ht3 ends"]
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31)).map(str)
DATES = DAYS | st.builds("{} {} {}".format, st.integers(1, 30), st.sampled_from(["school days after", "weeks before"]), st.sampled_from(EVENTS))  # fmt: skip
COMMENTS = st.sampled_from(["", "  # as in 2025", "  # 'quoted' text: [a"])


@st.composite
def entries(draw: st.DrawFn, kind: str) -> str:
    """A list of entries of 2026/27 as people write them: in lines or in braces, with comments and blank lines."""
    made = [f"{kind}:{draw(COMMENTS)}"]
    for name in draw(IDS):
        keys = {
            "id": draw(st.sampled_from([name, f'"{name}"', f"'{name}'"])),
            "name": f'"{draw(NAMES)}"',
            "year": str(YEAR),
            "closes" if kind == "collections" else "starts": draw(DATES),
            "also": f"[{draw(NAMES)!r}, x]",
            "assessments": f"[{draw(st.sampled_from(['autumn-2026', 'mocks-2025', 'work']))}]",
        }
        if draw(st.booleans()):
            made.append("  - {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}" + draw(COMMENTS))
        else:
            lines = [f"    {key}: {value}{draw(COMMENTS)}" for key, value in keys.items()]
            made += [f"  - {lines[0].lstrip()}", *lines[1:]]
        made += draw(st.sampled_from([[], [""], ["", "  # 2026/27"], ["    # deeper"]]))
    return "\n".join(made) + draw(st.sampled_from(["", "\n", "\n\n"]))


def texts(text: str, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)[kind]  # noqa: S506 - makes texts only
    return found


def moved(given: dict[str, str], *, year: int, to: int) -> dict[str, str]:
    result = roll(given, year=year, to=to, meetings_on={})
    assert result.problems == ()
    return {path.removeprefix("config/"): text for path, text in result.files}


@given(entries("collections"), entries("assessments"))
def test_forward_and_back_is_where_it_began(collections: str, assessments: str) -> None:
    """Entries rolled to the next year and from there back again are those they were made from."""
    given_ = {COLLECTION: collections, ASSESSMENT: assessments}
    forward = moved(given_, year=YEAR, to=YEAR + 1)
    for path, kind in ((COLLECTION, "collections"), (ASSESSMENT, "assessments")):
        was = texts(given_[path], kind)
        new = texts(forward[path], kind)[len(was) :]
        assert len(new) == len(was)
        assert {one["year"] for one in new} == {"2027"}
        alone = {COLLECTION: "collections: []", path: yaml.dump({kind: new}, sort_keys=False)}
        back = texts(moved(alone, year=YEAR + 1, to=YEAR)[path], kind)[len(new) :]
        assert back == was


@given(entries("collections"))
def test_what_was_there_stays(collections: str) -> None:
    """The file after rolling is the file before it with something put in: not a letter of it is changed or lost."""
    after = moved({COLLECTION: collections}, year=YEAR, to=YEAR + 1)[COLLECTION]
    before = collections
    same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    assert after.endswith(before[same:])
    assert len(after) > len(before)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), min_size=1, max_size=6), st.integers(1, 5))
def test_terms_keep_their_weekdays(spans: list[tuple[int, int]], by: int) -> None:
    """Terms of any year later begin and end on the same days of the week, and come back to the same days."""
    first = date(2026, 9, 1)
    terms = "".join(
        f"      - {{id: t{n}, starts: {first + timedelta(days=a)}, ends: {first + timedelta(days=a + b)}}}\n"
        for n, (a, b) in enumerate(spans)
    )
    collection = "collections: [{id: a-2026, year: 2026}]\n"
    forward = moved(
        {TERMS: f"years:\n  - year: 2026\n    terms:\n{terms}", COLLECTION: collection}, year=2026, to=2026 + by
    )
    was, new = texts(forward[TERMS], "years")
    for old, later in zip(was["terms"], new["terms"], strict=True):
        for key in ("starts", "ends"):
            before, after = date.fromisoformat(old[key]), date.fromisoformat(later[key])
            assert before.weekday() == after.weekday()
            assert (after - before).days == 364 * by
    alone = {
        TERMS: yaml.dump({"years": [new]}),
        COLLECTION: f"collections: [{{id: a-{2026 + by}, year: {2026 + by}}}]\n",
    }
    assert texts(moved(alone, year=2026 + by, to=2026)[TERMS], "years")[1] == was
