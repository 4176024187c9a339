"""What pupils do well in each subject: words that go on after `is good at`."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.demo.comments.voice import lines

_SCIENCE = lines("""
    planning a fair test
    drawing clear graphs
    explaining ideas in the right words
    working safely in practicals
    spotting patterns in results
    using formulas with care
""")
_LANGUAGE = lines("""
    speaking without fear of mistakes
    learning new words by heart
    working out meaning from a few known words
    writing longer sentences with reasons
    copying the accents and sounds of the language
    remembering verb endings
""")
_WRITING = lines("""
    choosing words with care
    reading aloud with feeling
    finding the right quotation
    planning before writing
    seeing how a writer builds tension
    giving a view and backing it up
""")
STRENGTHS: Mapping[str, tuple[str, ...]] = {
    "english": _WRITING,
    "english-language": _WRITING,
    "english-literature": lines("""
        finding the right quotation
        seeing why a character acts
        linking a text to its time
        learning quotations by heart
        comparing two poems
        writing a clear line of argument
    """),
    "maths": lines("""
        setting out working clearly
        explaining a method step by step
        finding more than one way to an answer
        checking answers with an estimate
        working with numbers in the head
        turning words into equations
    """),
    "science": _SCIENCE,
    "combined-science": _SCIENCE,
    "biology": lines("""
        drawing and labelling diagrams
        explaining how the body works
        using the right words
        reading data from tables
        planning a fair test
    """),
    "chemistry": lines("""
        balancing equations
        writing up practicals
        explaining what particles do
        working safely in practicals
        reading results from graphs
    """),
    "physics": lines("""
        rearranging formulas
        drawing clear graphs
        using units correctly
        explaining forces in everyday things
        solving problems with several steps
    """),
    "history": lines("""
        judging how far a source can be trusted
        giving two sides of an argument
        remembering dates and names
        explaining causes
        writing at length
        asking what people at the time thought
    """),
    "geography": lines("""
        reading maps and photographs
        using figures as evidence
        explaining how places change
        remembering case studies
        drawing clear diagrams
        working in a team on fieldwork
    """),
    "religious-education": lines("""
        listening to views unlike one’s own
        explaining what believers do and why
        giving reasons for and against
        using the right words for beliefs
        asking deep questions
    """),
    "french": _LANGUAGE,
    "spanish": _LANGUAGE,
    "computing": lines("""
        finding errors in a program
        breaking a problem into parts
        planning before coding
        helping others with a program
        writing code that others can read
    """),
    "computer-science": lines("""
        tracing a program by hand
        choosing the right data structure
        writing code that others can read
        testing programs with odd inputs
        working in binary
    """),
    "design-technology": lines("""
        measuring and marking out
        sketching ideas quickly
        using tools safely
        judging what works in a design
        finishing a product with care
    """),
    "food": lines("""
        working in a clean and ordered way
        judging taste and texture
        planning a dish in time
        using knives safely
        changing a recipe for a purpose
    """),
    "art": lines("""
        drawing what is really there
        mixing colour
        trying new materials
        keeping a rich sketchbook
        talking about the work of artists
    """),
    "music": lines("""
        keeping in time with a group
        listening for detail
        making up a melody
        playing in front of others
        practising hard passages slowly
    """),
    "drama": lines("""
        holding a role
        using voice and silence
        taking a lead in a group
        giving helpful feedback
        learning lines
    """),
    "pe": lines("""
        working with any partner
        leading a warm-up
        reading the game
        keeping going when tired
        helping others to improve
    """),
    "business": lines("""
        using figures to back a decision
        applying ideas to a real firm
        weighing up two choices
        remembering key terms
        working out profit and cash flow
    """),
    "health-social-care": lines("""
        seeing things from a patient’s side
        using case studies
        explaining how people grow and change
        planning coursework
        linking care values to practice
    """),
    "sport-studies": lines("""
        leading a session for younger pupils
        explaining rules and tactics
        keeping a careful log
        linking sport to the news
        judging a performance fairly
    """),
}
