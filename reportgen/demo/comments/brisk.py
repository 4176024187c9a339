"""Teachers who write in few words."""

from __future__ import annotations

from reportgen.demo.comments.voice import Voice, lines

BRISK = Voice(
    "brisk",
    effort={
        "low": lines("""
            {name} is good at {strength} but does not always try.
            There is ability here: {name} has a feel for {strength}.
            {name} works well for part of most lessons, above all on {other}.
            On a good day {name} is strong at {strength}. We need more good days.
            {name} can do this. The work on {other} proved it.
            When {name} listens, the work on {other} is sound.
        """),
        "good": lines("""
            {name} works steadily and is good at {strength}.
            A sound year. {name} has done well on {other}.
            {name} listens, tries hard and is getting better at {strength}.
            Solid effort from {name}, with real strength in {strength}.
            {name} comes ready to learn. Best work so far: {other}.
            {name} has a good grasp of {other} and asks when stuck.
        """),
        "high": lines("""
            {name} works hard in every lesson and is strong at {strength}.
            Excellent effort all year. {name} stands out for {strength}.
            {name} never gives up and the work on {other} was first class.
            A pleasure to teach: {name} always does more than is asked.
            {name} sets the pace for the class. Best work: {other}.
            First-rate attitude from {name}, shown again on {other}.
        """),
    },
    standing={
        "ahead": lines("""
            Marks are above target in {subject}.
            Well ahead of target. Well done.
            The target has been passed.
            Working above target, and it shows.
        """),
        "on": lines("""
            On target in {subject}.
            Marks are where they should be.
            Right on target, and steady.
            Progress is as we hoped.
        """),
        "behind": lines("""
            Marks are below target for now.
            Not yet on target in {subject}.
            The target is still some way off, but within reach.
            There is ground to make up in {subject}.
        """),
        "unknown": lines("""
            We have no mark for the last task yet.
            The last assessment is still to be done.
            There is no mark this time, so I go by work in lessons.
        """),
    },
    step={
        "habits": lines("""
            Next step: finish each task on {topic} before talking.
            Next step: hand in all homework on {topic} by {by}.
            Now start every task in the first two minutes, beginning with {topic}.
            Next: sit at the front, and ask one question a lesson on {topic}.
            From now on, bring book and pen, and write down the homework on {topic}.
            Next step: catch up with {topic} at break before {by}.
        """),
        "catch up": lines("""
            Next step: ten minutes on {topic}, three times a week.
            Next: redo the test on {topic} and show me by {by}.
            Come to help club on Tuesdays and bring questions on {topic}.
            To close the gap, go over {topic} with the worked examples.
            Next step: learn the key words for {topic} by {by}.
            Make a one-page summary of {topic} and hand it in by {by}.
        """),
        "stretch": lines("""
            Next step: the challenge tasks on {topic}.
            Now aim higher: try harder questions on {topic} and mark them.
            Next: read around {topic} and tell the class one new thing.
            Next step: plan and answer a question of your own on {topic}.
            Keep going, and give two reasons in every answer on {topic}.
            Next: lead a group on {topic}.
        """),
        "go on": lines("""
            Next step: add an example of your own to answers on {topic}.
            Next: say more in class, starting with {topic}.
            Now act on two of my comments on {topic} by {by}.
            Next step: ten flash cards on {topic}, used twice a week.
            To move up, choose the harder task on {topic} once a week.
            Next: explain {topic} to someone at home without the book.
        """),
    },
)
