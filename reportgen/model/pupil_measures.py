"""What measures say of each pupil across subjects, and of moves between two collections: frames for staff packs."""

from __future__ import annotations

from reportgen.model.frames import FORM, LABEL, PUPIL, SUBJECT, YEAR_GROUP, Column, Frame

TAKEN, MARKED, BLANK = "taken", "marked", "blank"
ABOVE, AS, BELOW = "above", "as", "below"
RISEN, FALLEN = "risen", "fallen"
ATTITUDE_BEST, ATTITUDE_LOW = "attitude_best", "attitude_low"
MEAN_DISTANCE, MEAN_CHANGE, DISTANCE_BEFORE = "mean_distance", "mean_change", "distance_before"
PERCENT = "percent"
RULE = "rule"
OTHERS, OWN, USUAL = "others", "own", "usual"
SINCE, BEFORE, BEFORE_PLACE, NOW, NOW_PLACE, PUPILS = "since", "before", "before_place", "now", "now_place", "pupils"

SUMMARIES = Frame(
    "summaries",
    "a pupil on roll, in register order",
    (PUPIL,),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(YEAR_GROUP, "text", "year group on the report"),
        Column(FORM, "text", "form"),
        Column(
            TAKEN, "integer", "subjects the pupil takes: PROGRESS rows but those dropped, not taught or not required"
        ),
        Column(MARKED, "integer", "of them with a mark"),
        Column(BLANK, "integer", "of them not entered or unclear"),
        Column(ABOVE, "integer", "subjects in a band of kind above"),
        Column(AS, "integer", "subjects in a band of kind as"),
        Column(BELOW, "integer", "subjects in a band of kind below"),
        Column(RISEN, "integer", "subjects at least one step higher than at the comparison collection"),
        Column(FALLEN, "integer", "subjects at least one step lower"),
        Column(ATTITUDE_BEST, "integer", "subjects with the best attitude"),
        Column(ATTITUDE_LOW, "integer", "subjects with an attitude in the lower half of its scale"),
        Column(MEAN_DISTANCE, "number", "mean steps from target over subjects; missing without a distance"),
        Column(MEAN_CHANGE, "number", "mean steps of change over subjects; missing without a change"),
        Column(
            DISTANCE_BEFORE, "number", "mean steps from target at the latest compared collection of this school year"
        ),
        Column(PERCENT, "number", "percent of sessions attended; missing without attendance"),
    ),
)
LISTED = Frame(
    "listed",
    "a pupil and a rule of measures.yaml, lists, that the pupil meets; rules in their order, pupils in register order",
    (PUPIL, RULE),
    (Column(PUPIL, "text", "pupil key"), Column(RULE, "text", "id of the rule")),
)
OWN_PATTERN = Frame(
    "patterns",
    "a pupil and a subject whose distance from target can be set beside the pupil's other subjects (four or more)",
    (PUPIL, SUBJECT),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(SUBJECT, "text", "subject id"),
        Column(YEAR_GROUP, "text", "year group"),
        Column(OTHERS, "integer", "other subjects with a distance"),
        Column(OWN, "number", "steps: this subject's distance less the mean of the others"),
        Column(
            USUAL,
            "number",
            "steps: own less its mean over the year group's pupils of this subject, so that a hard marker is no pattern",
        ),
    ),
)
MOVES = Frame(
    "moves",
    "a grade before and a grade now in a subject and year group, with a pupil who made the move; whole grades where the scale has thirds",
    (SUBJECT, YEAR_GROUP, BEFORE, NOW),
    (
        Column(SUBJECT, "text", "subject id"),
        Column(YEAR_GROUP, "text", "year group now"),
        Column(SINCE, "text", "the earlier collection: the latest compared one most pupils have a comparable mark in"),
        Column(BEFORE, "text", "grade then as printed"),
        Column(BEFORE_PLACE, "integer", "its place in the order of the grades, 0 the lowest"),
        Column(NOW, "text", "grade now as printed"),
        Column(NOW_PLACE, "integer", "its place"),
        Column(PUPILS, "integer", "pupils who made this move"),
    ),
)
MOVERS = Frame(
    "movers",
    "a pupil counted in MOVES",
    (PUPIL, SUBJECT),
    (
        Column(PUPIL, "text", "pupil key"),
        Column(SUBJECT, "text", "subject id"),
        Column(YEAR_GROUP, "text", "year group now"),
        Column(BEFORE_PLACE, "integer", "grade then, its place"),
        Column(NOW_PLACE, "integer", "grade now, its place"),
        Column(LABEL, "text", "mark now as printed"),
    ),
)
