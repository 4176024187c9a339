"""Teachers who say exactly what a pupil has done."""

# ruff: noqa: E501 - sentences are kept whole

from __future__ import annotations

from reportgen.demo.comments.voice import Voice, lines

DETAILED = Voice(
    "detailed",
    effort={
        "low": lines("""
            This year we studied {other} and {topic}. {name} did some good work on {other}, and is at {their} best when {strength}.
            {name} is quick to join in when we talk about {other}, and good at {strength}, but written work is often left unfinished.
            {name} made a good start on {other}. Since then {they} has lost time to talking, although {they} is good at {strength}.
            {name} took a real interest in {other}. In other topics {they} works hard in one lesson and very little in the next.
        """),
        "good": lines("""
            This year we studied {other} and {topic}. {name} has worked with care in both and is good at {strength}.
            {name} understood {other} well, asks for help when {they} needs it, and has improved at {strength}.
            In class {name} listens and takes part. {Their} best piece was on {other}, and {they} is also good at {strength}.
            {name} keeps a tidy book, meets deadlines and did well on {other}, where {strength} made the difference.
        """),
        "high": lines("""
            This year we studied {other} and {topic}. {name} put great effort into both and is very good at {strength}.
            {name} has not missed a deadline, and {their} work on {other} was a model for the class. {They} is very good at {strength}.
            In every lesson {name} is ready to start, and {they} keeps trying until the work is right. I was impressed by {their} work on {other}.
            {name} reads every comment and acts on it. That is why {their} work on {other} and {their} skill at {strength} are so strong.
        """),
    },
    standing={
        "ahead": lines("""
            {Their} last piece of work was above target.
            As a result {they} is now above the target we set in September.
            {They} has moved past {their} target in {subject} this year.
            In the last assessment {they} did better than {their} target.
        """),
        "on": lines("""
            {Their} last piece of work was at target.
            In the last assessment {they} was on target.
            {They} has kept to {their} target in {subject} through the year.
            This puts {them} at the target we set in September.
        """),
        "behind": lines("""
            {Their} last piece of work was below target.
            In the last assessment {they} lost marks, and {they} is now below {their} target.
            {They} has not reached {their} target in {subject} yet.
            {They} is still short of the target we set in September.
        """),
        "unknown": lines("""
            {They} has yet to do the last assessment, so I cannot give a mark.
            There is no mark for the last task, which {they} can still hand in to me.
            {They} has no mark this time, and we will agree a day to do the task.
        """),
    },
    step={
        "habits": lines("""
            {Their} next step is to finish the work on {topic}: two short tasks, both by {by}.
            For a start, {they} should put {their} phone away and work on {topic} for 20 minutes.
            The most useful change would be to write down the homework on {topic} and show it at home.
            I have moved {them} to the front, and ask {them} to answer one question on {topic} each lesson.
        """),
        "catch up": lines("""
            {Their} next step is {topic}: first the easier sheet, then the class task, both by {by}.
            The marks were lost on {topic}, so {they} should go over the worked examples and try five more.
            To catch up, {they} should watch the two films on {topic} on the school website and do the quiz.
            On Thursdays at lunch there is a clinic, where I can go through {topic} with {them}.
        """),
        "stretch": lines("""
            {Their} next step is the set of harder questions on {topic} at the back of the book.
            To go further, {they} could compare {topic} with {other} and write down what they share.
            In answers on {topic}, {they} can now explain each step so that someone else could follow it.
            I suggest that {they} reads about {topic} in the library and shows the class what {they} found.
        """),
        "go on": lines("""
            {Their} next step is {topic}: learn the key words and be tested on them at home by {by}.
            To gain a grade, {they} should add one example to each answer on {topic}.
            {They} should tell me by {by} which part of {topic} is still hardest.
            In work on {topic} {they} should use the checklist before handing it in.
        """),
    },
)
