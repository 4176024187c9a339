"""What every pack says: numbers, people, why there is no mark, who is held."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    # numbers
    "n of n": "{part} of {n}",
    "low to high": "{low} to {high}",
    "and more": "{n} more",
    "reference": "{value} in {year}",
    # people and places
    "your child": "Your child",
    "pupil with key": "Pupil {key}",
    "report for year": "{report}, {year_group}",
    "form": "Form {form}.",
    "form.primary": "Class {form}.",
    "tutor.one": "Tutor: {names}.",
    "tutor.other": "Tutors: {names}.",
    "tutor.primary.one": "Class teacher: {names}.",
    "tutor.primary.other": "Class teachers: {names}.",
    "collected": "Marks collected on {date}.",
    "shown to families, open": "{collection}, not yet final",
    "shown to families, frozen": "{collection}, version {revision}",
    "shown, open": "{collection}, marks not yet frozen",
    "shown, frozen": "{collection}, revision {revision}",
    "ask both": "Questions? Ring {who} on {phone} or write to {email}.",
    "ask phone": "Questions? Ring {who} on {phone}.",
    "ask email": "Questions? Write to {who} at {email}.",
    "the school": "the school",
    # why there is no mark
    "state absent": "absent",
    "state not taught": "not taught",
    "state not required": "not needed",
    "state not entered": "not given",
    "state joined later": "joined later",
    "state dropped": "dropped",
    "state withheld": "held back",
    "state unclear": "being checked",
    "state absent meaning": "Absent: {name} was not in school for this work.",
    "state not taught meaning": "Not taught: the subject was not taught then.",
    "state not required meaning": "Not needed: no mark was due.",
    "state not entered meaning": "Not given: the mark had not been entered when marks closed.",
    "state joined later meaning": "Joined later: {name} joined after marks closed.",
    "state dropped meaning": "Dropped: {name} no longer takes the subject.",
    "state withheld meaning": "Held back: please ask us about this mark.",
    "state unclear meaning": "Being checked: the mark we hold is not clear, so it is not shown.",
    # exceptions
    "held no subjects": "no subject to report on",
    "held blank": "{name}: {blank} of {expected} marks ({what}) are blank, more than {share}",
    "held no policy": "nothing says what families of {year_group} see",
}
