from __future__ import annotations

import html.parser
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from unit.bind.builds import HELD, ORIGIN, PUPILS, a_problem, bind, documents, parent, sheet

from reportgen.bind import build_index, index_context
from reportgen.model.document import StaffPack
from reportgen.model.index import Index, Link, RollEntry
from reportgen.model.manifest import Changes, DocumentChange
from reportgen.model.shipped import shipped


def page(index: Index) -> str:
    """The index as HTML, as any renderer of our templates would set it."""
    templates = Environment(
        loader=FileSystemLoader(shipped("templates", "site")), autoescape=True, undefined=StrictUndefined
    )
    return templates.get_template("index.html").render(index_context(index))


def an_index(tmp_path: Path, **changes: Any) -> Index:
    of = changes.pop("of", documents())
    given = {"pupils": PUPILS, "problems": (a_problem(), a_problem("B708"), a_problem("B708"))}
    more = {key: changes.pop(key) for key in ("pupils", "problems", "files") if key in changes}
    return build_index(bind(tmp_path, "aaaaaaaaaaaa", of=of, **changes).manifest, documents=of, **{**given, **more})


def test_the_first_line_adds_up(tmp_path: Path) -> None:
    """Roll = reports + exceptions, each in words."""
    index = an_index(tmp_path)
    assert (index.roll, index.reports, index.exceptions, index.balanced) == ("3", "2 reports", "1 exception", True)
    assert index.on == "27 November 2026"


def test_every_exception_is_named_under_its_form_with_its_reason(tmp_path: Path) -> None:
    """Forms in the order of their year groups, each pupil with the reason and who decided."""
    other = HELD.model_copy(update={"pupil": "D", "name": "Dee", "form": "9T", "year_group": "9"})
    formless = HELD.model_copy(update={"pupil": "E", "name": "Eve", "form": "", "year_group": ""})
    index = an_index(tmp_path, exceptions=(formless, HELD, other), roll=5)
    assert [(form.form, [row.name for row in form.rows]) for form in index.forms] == [
        ("9T", ["Dee"]),
        ("10R", ["Cass Lee"]),
        ("No form", ["Eve"]),
    ]
    assert index.forms[1].rows[0].reason == "Parents asked"


def test_families_reports_stand_under_their_form_by_name(tmp_path: Path) -> None:
    """Year 9 comes before Year 10 (not 10 before 9), and each name leads to its files."""
    parents = an_index(tmp_path).sections[0]
    assert (parents.id, parents.heading, parents.count) == ("parents", "For families", "2 documents")
    (pack,) = parents.packs
    assert pack.heading == ""
    assert [(shelf.heading, [link.text for link in shelf.links]) for shelf in pack.shelves] == [
        ("9T", ["Ben Ács"]),
        ("10R", ["Amara Okonkwo"]),
    ]
    assert pack.shelves[0].links[0].pdf == f"parents/{'b' * 16}.pdf"


def test_staff_pages_stand_by_kind_under_their_shelves(tmp_path: Path) -> None:
    """Kinds in the order composed; under each, documents on the shelf they name, else under their folder's name."""
    pack = StaffPack(
        kind="year-pack", key="year-9", path="staff/years/9", title="Year 9", language="en-GB", school="S",
        origin=ORIGIN, heading="Year 9", subtitle="",
    )  # fmt: skip
    of = (
        pack,
        sheet("a", "10A").model_copy(update={"shelf": "Year 10, Maths"}),
        sheet("b", "9A").model_copy(update={"shelf": "Year 9, Maths"}),
        sheet("c", "10B").model_copy(update={"shelf": "Year 10, Maths"}),
        sheet("d", "11A"),
    )
    (staff,) = an_index(tmp_path, of=of, audiences=("staff",)).sections
    assert [(pack.heading, pack.count) for pack in staff.packs] == [("Year packs", "1"), ("Class sheets", "4")]
    assert [(shelf.heading, [link.text for link in shelf.links]) for shelf in staff.packs[1].shelves] == [
        ("Year 10, Maths", ["10A", "10B"]),
        ("Year 9, Maths", ["9A"]),
        ("Classes", ["11A"]),
    ]


def test_an_audience_s_other_files_are_linked(tmp_path: Path) -> None:
    """The workbook stands with the staff documents, and the page links to it."""
    files = (Link(text="workbook.xlsx", html="staff/tables/workbook.xlsx"),)
    index = an_index(tmp_path, of=(sheet("a", "10A"),), audiences=("staff",), files={"staff": files})
    assert index.sections[0].files == files
    assert 'href="staff/tables/workbook.xlsx"' in page(index)


