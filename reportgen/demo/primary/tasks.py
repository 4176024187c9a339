"""Learning by subject and age, and things to do next that belong to no subject."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.demo.comments.voice import lines
from reportgen.demo.primary import infants, juniors
from reportgen.demo.primary.learning import Learning

LEARNING: Mapping[tuple[str, str], Learning] = {
    ("literacy", "reception"): infants.LITERACY,
    ("maths", "reception"): infants.NUMBERS,
    ("reading", "infants"): infants.READING,
    ("reading", "juniors"): juniors.READING,
    ("writing", "infants"): infants.WRITING,
    ("writing", "juniors"): juniors.WRITING,
    ("maths", "infants"): infants.MATHS,
    ("maths", "juniors"): juniors.MATHS,
}
HABITS = lines("""
    start each task within two minutes
    ask for help as soon as work gets hard
    listen until the end before starting
    choose a place away from close friends
    finish one piece of work before starting another
    tell someone at home one thing learned each day
    check the work once more before saying it is done
    have a go first, and then ask a friend, and then the teacher
""")
PERSONAL = lines("""
    put on coat and shoes without help
    take turns in a game at home
    say what {they} feels with words
    tidy up after play without being asked
    ask another child to play
    try a new food at lunch
""")
"""For Reception: the third next step."""
PHONICS = lines("""
    read the sound cards from the book bag every evening
    play the made-up words game on the website for ten minutes a day
    read five words a day by their sounds, and then blend them
""")
"""For pupils who did not reach the standard of the phonics check."""


def stage_of(year_group: int) -> str:
    """`reception`, `infants` (Years 1 and 2) or `juniors`."""
    return "reception" if year_group == 0 else "infants" if year_group <= 2 else "juniors"  # noqa: PLR2004 - Year 2
