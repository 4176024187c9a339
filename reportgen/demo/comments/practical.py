"""Next steps where pupils make or perform: no tests to correct and no answers to write there.

Tasks go on after `to`; with a full stop they are next steps of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.demo.comments.voice import Step, lines

PRACTICAL = ("design-technology", "food", "art", "music", "drama", "pe")
TASKS: Mapping[Step, tuple[str, ...]] = {
    "habits": lines("""
        bring everything needed for {topic} to each lesson
        start work on {topic} in the first two minutes of the lesson
        choose a partner for {topic} with whom it is easy to work
        listen to the whole task on {topic} before starting
        clear up in good time after work on {topic}
        finish the missing work on {topic} by {by}
    """),
    "catch up": lines("""
        spend ten minutes on {topic} three times a week
        watch the two short films on {topic} on the school website and try what they show
        come to the lunch club on Thursdays for more time on {topic}
        go back to the first steps of {topic} and take them slowly
        ask for feedback on {topic} in every lesson until {by}
        work on {topic} with a partner who finds it easy
    """),
    "stretch": lines("""
        lead a small group on {topic}
        find out how experts approach {topic}
        try something harder in {topic}, where it may go wrong at first
        show a younger class some work on {topic}
        link {topic} with {other} in one piece of work
        set a goal of one’s own for {topic} and reach it by {by}
    """),
    "go on": lines("""
        say what went well and what did not after each lesson on {topic}
        change one thing at a time in {topic} and note what happens
        ask two people for their view of the work on {topic}
        spend a little longer on planning before {topic}
        take one more risk in {topic}
        practise {topic} at home once a week
    """),
}
WRAPPED: Mapping[str, tuple[str, ...]] = {
    "brisk": ("Next step: {task}.", "Next: {task}."),
    "warm": ("Next, I would love {them} to {task}.", "A good next step is to {task}."),
    "formal": ("The next step is to {task}.", "{They} is now asked to {task}."),
    "detailed": ("{Their} next step is to {task}. I will help with it.", "I have asked {them} to {task}."),
}
"""How each voice says a task."""
