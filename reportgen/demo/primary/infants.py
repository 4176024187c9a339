"""What children learn in Reception (literacy and numbers) and in Years 1 and 2."""

from __future__ import annotations

from reportgen.demo.comments.voice import lines
from reportgen.demo.primary.learning import Learning

READING = Learning(
    topics=lines("""
        reading new words by their sounds
        stories with repeated lines
        answering questions about a story
        books about animals
        rhymes and poems
        retelling a story
    """),
    strengths=lines("""
        sounding out new words
        reading aloud with feeling
        telling a story in order
        guessing what will happen next
        remembering what a book was about
    """),
    catch_up=lines("""
        read the school book aloud for ten minutes every day
        play a sounds game from the website three times a week
        read the same book twice, so that the second time is easy
        look for words with “ai” and “ee” in signs and shops
        read the red word cards every evening before bed
    """),
    go_on=lines("""
        read a little every day and talk about what happens
        guess what happens next before turning the page
        choose a new book from the library each week
        read to a younger child or a grandparent
        find three new words a week and ask what they mean
    """),
    stretch=lines("""
        read a longer book, a chapter each evening
        say which part of a story was best, and why
        find out about something in a fact book and tell the class
        try a book by a writer we have not read yet
        read with a different voice for each character
    """),
)
WRITING = Learning(
    topics=lines("""
        capital letters and full stops
        writing about a trip
        joining words such as “and” and “because”
        spelling the days of the week
        letters to a story’s hero
        forming letters the right way
    """),
    strengths=lines("""
        thinking of good ideas
        choosing exciting words
        writing neatly
        leaving spaces between words
        telling a story in order
    """),
    catch_up=lines("""
        say each sentence aloud before writing it
        check every sentence for a capital letter and a full stop
        practise the five spelling words every evening
        write a shopping list or a note at home each week
        trace and write the letters on the practice sheet
    """),
    go_on=lines("""
        use “because” to say more in a sentence
        write a short diary at the weekend
        read the writing aloud and mend one thing
        add a describing word to each sentence
        learn the spelling words and use them in a sentence
    """),
    stretch=lines("""
        write a story in three parts
        try a question or a speech mark in each piece
        make a small book with pictures for the reading corner
        start sentences in different ways
        use the word wall to swap plain words for better ones
    """),
)
MATHS = Learning(
    topics=lines("""
        adding to 20
        counting in twos, fives and tens
        tens and ones
        telling the time
        coins
        shapes and their corners
        halves and quarters
    """),
    strengths=lines("""
        counting on in the head
        explaining how an answer was found
        making patterns
        using cubes to show a sum
        knowing number pairs by heart
    """),
    catch_up=lines("""
        practise number pairs to ten with fingers or cubes
        count stairs, plates or cars every day
        play the number game on the website three times a week
        count coins in a shop with someone at home
        write the numbers to 20 without a pattern
    """),
    go_on=lines("""
        tell the time with someone at home each day
        count in fives and tens on the way to school
        show a sum in two ways, with cubes and with a line
        halve and double numbers in the head
        make up a number story for someone to solve
    """),
    stretch=lines("""
        find all the ways to make 20
        try the puzzle cards in the maths corner
        explain to a friend how to add two-digit numbers
        make up a harder sum and write how to solve it
        measure things at home and put them in order
    """),
)
LITERACY = Learning(
    topics=("letter sounds", "retelling a story", "writing a name", "rhymes", "our story corner"),
    strengths=("hearing the sounds in words", "joining in with stories", "writing letters", "making up stories"),
    catch_up=lines("""
        play “I spy” with the sounds of letters
        look at a book together every evening
        practise writing {their} name with a thick pencil
        sing a rhyme a day and clap the beat
    """),
    go_on=lines("""
        read the little books from the book bag twice
        write a list or a card at home
        tell a favourite story in {their} own words
    """),
    stretch=lines("""
        read short sentences on {their} own
        write a sentence about a drawing each week
        make a little book with a word on each page
    """),
)
NUMBERS = Learning(
    topics=("counting to 20", "patterns", "more and fewer", "sharing things out", "shapes around us"),
    strengths=("counting with care", "making patterns", "spotting shapes", "knowing numbers to five at sight"),
    catch_up=lines("""
        count steps, toys and plates out loud
        lay the table and count what is needed
        look for numbers on doors and buses
    """),
    go_on=lines("""
        share fruit or toys out fairly and count them
        play board games with dice
        build and copy patterns with beads or blocks
    """),
    stretch=lines("""
        find pairs of numbers that make ten
        count on from any number to 20
        tell little number stories with toys
    """),
)