def test_problems_are_counted_by_kind_worst_first(tmp_path: Path) -> None:
    """Two holds before one warning, with the words of each code."""
    index = an_index(tmp_path)
    assert index.problems_line == "2 that hold back a report or a mark, 1 to look at."
    assert [(row.code, row.severity, row.count) for row in index.problems] == [
        ("B708", "Hold", "2"),
        ("B705", "Look at this", "1"),
    ]
    assert an_index(tmp_path / "other", problems=()).problems_line == "No problems were found."


def test_changes_are_told_in_one_sentence_and_one_by_one(tmp_path: Path) -> None:
    """One of two reports changed and one is gone: each leads to its page, and says which part and which subjects."""
    change = DocumentChange(
        rows=("History", "Music", "Art", "Drama"),
        audience="parents",
        key="a" * 16,
        path=f"parents/{'a' * 16}",
        title="Amara",
        fields=("subjects", "next_steps"),
    )
    gone = change.model_copy(update={"path": "parents/gone", "title": "Gil"})
    changes = Changes(previous="0123456789ab", unchanged=1146, changed=(change,), gone=(gone,))
    index = an_index(tmp_path, changes=changes)
    told = "1 of 2 families’ reports changed, 1 gone; 0 of 1 staff document changed."
    assert index.changes_line == f"Since build 0123456789ab: {told}"
    what = "subjects, next steps: History, Music, Art and 1 more"
    assert (index.changes[0].what, index.changes[0].html) == (what, f"parents/{'a' * 16}.html")
    assert (index.changes[-1].what, index.changes[-1].html) == ("gone", "")
    assert an_index(tmp_path / "first").changes_line == "There is no earlier build to compare with."


class _Links(html.parser.HTMLParser):
    """What a page links to, its ids, and whatever it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loads += [tag] if tag in ("script", "link", "img", "iframe", "object") else []


def test_every_link_of_the_page_leads_somewhere_in_the_build(tmp_path: Path) -> None:
    """Opened as a file, each link is a file of the build or an anchor of the page, and nothing is loaded."""
    of = documents()
    bound = bind(tmp_path, "aaaaaaaaaaaa", of=of)
    read = _Links()
    read.feed(page(build_index(bound.manifest, documents=of, pupils=PUPILS, problems=(a_problem(),))))
    assert read.loads == []
    assert len(read.ids) == len(set(read.ids))
    assert f"parents/{'a' * 16}.pdf" in read.links
    for link in read.links:
        assert link[1:] in read.ids if link.startswith("#") else (bound.folder / link).exists(), link


def test_names_can_not_write_markup_into_the_page(tmp_path: Path) -> None:
    """A name or reason with markup is text, and the policy of the page lets nothing run."""
    nasty = "<script>alert(1)</script>"
    of = (parent("a", "5", pupil_name=nasty), parent("b", "4"))
    made = page(an_index(tmp_path, of=of, exceptions=(HELD.model_copy(update={"reason": nasty}),)))
    assert "<script" not in made
    assert made.count("&lt;script&gt;") == 3  # the link, the label of its PDF, the reason
    assert "default-src 'none'" in made


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"roll": 9}, "The counts do not add up"),
        ({"part": True}, "A part build"),
        ({"draft": True}, "Draft: every page says so"),
        ({"exceptions": (), "roll": 2}, "Every pupil on roll has a report"),
        ({"sources": (), "inputs": (), "on": None}, "No source was read"),
    ],
)
def test_the_page_says_what_kind_of_build_it_is(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    """A build that does not add up, a part, a draft, a full house and an empty one are each told."""
    assert said in page(an_index(tmp_path, **changes))


def test_a_whole_school_is_one_page_of_a_sensible_size(tmp_path: Path) -> None:
    """Four hundred reports in twelve forms: every one is linked, in under 200 KB."""
    keys = [f"{n:016x}" for n in range(400)]
    pupils = {
        k: RollEntry(pupil=k, name=f"Pupil {k[-3:]}", form=f"{7 + n % 5}{'RT'[n % 2]}", year_group=str(7 + n % 5))
        for n, k in enumerate(keys)
    }
    of = tuple(parent("a", "5", key=k, path=f"parents/{k}", pupil_name=pupils[k].name) for k in keys)
    manifest = bind(tmp_path, "aaaaaaaaaaaa").manifest
    entries = tuple(
        manifest.documents[0].model_copy(update={"key": d.key, "path": d.path, "digest": d.digest()}) for d in of
    )
    big = manifest.model_copy(update={"documents": entries, "reports": 400, "roll": 401, "on": date(2026, 11, 27)})
    made = page(build_index(big, documents=of, pupils=pupils, problems=()))
    assert made.count('.pdf"') == 400
    assert len(made.encode()) < 200_000
