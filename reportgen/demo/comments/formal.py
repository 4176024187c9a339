"""Teachers who write as a report is written."""

from __future__ import annotations

from reportgen.demo.comments.voice import Voice, lines

FORMAL = Voice(
    "formal",
    effort={
        "low": lines("""
            {name} has shown some skill at {strength}, although effort has varied from lesson to lesson.
            {name} is able to produce good work on {other} when fully focused.
            Effort this year has been uneven, but {name} has a clear strength in {strength}.
            {name} has the ability to succeed in {subject}, as the work on {other} shows.
            While {name} is often distracted, {strength} remains a real strength.
        """),
        "good": lines("""
            {name} has worked well this year and has shown particular strength in {strength}.
            {name} has a secure knowledge of {other} and takes an active part in lessons.
            {name} approaches {subject} with a positive attitude and is developing well in {strength}.
            The work that {name} has produced on {other} is careful and complete.
            {name} is a reliable member of the class, with sound skills in {strength}.
        """),
        "high": lines("""
            {name} has been an outstanding member of the class and excels at {strength}.
            {name} has shown excellent commitment to {subject}, most notably in work on {other}.
            Throughout the year {name} has worked with great care and has excelled at {strength}.
            The quality of {name}’s work on {other} reflects a first-rate attitude.
            {name} meets every challenge with determination, as seen in recent work on {other}.
        """),
    },
    standing={
        "ahead": lines("""
            Attainment is currently above target, which is greatly to {their} credit.
            {They} has exceeded the target set for this point in the year.
            Current work in {subject} is at a level above the target.
            The target for this year has already been passed.
        """),
        "on": lines("""
            Attainment is in line with the target.
            {They} is on course to meet the target set for {them}.
            Current work in {subject} is at the expected level.
            Progress towards the target has been steady.
        """),
        "behind": lines("""
            Attainment in {subject} is currently below target.
            {They} has not yet reached the target set for {them}.
            Progress towards the target has been slower than expected.
            Some gaps in knowledge mean that the target has not yet been met.
        """),
        "unknown": lines("""
            It has not been possible to give a mark for the most recent assessment.
            The most recent assessment was missed and should be completed soon.
            No mark is available at present, so this comment rests on work in class.
        """),
    },
    step={
        "habits": lines("""
            The next step is to complete every task on {topic} within the time given.
            To make progress, {they} needs to hand in the homework on {topic} by {by}.
            {They} should now aim to begin each task on {topic} promptly and without reminders.
            In future {they} should ask for help with {topic} during the lesson.
            {They} is asked to bring the missing work on {topic} by {by}.
        """),
        "catch up": lines("""
            The next step is to revise {topic}, using the worked examples in the book.
            To close this gap, {they} should attend help club on Tuesdays and work on {topic}.
            {They} should correct the test on {topic} and hand it in by {by}.
            Short and regular practice of {topic} would make the greatest difference.
            {They} should learn the key words for {topic} and be tested on them at home.
        """),
        "stretch": lines("""
            The next step is to attempt the extension work on {topic}.
            {They} is now ready to write longer answers on {topic}, with two reasons for each point.
            Wider reading on {topic} would help {them} to go further still.
            {They} should now link {topic} with other parts of the course.
            To build on this, {they} could lead a group in work on {topic}.
        """),
        "go on": lines("""
            The next step is to add further detail and examples to work on {topic}.
            To improve further, {they} should take a greater part in discussions of {topic}.
            {They} should now check each answer on {topic} with care before handing it in.
            Regular use of flash cards would make knowledge of {topic} more secure.
            {They} should respond to the written comments on {topic} by {by}.
        """),
    },
)
