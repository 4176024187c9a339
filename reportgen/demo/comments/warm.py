"""Teachers who write as they talk to families."""

from __future__ import annotations

from reportgen.demo.comments.voice import Voice, lines

WARM = Voice(
    "warm",
    effort={
        "low": lines("""
            I enjoy {name}’s company and know that {they} can be very good at {strength}.
            {name} has some lovely ideas, and when {they} settles, {strength} comes easily to {them}.
            I have seen {name} at {their} best on {other}, and I would love to see it in every lesson.
            {name} is kind to others and can shine at {strength} when {they} chooses to.
            There have been some really good moments this year, and {name} should be proud of {their} work on {other}.
        """),
        "good": lines("""
            It has been good to see {name} grow in confidence this year, most of all in {strength}.
            {name} is a thoughtful member of the class who has worked well on {other}.
            I am pleased with the care {name} takes, and with how {they} has come on in {strength}.
            {name} brings a smile and a good question to most lessons, and {other} has gone well for {them}.
            {name} tries hard, helps others and is really finding {their} feet with {other}.
        """),
        "high": lines("""
            What a joy {name} is to teach: {they} gives everything, and is wonderful at {strength}.
            {name} has had a superb year, and {their} work on {other} made me very proud.
            I could not ask for more effort, and {name} has become really skilled at {strength}.
            {name} cheers on the whole class and never stops trying, even when {other} was hard.
            Thank you, {name}, for a year of hard work, great questions and real care over {other}.
        """),
    },
    standing={
        "ahead": lines("""
            {They} is already above target, which is a great result.
            It is lovely to say that {they} has gone past {their} target.
            {Their} marks in {subject} are higher than we aimed for, and {they} has earned them.
            All that work has paid off, because {they} is ahead of {their} target.
        """),
        "on": lines("""
            {They} is just where we hoped {they} would be.
            {Their} marks in {subject} are on target, and {they} should feel good about that.
            {They} is on course for {their} target and can be pleased with it.
            Step by step {they} has kept up with {their} target.
        """),
        "behind": lines("""
            {They} is not quite at {their} target yet, and I know we can get there together.
            Just now {their} marks in {subject} are a little below target.
            {They} has found some of this year hard and is still short of {their} target.
            There is a gap to {their} target, but it is one {they} can close.
        """),
        "unknown": lines("""
            I do not have a mark for {their} last task yet, so we will look at that together.
            {They} still has {their} last assessment to do, and there is no need to worry about it.
            As there is no mark this time, I have gone by what I see in lessons.
        """),
    },
    step={
        "habits": lines("""
            Next, I would like {them} to finish each task on {topic} before chatting with friends.
            A good next step is to show someone at home the homework on {topic} every Friday.
            It would help so much if {they} asked me as soon as {topic} gets tricky.
            Let us agree that {they} starts with {topic} straight away and sits where {they} can listen best.
            I would be glad to see {them} at break before {by} to catch up on {topic}.
        """),
        "catch up": lines("""
            A little and often will help: ten minutes on {topic}, three evenings a week.
            Please come and see me on a Tuesday after school, and we will go through {topic} again.
            I would love {them} to explain {topic} to someone at home, without looking at the book.
            If {they} goes back over {topic} with the booklet, the rest will start to fall into place.
            Next, {they} can use the green comments to try the last task on {topic} again by {by}.
        """),
        "stretch": lines("""
            Now I would love {them} to try the challenge tasks on {topic}.
            {They} is ready to help lead a group on {topic}, and the others would learn a lot.
            A trip to the library for a book on {topic} would be a treat for {them}.
            Next, {they} could set {their} own question on {topic} and surprise me with the answer.
            I hope {they} keeps asking those hard questions about {topic}.
        """),
        "go on": lines("""
            Next, I would like to hear {their} voice more often when we talk about {topic}.
            To go further, {they} can add an idea of {their} own to each answer on {topic}.
            A good next step is to make some flash cards on {topic} and have fun with them at home.
            I would love {them} to pick the harder task on {topic} now and then.
            If {they} reads my comments on {topic} and acts on two of them, {they} will go far.
        """),
    },
)
