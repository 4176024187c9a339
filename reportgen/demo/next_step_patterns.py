"""What teachers ask pupils to do next: patterns for a topic.

Each text goes on after the subject's name and a colon, so it starts with a small letter. {topic} is a topic, {other}
another one, {by} a day. A pattern says one thing a pupil can do, when, and where help is.
"""

from __future__ import annotations

HABITS = (
    "finish the two missed homework tasks on {topic} by {by}.",
    "hand in the homework on {topic} by {by}; ask for a copy if it is lost.",
    "have pen, book and notes on {topic} on the desk before each lesson starts, until {by}.",
    "answer at least one question on {topic} aloud in every lesson.",
    "sit where it is easiest to listen, and start each task on {topic} within two minutes.",
    "write the homework on {topic} in the planner and show it at home on Fridays.",
    "finish the classwork on {topic} at break; the room is open from 11 o’clock.",
    "ask for help in the lesson when stuck on {topic}, and don’t wait for the test.",
    "complete each task on {topic} before starting to talk about it.",
    "choose a partner for {topic} who helps you to work.",
    "bring the missing work on {topic} to the next lesson, finished or not, and we will look at it together.",
    "set a timer for 20 minutes of work on {topic} twice a week, phone in another room.",
)
CATCH_UP = (
    "practise {topic} for ten minutes, three times a week.",
    "correct the test on {topic} and show it to your teacher by {by}.",
    "come to help club on Tuesdays, 3.15 to 4 pm, with questions on {topic}.",
    "learn the key words for {topic} and be tested on them at home by {by}.",
    "redo the last task on {topic}, using the green comments in the book.",
    "watch the two short films on {topic} on the school website and answer the quiz by {by}.",
    "make a one-page summary of {topic} and bring it by {by}.",
    "go over {topic} again with the worked examples in the book, then try the next five alone.",
    "catch up on {topic} with the booklet from your teacher.",
    "explain {topic} to someone at home without looking at the book.",
    "use the checklist for {topic} before handing work in.",
    "ask for the easier sheet on {topic} first, then go back to the class task.",
    "turn the notes on {topic} into ten flash cards by {by} and use them in spare minutes.",
    "come to the lunch clinic on Thursdays for {topic}; no need to book.",
)
STRETCH = (
    "try the challenge tasks on {topic}; they are at the back of the book.",
    "bring one question of your own on {topic} to each lesson, the harder the better.",
    "help to lead a group on {topic} in the next unit.",
    "write longer answers on {topic}: give two reasons and an example for each.",
    "show a younger class how you work on {topic}; ask your teacher for a day before {by}.",
    "link {topic} with {other} in written answers.",
    "plan your own question on {topic}, then answer it.",
    "try a harder set of questions on {topic} and mark them with the answers online.",
    "ask in the library for something to read on {topic}, and tell the class what you found.",
    "keep up this good work, and check every answer on {topic} once more before handing it in.",
    "explain each step on {topic} in full, so that someone else could follow it.",
)
GO_ON = (
    "practise {topic} for ten minutes, three times a week.",
    "learn the key words for {topic} and be tested on them at home by {by}.",
    "explain {topic} to someone at home without looking at the book.",
    "use the checklist for {topic} before handing work in.",
    "say more about {topic} in class: one idea of your own each lesson.",
    "turn the notes on {topic} into ten flash cards by {by} and use them in spare minutes.",
    "try the last task on {topic} again and aim for one grade more.",
    "tell your teacher by {by} which part of {topic} is still hardest.",
    "add one example of your own to each answer on {topic}.",
    "read the comments on {topic} in the book and act on two of them by {by}.",
    "choose the harder of two tasks on {topic} at least once a week.",
    "compare {topic} with {other}: write down two things they share and two they do not.",
)
"""For those who are where they should be."""
EXAMS = (
    "do the last past paper on {topic} before your next exam, then check it with the mark scheme.",
    "go through the flash cards on {topic} on the morning of the exam, and eat breakfast first.",
    "come to the drop-in on {topic} in the week before the exam; times are on the school website.",
    "read each question on {topic} twice in the exam and underline what it asks.",
    "leave five minutes at the end of the paper to check answers on {topic}.",
    "start with {topic} in the next revision hour, as it is the least secure.",
    "use the revision guide on {topic} for 30 minutes, then take a walk, then do ten questions.",
    "write one answer on {topic} against the clock and show it to your teacher at the drop-in.",
)
"""For Year 11 in the summer, when lessons have ended."""
