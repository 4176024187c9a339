from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from unit.bind.builds import bind, documents, parent, sheet, table

from reportgen.bind import compare
from reportgen.model.document import Cell, Document, ParentReport, Row


def lines(*some: Document) -> list[str]:
    return [d.model_dump_json() for d in some]


def test_a_changed_mark_names_the_document_and_its_part() -> None:
    """Of three documents one has another mark: it is the one changed, in its subjects and nowhere else."""
    changes = compare(lines(*documents("5")), lines(*documents("6")), build="x")
    assert (changes.previous, changes.unchanged, changes.added, changes.gone) == ("x", 2, (), ())
    assert [(c.title, c.key, c.fields) for c in changes.changed] == [("Amara Okonkwo", "a" * 16, ("subjects",))]


def test_new_and_gone_documents_are_told_apart() -> None:
    """A class sheet that is new and a report that is gone are neither changed nor unchanged."""
    changes = compare(lines(parent("a", "5"), parent("b", "4")), lines(parent("b", "4"), sheet("x", "10B")))
    assert (changes.unchanged, changes.changed) == (1, ())
    assert [c.path for c in changes.added] == ["staff/classes/x"]
    assert [c.path for c in changes.gone] == [f"parents/{'a' * 16}"]


def test_the_order_of_documents_is_no_change() -> None:
    """The same documents in another order are all unchanged."""
    assert compare(lines(*documents()), lines(*reversed(documents()))).unchanged == 3


def test_several_parts_are_named_in_the_order_of_the_page() -> None:
    """Two changes in one document are both named."""
    now = parent("a", "6", questions=("What helped?",))
    (change,) = compare(lines(parent("a", "5")), lines(now)).changed
    assert change.fields == ("subjects", "questions")


def test_the_row_that_changed_is_named() -> None:
    """Of two subjects one has another mark: the change names it, and not the other."""

    def report(history: str) -> ParentReport:
        rows = tuple(
            Row(cells=(Cell(text=subject), Cell(text=mark))) for subject, mark in (("Maths", "5"), ("History", history))
        )
        return parent("a", "5").model_copy(update={"subjects": table().model_copy(update={"rows": rows})})

    (change,) = compare(lines(report("4")), lines(report("5"))).changed
    assert (change.fields, change.rows) == (("subjects",), ("History",))


def test_documents_of_an_older_program_can_still_be_compared() -> None:
    """A part that only one of the two knows is a changed part, and nothing fails."""
    old = json.loads(parent("a", "5").model_dump_json())
    del old["large_print"]
    old["photo"] = "x"
    (change,) = compare([json.dumps(old)], lines(parent("a", "5"))).changed
    assert change.fields == ("large_print", "photo")


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("4567")),
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("4567")),
)
def test_every_document_is_counted_once(before: dict[str, str], now: dict[str, str]) -> None:
    """Changed, unchanged, new and gone add up to the documents of both builds, and turning round swaps new and gone."""
    then, after = lines(*(parent(k, v) for k, v in before.items())), lines(*(parent(k, v) for k, v in now.items()))
    changes, back = compare(then, after), compare(after, then)
    assert changes.unchanged == sum(before.get(k) == v for k, v in now.items())
    assert {c.key[0] for c in changes.changed} == {k for k in now if k in before and before[k] != now[k]}
    assert {c.key[0] for c in changes.added} == {c.key[0] for c in back.gone} == set(now) - set(before)
    assert {c.key[0] for c in changes.gone} == {c.key[0] for c in back.added} == set(before) - set(now)


def test_a_build_is_compared_with_the_good_one_before_it(tmp_path: Path) -> None:
    """The first build has nothing to compare with; the second says what late marks changed."""
    first = bind(tmp_path, "aaaaaaaaaaaa", of=documents("5"))
    second = bind(tmp_path, "bbbbbbbbbbbb", of=documents("6"))
    assert first.manifest.changes.previous is None
    assert second.manifest.changes.previous == "aaaaaaaaaaaa"
    assert [c.title for c in second.manifest.changes.changed] == ["Amara Okonkwo"]
    assert bind(tmp_path, "cccccccccccc", of=documents("4"), part=True).manifest.changes.previous is None
