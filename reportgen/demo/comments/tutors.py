"""What tutors write: how a pupil is in the form and over all subjects. A tutor writes in the voice they teach in."""

# ruff: noqa: E501 - sentences are kept whole

from __future__ import annotations

from collections.abc import Mapping

from reportgen.demo.comments.voice import Voice, lines

FORM_LIFE = lines("""
    helps to run the form quiz
    looks after new pupils
    takes part in sports day
    speaks up for others in form time
    keeps the form board tidy
    reads with a younger pupil once a week
    gives out the planners each morning
    helps at open evening
    takes the register to the office
    leads our form’s collection for charity
    plays in the house team
    is always ready to help with a display
    listens well when others speak
    makes people laugh at the right time
    brings good ideas to the school council
    has been on time nearly every morning
""")

_BRISK = Voice(
    "brisk",
    effort={
        "low": lines("""
            {name} {form_life}, and can be proud of {best}. Effort elsewhere is mixed.
            A mixed year. {name} {form_life} and works best in {best}.
            {name} has ability and shows it in {best}. In the form {they} {form_life}.
        """),
        "good": lines("""
            A good year for {name}, most of all in {best}. In the form {they} {form_life}.
            {name} works steadily, {form_life} and does well in {best}.
            {name} is a solid member of the form who {form_life}. Best subject: {best}.
        """),
        "high": lines("""
            An excellent year. {name} {form_life}, and stands out in {best}.
            {name} works hard in everything, above all in {best}, and {form_life}.
            First-rate effort from {name} all year. {They} {form_life} and shines in {best}.
        """),
    },
    standing={
        "ahead": lines("""
            Several subjects are above target.
            Marks are above target in more than one subject.
        """),
        "on": lines("""
            Most subjects are on target.
            Marks are mostly where they should be.
        """),
        "behind": lines("""
            Several subjects are below target.
            There are a few marks below target to put right.
        """),
        "unknown": lines("""
            Not all marks are in yet.
            Some marks are still to come.
        """),
    },
    step={
        "habits": lines("""
            Next step: planner signed each week, and homework done the day it is set.
            Next: use the first ten minutes of each evening for homework, starting with {concern}.
            Now aim for one good comment a day, first of all in {concern}.
        """),
        "catch up": lines("""
            Next step: catch up in {concern}.
            Next: see the {concern} teacher before {by} and agree two things to do.
            Now give {concern} half an hour more a week.
        """),
        "stretch": lines("""
            Next step: join a club or lead one.
            Next: take on a job in school that helps others.
            Now aim for the top in {concern} as well.
        """),
        "go on": lines("""
            Next step: ask one question a day, above all in {concern}.
            Next: set one goal for each subject, with {concern} first.
            Now build on this in {concern}.
        """),
        "be here": lines("""
            Next step: be here every day. Too much has been missed.
            Attendance has to come first. Please ring me if we can help.
            Now aim for a full week in school, then another.
        """),
    },
)
_WARM = Voice(
    "warm",
    effort={
        "low": lines("""
            {name} is well liked in our form and {form_life}. I know {they} can work as well everywhere as {they} does in {best}.
            It has been an up and down year, but I am glad that {name} {form_life} and enjoys {best}.
            I have a lot of time for {name}, who {form_life}. {They} is happiest in {best}, and it shows.
        """),
        "good": lines("""
            It has been a pleasure to be {name}’s tutor. {They} {form_life}, and {best} has gone really well.
            {name} has grown up a lot this year. {They} {form_life} and can be proud of {best}.
            I always enjoy talking with {name}, who {form_life} and tells me how much {they} likes {best}.
        """),
        "high": lines("""
            What a year {name} has had! {They} {form_life}, and teachers of {best} cannot praise {them} enough.
            {name} is a star of our form: {they} {form_life}, works so hard, and loves {best}.
            I feel lucky to be {name}’s tutor. {They} {form_life} and gives {their} best, most of all in {best}.
        """),
    },
    standing={
        "ahead": lines("""
            I was delighted to see marks above target in several subjects.
            It is lovely that {they} has passed {their} target in more than one subject.
        """),
        "on": lines("""
            {They} is on target in most subjects, which is just what we hoped for.
            {Their} marks are nearly all where they should be.
        """),
        "behind": lines("""
            Some subjects are below target for now, and we will work on them together.
            {They} has found a few subjects hard and is not yet at {their} target in them.
        """),
        "unknown": lines("""
            A few marks are still missing, and we will make sure that they come.
            Some work is still to be marked, so this is not the whole picture.
        """),
    },
    step={
        "habits": lines("""
            Let us look at the planner together each Friday, and start with {concern}.
            If {they} does homework on the day it is set, {their} evenings will feel lighter.
            I would love to hear one good thing each day, and first of all from {concern}.
        """),
        "catch up": lines("""
            A little more time on {concern} each week would make a big difference.
            I hope {they} will see {their} {concern} teacher before {by}. They will be glad to help.
            Next, let us make a small plan for {concern} and stick to it.
        """),
        "stretch": lines("""
            Next, I would love to see {them} try a new club, or help to lead one.
            {They} would be a wonderful helper for our new pupils in September.
            I hope {they} keeps surprising us, in {concern} too.
        """),
        "go on": lines("""
            Next, I would love {them} to put up {their} hand once a day, in {concern} above all.
            A good goal for the weeks ahead is to do in {concern} what {they} has done so well elsewhere.
            I hope {they} will choose one thing to get better at in {concern}.
        """),
        "be here": lines("""
            We miss {them} when {they} is not here, and so much has been missed this year. Please talk to me.
            More days in school would help with everything. I am always glad to talk about it.
            Next, let us try for one full week in school, then two.
        """),
    },
)
_FORMAL = Voice(
    "formal",
    effort={
        "low": lines("""
            {name} {form_life} and has had some success in {best}, although effort has varied between subjects.
            {name} has the ability to do well, as {best} shows. In form time {they} {form_life}.
            This has been an uneven year for {name}, who {form_life} and works best in {best}.
        """),
        "good": lines("""
            {name} has had a successful year, with particular strength in {best}. In form time {they} {form_life}.
            {name} is a reliable member of the form who {form_life}. Teachers of {best} report good work.
            {name} has worked well in most subjects, notably in {best}, and {form_life}.
        """),
        "high": lines("""
            {name} has been an outstanding member of the form, {form_life} and excels in {best}.
            Teachers speak very highly of {name}, especially in {best}. In form time {they} {form_life}.
            {name} has shown excellent commitment this year, above all in {best}, and {form_life}.
        """),
    },
    standing={
        "ahead": lines("""
            {They} has exceeded the target in several subjects.
            Attainment is above target in a number of subjects.
        """),
        "on": lines("""
            Attainment is in line with target in most subjects.
            {They} is on course to meet most targets.
        """),
        "behind": lines("""
            Attainment is below target in several subjects.
            A number of targets have not yet been met.
        """),
        "unknown": lines("""
            Some marks were not available when this report was written.
            Not every subject has been able to give a mark.
        """),
    },
    step={
        "habits": lines("""
            The next step is to record all homework and to complete it on time, beginning with {concern}.
            {They} should now aim for a consistent effort in every lesson, particularly in {concern}.
            The planner should be signed at home each week, so that homework is not missed.
        """),
        "catch up": lines("""
            The next step is to attend the help sessions for {concern}.
            {They} should give additional time to {concern} each week.
            {They} is advised to speak with the teacher of {concern} before {by}.
        """),
        "stretch": lines("""
            The next step is to take on a position of responsibility in school.
            {They} should now consider joining one of our clubs or competitions.
            {They} is encouraged to aim for the same standard in {concern}.
        """),
        "go on": lines("""
            The next step is to take a more active part in lessons, especially in {concern}.
            {They} should now set a clear goal for {concern}.
            To improve further, {they} should act on the comments in {concern}.
        """),
        "be here": lines("""
            The next step is to improve attendance, as too much school has been missed.
            Regular attendance is essential. Please contact me if we can be of help.
            Attendance should now be the first priority.
        """),
    },
)
_DETAILED = Voice(
    "detailed",
    effort={
        "low": lines("""
            Over the year {name} has worked well in some lessons and not in others. {They} {form_life}, and {best} is where {they} tries hardest.
            {name} and I have talked about effort several times. {They} {form_life}, and I have seen good work in {best}.
            In form time {name} {form_life}. In lessons {their} effort changes from day to day, and it is best in {best}.
        """),
        "good": lines("""
            In form time {name} {form_life}. Over the year {their} effort has been good, and it is best in {best}.
            {name} has settled into good routines: bag packed, homework done, ready for lessons. {They} {form_life} and does well in {best}.
            I have read all of {name}’s marks for this year. {Best} stands out, and I know too that {they} {form_life}.
        """),
        "high": lines("""
            In form time {name} {form_life}. Nearly every teacher says how hard {they} works, and {best} comes first.
            I have read all of {name}’s marks for this year, and effort is excellent almost everywhere. {Best} stands out. {They} {form_life}.
            {name} sets {their} own goals and keeps to them. {They} {form_life}, and is at {their} best in {best}.
        """),
    },
    standing={
        "ahead": lines("""
            Several marks are above the targets set in September.
            {They} has passed {their} targets in more than one subject since September.
        """),
        "on": lines("""
            Most marks are at the targets set in September.
            {They} has kept up with {their} targets in most subjects since September.
        """),
        "behind": lines("""
            Several marks are still below the targets set in September.
            In some subjects {they} has not reached {their} target since September.
        """),
        "unknown": lines("""
            Some marks were missing when I wrote this, so I go by what teachers tell me.
            A few marks are still to come, and we will send them on.
        """),
    },
    step={
        "habits": lines("""
            {Their} next step is to use the planner every day. I will check it on Fridays, with {concern} first.
            {Their} next step is homework: start it on the day it is set, for 20 minutes, with {concern} first.
            We agreed that {they} sits at the front in {concern} and hands in all work by {by}.
        """),
        "catch up": lines("""
            {Their} next step is {concern}: half an hour more each week, and the help club on Tuesdays.
            {They} should see the teacher of {concern} by {by} and note down two things to work on.
            {Concern} needs the most time now. A list of what to go over is in the planner.
        """),
        "stretch": lines("""
            {Their} next step is to lead something: a club, an assembly or a stall at the summer fair.
            {They} could now bring {concern} up to the same standard, by asking for the harder tasks.
            There are places in the debating team and the choir, and {they} would do well in both.
        """),
        "go on": lines("""
            {Their} next step is to choose one goal in {concern} and write it in the planner.
            {They} should answer one question aloud in each lesson of {concern}.
            {They} should now read the comments in {concern} and act on two of them by {by}.
        """),
        "be here": lines("""
            {Their} next step is attendance. Each day missed is five lessons to catch up, and there have been many.
            Too many days have been missed. Let us meet before {by} and agree what would help.
            With more days in school, most of these marks would rise. I will ring home each Friday about it.
        """),
    },
)
TUTORS: Mapping[str, Voice] = {voice.id: voice for voice in (_BRISK, _WARM, _FORMAL, _DETAILED)}
