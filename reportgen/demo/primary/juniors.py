"""What pupils learn in Years 3 to 6."""

from __future__ import annotations

from reportgen.demo.comments.voice import lines
from reportgen.demo.primary.learning import Learning

READING = Learning(
    topics=lines("""
        our class novel
        finding proof in the text
        reading between the lines
        new words in a story
        news reports
        poems by heart
    """),
    strengths=lines("""
        finding proof in a text
        reading aloud with feeling
        working out what new words mean
        summing up a chapter
        saying why a character acts
    """),
    catch_up=lines("""
        read for fifteen minutes every day and write the page in the diary
        talk about one page a day with someone at home
        reread any sentence that makes no sense before going on
        use the reading quiz on the website after each book
        keep a list of new words and learn five a week
    """),
    go_on=lines("""
        give a reason from the text with each answer
        read one book of a new kind before the holidays
        write two lines about each chapter in the diary
        ask what a character thinks but does not say
        read aloud to someone younger once a week
    """),
    stretch=lines("""
        compare two books by one writer
        lead the book club for our class
        write a review for the library shelf
        find how a writer makes us feel something, and name the words
        read an older story, such as one of Kipling’s
    """),
)
WRITING = Learning(
    topics=lines("""
        paragraphs
        speech marks
        a story set in the past
        letters that persuade
        commas in longer sentences
        joined handwriting
    """),
    strengths=lines("""
        planning before writing
        choosing words for the reader
        writing speech between characters
        using paragraphs
        making writing better after feedback
    """),
    catch_up=lines("""
        read each paragraph aloud and listen for missing words
        learn ten words a week from the spelling list
        plan with three short notes before starting to write
        check the punctuation of one paragraph each day
        practise joined writing for five minutes a day
    """),
    go_on=lines("""
        start each paragraph in a new way
        use commas to add a detail to a sentence
        write half a page in a diary each weekend
        swap three plain words for stronger ones
        mend two things from the marking before going on
    """),
    stretch=lines("""
        write the same event as two people saw it
        use semi-colons where two ideas belong together
        write a longer story at home, a page a week
        try a formal letter to someone in the news
        cut every word the reader does not need
    """),
)
MATHS = Learning(
    topics=lines("""
        times tables
        fractions
        column methods
        area and perimeter
        word problems
        decimals
        angles
    """),
    strengths=lines("""
        working out sums in the head
        explaining a method to others
        setting work out clearly
        spotting patterns in numbers
        checking answers
    """),
    catch_up=lines("""
        practise one times table for five minutes a day
        draw a picture for each word problem
        redo two sums from the green marking each day
        use the times tables game on the website three times a week
        write out each step of a column sum on squared paper
    """),
    go_on=lines("""
        check each answer with an estimate
        learn the facts that go with each times table, such as 56 ÷ 7
        explain one sum a week to someone at home
        look for fractions in recipes and shops
        underline what a word problem asks before starting
    """),
    stretch=lines("""
        try the challenge on the back of each sheet
        find two ways to solve a problem and say which is better
        make up a word problem with two steps for the class
        look for a rule in a number pattern and test it
        solve the puzzle of the week at home
    """),
)
