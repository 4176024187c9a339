"""What each subject teaches: in years 7 to 9, and in years 10 and 11. Next steps and comments name these."""

from __future__ import annotations

from collections.abc import Mapping


def _topics(text: str) -> tuple[str, ...]:
    """The topics in a text, one between two bars."""
    return tuple(" ".join(topic.split()) for topic in text.split("|") if topic.strip())


TOPICS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        _topics(
            "similes and metaphors | commas in long sentences | paragraph openings | the characters in our class "
            "novel | Shakespeare’s words | quotations in answers | apostrophes | persuasive writing | spelling of "
            "key words"
        ),
        (),
    ),
    "english-language": (
        (),
        _topics(
            "reading questions on unseen texts | descriptive writing | sentence variety | comparing two writers | "
            "planning before writing | semicolons and colons | writing to argue | summary questions"
        ),
    ),
    "english-literature": (
        (),
        _topics(
            "An Inspector Calls | Macbeth | the poetry anthology | unseen poetry | A Christmas Carol | quotations "
            "to learn by heart | the context of each text | essay openings"
        ),
    ),
    "maths": (
        _topics(
            "fractions | negative numbers | times tables | angles in polygons | ratio | equations | area and "
            "perimeter | percentages | averages"
        ),
        _topics(
            "quadratic equations | trigonometry | probability trees | standard form | simultaneous equations | "
            "vectors | circle theorems | ratio problems | graphs of functions"
        ),
    ),
    "science": (
        _topics(
            "particles | cells | forces | acids and alkalis | circuits | food chains | drawing graphs | fair tests "
            "| the periodic table"
        ),
        (),
    ),
    "combined-science": (
        (),
        _topics(
            "required practicals | cells and transport | ionic and covalent bonding | forces and motion | energy "
            "changes | rates of reaction | electric circuits | ecosystems | rearranging formulas"
        ),
    ),
    "biology": (
        (),
        _topics(
            "enzymes | inheritance | the heart and blood vessels | photosynthesis | ecosystems | required "
            "practicals | homeostasis | cell division"
        ),
    ),
    "chemistry": (
        (),
        _topics(
            "balancing equations | ionic bonding | moles | electrolysis | rates of reaction | required practicals | "
            "the periodic table | energy changes"
        ),
    ),
    "physics": (
        (),
        _topics(
            "forces and motion | electric circuits | waves | radioactivity | energy stores | required practicals | "
            "rearranging formulas | pressure"
        ),
    ),
    "history": (
        _topics(
            "the Norman Conquest | the Black Death | the Tudors | the slave trade | the Industrial Revolution | "
            "using sources | dates and order of events"
        ),
        _topics(
            "medicine through time | Elizabethan England | the Cold War | Weimar and Nazi Germany | source "
            "questions | judgements in 16-mark answers"
        ),
    ),
    "geography": (
        _topics(
            "map skills | rivers | population | weather and climate | coasts | volcanoes and earthquakes | grid "
            "references"
        ),
        _topics(
            "case studies | urban change | river landscapes | fieldwork questions | climate change | resource "
            "management | figures and maps in answers"
        ),
    ),
    "religious-education": (
        _topics(
            "the Five Pillars | the life of Jesus | Sikh beliefs | Buddhist teachings | right and wrong | places of "
            "worship"
        ),
        _topics(
            "Christian beliefs | Muslim practices | peace and conflict | crime and punishment | quotations from "
            "sacred texts | 12-mark answers"
        ),
    ),
    "french": (
        _topics(
            "verb endings | numbers and dates | family and friends | opinions with reasons | the near future | "
            "hobbies | listening | accents and spelling"
        ),
        _topics(
            "the past tenses | the speaking questions | photo cards | translation into French | free time "
            "vocabulary | opinions with two reasons | the role plays | dictation"
        ),
    ),
    "spanish": (
        _topics(
            "verb endings | numbers and dates | family and friends | opinions with reasons | the near future | food "
            "and drink | listening"
        ),
        _topics(
            "the past tenses | the speaking questions | photo cards | translation into Spanish | holiday vocabulary "
            "| opinions with two reasons | the role plays"
        ),
    ),
    "computing": (
        _topics(
            "loops in Python | binary numbers | staying safe online | spreadsheets | variables | flow charts | web "
            "pages | how networks work"
        ),
        (),
    ),
    "computer-science": (
        (),
        _topics(
            "sorting algorithms | binary and hexadecimal | data structures | networks | trace tables | logic gates "
            "| storage | programming projects"
        ),
    ),
    "business": (
        (),
        _topics(
            "cash flow | break-even charts | marketing | case studies of firms | business ownership | recruiting "
            "staff | 9-mark answers | key terms"
        ),
    ),
    "design-technology": (
        _topics(
            "technical drawing | woods and metals | health and safety | design ideas | testing a product | "
            "measuring and marking out"
        ),
        _topics(
            "the design project | materials and their properties | isometric drawing | testing and evaluating | "
            "mechanisms | sustainable design"
        ),
    ),
    "food": (
        _topics(
            "food hygiene | knife skills | the Eatwell Guide | baking | planning a meal | where food comes from | "
            "sauces"
        ),
        _topics(
            "nutrients | the food investigation task | food safety | the three-dish practical | bread and pastry | "
            "food science | time plans | special diets"
        ),
    ),
    "art": (
        _topics(
            "tone and shading | colour mixing | still life | perspective | artists’ pages in the sketchbook | printing"
        ),
        _topics(
            "the portfolio | the portrait study | artists’ pages in the sketchbook | annotation | the final piece | "
            "observational drawing"
        ),
    ),
    "music": (
        _topics(
            "reading notes | keeping a steady beat | keyboard skills | the elements of music | group performance | "
            "composing a melody"
        ),
        _topics(
            "the set works | the composition | the solo performance | chords and keys | listening questions | the "
            "ensemble piece"
        ),
    ),
    "drama": (
        _topics(
            "freeze frames | voice and movement | characters and status | improvising | mime | scripts | working in "
            "role"
        ),
        _topics(
            "the devised piece | the set play | the written log | stage design | live theatre reviews | monologues "
            "| rehearsal plans"
        ),
    ),
    "pe": (
        _topics(
            "warm-up routines | passing and moving | team tactics | gymnastic sequences | athletics | fitness circuits"
        ),
        _topics(
            "the muscular system | training methods | practical performance | the analysis task | diet and health | "
            "fitness tests"
        ),
    ),
    "health-social-care": (
        (),
        _topics(
            "life stages | care values | the first coursework task | body systems | health plans | care services | "
            "barriers to care | key terms"
        ),
    ),
    "sport-studies": (
        (),
        _topics(
            "the leadership task | the coursework on sport and media | rules of two sports | current issues in "
            "sport | outdoor activities | the activity log | tactics"
        ),
    ),
}
