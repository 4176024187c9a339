"""A roll of two pupils and a file of marks, written by hand; each test states what differs."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.ingest import Loading
from reportgen.model.problem import Problem

Load = Callable[..., Loading]

ROLL = {
    "id": "roll",
    "file": "exports/pupils.csv",
    "frame": "pupils",
    "columns": {
        "pupil": "UPN",
        "legal_surname": "Surname",
        "legal_forename": "Forename",
        "born": "DOB",
        "year_group": "Year",
        "form": "Reg",
        "sex": "Sex",
    },
}
ROLL_HEADINGS = "UPN,Surname,Forename,DOB,Year,Reg,Sex"
"""Valid numbers: check letters from python-stdnum's published examples and by hand."""
AMARA, BEN = "H801200001001", "B801200005001"
ROLL_TEXT = f"{ROLL_HEADINGS}\n{AMARA},Okonkwo,Amara,03/09/2011,Year 10,10R,F\n{BEN},Smith,Ben,14/02/2012,Y10,10R,M\n"
MARKS = {
    "id": "marks",
    "file": "exports/marks.csv",
    "frame": "results",
    "columns": {"upn": "UPN", "subject": "Subject", "written": "Result", "class_id": "Class", "teacher": "Teacher"},
    "fixed": {"collection": "nov", "facet": "current"},
}
MARKS_HEADINGS = "UPN,Subject,Result,Class,Teacher"


def codes(loading: Loading) -> list[str]:
    """The codes of a loading's problems, in order."""
    return [p.code for p in loading.problems]


def only(loading: Loading, code: str) -> Problem:
    """The one problem with this code."""
    found = [p for p in loading.problems if p.code == code]
    assert len(found) == 1, [str(p) for p in loading.problems]
    return found[0]
