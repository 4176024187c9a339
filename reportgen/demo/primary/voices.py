"""How primary teachers write: two ways for a subject, and two for a pupil's whole year."""

from __future__ import annotations

from reportgen.demo.comments.voice import Voice, lines

_GENTLE = Voice(
    "gentle",
    effort={
        "low": lines("""
            {name} can be very good at {strength} when {they} feels settled.
            {name} enjoyed our work on {topic}, and it was lovely to see {them} proud of it.
            We know what {name} can do: {their} work on {topic} showed us.
            {name} has a real gift for {strength}, and is learning to use it every day.
            {name} likes to talk about {topic} and has shared some good ideas.
        """),
        "good": lines("""
            {name} has enjoyed {subject} this year and is getting really good at {strength}.
            {name} listens well and tries hard. {They} did some lovely work on {topic}.
            It has been good to see {name} grow in confidence with {topic}.
            {name} joins in with a smile, and {strength} is now one of {their} strengths.
            {name} takes care with {subject}, and we were pleased with {their} work on {topic}.
        """),
        "high": lines("""
            {name} loves {subject} and has worked so hard at it. {They} is wonderful at {strength}.
            What a year! {name} never gives up, and {their} work on {topic} made us all proud.
            {name} gives everything to {subject}, helps others, and shines at {strength}.
            {name} is always the first to have a go, and did beautiful work on {topic}.
            We are delighted with {name}, who puts great care into {subject} and above all into {topic}.
        """),
    },
    standing={
        "ahead": ("{They} has gone further than we aimed for.", "{They} has moved past {their} target this year."),
        "on": (
            "{They} is just where we hoped {they} would be.",
            "{They} has met the target we set for {them}.",
            "{They} has learned all that we hoped for.",
        ),
        "behind": (
            "{They} is not yet at the target we set, and we will keep helping {them}.",
            "Some of this has been hard for {them}, and {they} is still working towards {their} target.",
        ),
        "unknown": ("We will finish the last piece of work together.",),
    },
    step={
        "habits": lines("""
            Now we would like {them} to {task}.
            Next, it will help {them} to {task}.
            A good next step is to {task}.
        """),
        "catch up": lines("""
            At home, it would help {them} most to {task}.
            A little and often works best: please help {them} to {task}.
            Next, we would like {them} to {task}.
        """),
        "stretch": lines("""
            {They} is ready for more: next, {they} can {task}.
            To go further, {they} could {task}.
            Now we would love {them} to {task}.
        """),
        "go on": lines("""
            Next, we would like {them} to {task}.
            To keep going, {they} can {task}.
            A good next step at home is to {task}.
        """),
    },
)
_PLAIN = Voice(
    "plain",
    effort={
        "low": lines("""
            {name} is good at {strength} but finds it hard to keep going.
            {name} worked well on {topic}. In other lessons {they} often needed a reminder to start.
            {name} has shown that {they} can do well: the work on {topic} was good.
            Some days go well, and then {name} is good at {strength}. Other days are harder.
            {name} has made a start with {topic} and needs to finish more of {their} work.
        """),
        "good": lines("""
            {name} has worked steadily in {subject} and is good at {strength}.
            {name} understands {topic} and asks when {they} is not sure.
            {name} tries hard in most lessons. {Their} best work was on {topic}.
            {name} comes to lessons ready to learn, and is getting better at {strength}.
            {name} has made good use of this year, above all with {topic}.
        """),
        "high": lines("""
            {name} tries hard in every lesson and is very good at {strength}.
            {name} has had an excellent year. {Their} work on {topic} was some of the best in the class.
            {name} keeps going when work is hard, and stands out for {strength}.
            {name} works with care and helps others. {Their} work on {topic} was excellent.
            {name} always does a little more than we ask, as {their} work on {topic} shows.
        """),
    },
    standing={
        "ahead": ("{They} has gone past {their} target in {subject}.", "{They} is now above {their} target."),
        "on": ("{They} has reached {their} target in {subject}.", "{They} is on target in {subject}."),
        "behind": ("{They} has not reached {their} target yet.", "{They} is still below {their} target in {subject}."),
        "unknown": ("There is no mark this time, so this comes from what I see in class.",),
    },
    step={
        "habits": lines("""
            Next step: to {task}.
            {They} should now try to {task}.
            Our goal for the next weeks is to {task}.
        """),
        "catch up": lines("""
            Next step: to {task}.
            The best help at home is to {task}.
            To catch up, {they} should {task}.
        """),
        "stretch": lines("""
            Next step: to {task}.
            {They} can now {task}.
            For a challenge, {they} could {task}.
        """),
        "go on": lines("""
            Next step: to {task}.
            {They} should now {task}.
            To do even better, {they} can {task}.
        """),
    },
)
SUBJECT_VOICES = (_GENTLE, _PLAIN)
CLASS_LIFE = lines("""
    is kind to everyone
    loves to help in class
    looks after our class plants
    plays well with others
    makes us laugh at story time
    is a good friend to new children
    enjoyed our trip to the farm
    took a part in the class assembly
    sings with the choir
    is proud of {their} job as line leader
    asks wonderful questions
    built a model that we all admired
    runs faster than anyone at playtime
    always remembers to say thank you
    finds the best leaves and feathers for our nature table
    spoke clearly in our class play
""")
WHOLE_YEAR = {
    "gentle": Voice(
        "gentle",
        effort={
            "low": lines("""
                It has been a year of ups and downs, and we are fond of {name}, who {life}. {They} did well in {best}.
                {name} {life} and has enjoyed {best}. {They} is still learning to keep going when things are hard.
                We have loved having {name} with us. {They} {life}, and {best} is where {they} feels most at home.
            """),
            "good": lines("""
                It has been lovely to have {name} in our class. {They} {life} and has done well in {best}.
                {name} has grown up so much this year. {They} {life}, and {best} has been a strength.
                {name} comes in with a smile each morning, {life}, and can be proud of {best}.
            """),
            "high": lines("""
                What a wonderful year {name} has had! {They} {life}, works so hard, and shines in {best}.
                {name} has been a joy to teach. {They} {life} and gives {their} all, most of all in {best}.
                We are so proud of {name}, who {life} and has had an excellent year in {best}.
            """),
        },
        standing={
            "ahead": ("{They} has gone further than we hoped in several areas.",),
            "on": ("{They} is where we hoped {they} would be in most areas.", "{They} has learned a great deal."),
            "behind": ("Some things are still hard, and we will go on helping {them}.",),
            "unknown": ("{They} has settled in well with us.",),
        },
        step={
            "habits": ("Next, we would like {them} to {task}.", "A good thing to practise is to {task}."),
            "catch up": ("At home, please help {them} to {task}.", "It would help most to {task}."),
            "stretch": ("For a challenge, {they} might like to {task}.", "Next, {they} could {task}."),
            "go on": ("A good next step is to {task}.", "Next, we would like {them} to {task}."),
            "be here": (
                "We miss {them} when {they} is not here. Please talk to us, so that {they} can be in school more.",
                "More days in school would help {them} most. Please come and talk to us about it.",
            ),
        },
    ),
    "plain": Voice(
        "plain",
        effort={
            "low": lines("""
                {name} {life}. {They} did well in {best}, and needs to try as hard in other lessons.
                This has been a mixed year for {name}, who {life} and is at {their} best in {best}.
                {name} {life}. Effort has changed from day to day, and was best in {best}.
            """),
            "good": lines("""
                {name} has had a good year. {They} {life} and has done well in {best}.
                {name} {life}, works steadily, and has made good progress in {best}.
                {name} knows our rules, {life}, and can be pleased with {best}.
            """),
            "high": lines("""
                {name} has had an excellent year, above all in {best}. {They} {life}.
                {name} {life} and works hard in every lesson. {Best} stands out.
                {name} sets a fine example: {they} {life} and is strong in {best}.
            """),
        },
        standing={
            "ahead": ("{They} is above target in several areas.",),
            "on": ("{They} is on target in most areas.", "{They} has kept up well this year."),
            "behind": ("{They} is below target in some areas.",),
            "unknown": ("{They} joined us not long ago and has settled well.",),
        },
        step={
            "habits": ("Next step: to {task}.", "{They} should now {task}."),
            "catch up": ("Next step: to {task}.", "The best help is to {task}."),
            "stretch": ("Next step: to {task}.", "{They} could now {task}."),
            "go on": ("Next step: to {task}.", "{They} should now {task}."),
            "be here": (
                "Too many days have been missed. Please talk to us about what would help.",
                "Next step: to be in school every day. We are glad to help.",
            ),
        },
    ),
}
