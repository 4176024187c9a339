"""Every frame that measures hand over is as its contract says."""

from __future__ import annotations

from typing import Any

import pytest
from builders import GCSE, attendance, classes, loaded, project, pupils, report, results
from pandas import concat

from reportgen.measures import measure
from reportgen.model import measured as m
from reportgen.model import pupil_measures as p
from reportgen.model.frames import Frame
from reportgen.model.list_rule import Conditions, ListRule

CONTRACTS = {
    "summaries": p.SUMMARIES,
    "listed": p.LISTED,
    "patterns": p.OWN_PATTERN,
    "moves": p.MOVES,
    "movers": p.MOVERS,
    "progress": m.PROGRESS,
    "path": m.PATH,
    "attendance": m.PUPIL_ATTENDANCE,
}
DTYPES = {"text": "str", "number": "float64", "integer": "Int64", "date": "datetime64[s]"}
RULE = ListRule(id="up", name="Up", kind="reward", owner="form tutor", when=Conditions(risen_in=1))
FULL = {
    "pupils": pupils("A Amara Ash 10 10R", "B Ben Bow 10 10R"),
    "results": concat(
        [
            *(results("A 4 5", "B 5 4", subject=subject) for subject in ("maths", "english", "art", "s4", "s5")),
            *(
                results("A 5", "B 5", scale=GCSE, facet="target", subject=subject, collections=("nov",))
                for subject in ("maths", "english", "art", "s4", "s5")
            ),
        ],
        ignore_index=True,
    ),
    "classes": classes("10/Ma maths A B"),
    "attendance": attendance("A 100 95 5 0 0"),
}


def school() -> Any:
    """The small school with two more subjects and a rule."""
    base = project()
    more = tuple(base.subjects.subjects[0].model_copy(update={"id": s, "name": s, "also": ()}) for s in ("s4", "s5"))
    return base.model_copy(
        update={
            "subjects": base.subjects.model_copy(update={"subjects": (*base.subjects.subjects, *more)}),
            "measures": base.measures.model_copy(update={"lists": (RULE,)}),
        }
    )


@pytest.mark.parametrize("given", [FULL, {"pupils": FULL["pupils"]}, {}], ids=["full", "no marks", "nobody"])
@pytest.mark.parametrize(("name", "contract"), CONTRACTS.items())
def test_frames_are_as_their_contracts_say(name: str, contract: Frame, given: dict[str, Any]) -> None:
    """Columns in order, their types, unique keys, rows numbered from 0: with marks, without marks and without pupils."""
    found = getattr(measure(school(), report(), loaded(**given)), name)
    assert {column: str(dtype) for column, dtype in found.dtypes.items()} == {
        column.name: DTYPES[column.type] for column in contract.columns
    }
    assert list(found.columns) == [column.name for column in contract.columns]
    assert list(found.index) == list(range(len(found)))
    assert not found.duplicated(list(contract.key)).any()
    if given is FULL:
        assert len(found) > 0
