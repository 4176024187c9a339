"""Problems of measuring (M4xx)."""

from __future__ import annotations

from reportgen.model.problem_texts.entry import ProblemText
from reportgen.model.severity import Severity

TEXTS: dict[str, ProblemText] = {
    "M401": ProblemText(
        severity=Severity.WARN,
        message="Marks in a subject that is not taught in that year group",
        when="The results hold marks of a subject for pupils of a year group that the subject's year_groups leave out. They are not used.",
        fix="Add the year group to the subject in subjects.yaml, or correct the subject or the pupils' year group in the export.",
    ),
    "M402": ProblemText(
        severity=Severity.WARN,
        message="A headline measure that no pupil has a value for",
        when="No pupil on roll has the marks or sessions a headline of measures.yaml is made from in this report's collection.",
        fix="Check the headline's facet, subjects, scale and year groups in measures.yaml, or load the source it needs.",
    ),
    "M403": ProblemText(
        severity=Severity.WARN,
        message="A group in which nobody's value is known",
        when="A group with comparisons has no value for any pupil on roll, so that none of its gaps can be worked out.",
        fix="Map a column of a source to the group in sources.yaml, or take the group's comparisons out of groups.yaml.",
    ),
    "M404": ProblemText(
        severity=Severity.STOP,
        message="No pupil is on roll for this report",
        when="None of the pupils loaded is in the report's year groups and on roll on the day that counts.",
        fix="Check year_groups and roll_on of the report, the closing day of its collection, and the joining and leaving dates in the export.",
    ),
}
