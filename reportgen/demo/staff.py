"""The teachers of the made-up school. No one on this list exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, cycle
from unicodedata import normalize

from reportgen.demo.names import HERITAGES
from reportgen.demo.post import Post
from reportgen.demo.year import FIRST_DAYS, YEAR, YEAR_GROUPS

FULL_SCHOOL = 1200
"""The number of pupils the teachers named here are enough for; larger schools have more of every team."""
TITLES = ("Mrs", "Mr", "Miss", "Mr", "Ms", "Mr")


@dataclass(frozen=True)
class Teacher:
    """A code as exports write it, the name families read, and what the teacher teaches."""

    code: str
    name: str
    department: str
    subjects: tuple[str, ...]
    """Ids."""


def _team(department: str, subjects: str, listed: str) -> tuple[Teacher, ...]:
    return tuple(
        Teacher(code, name.replace("_", " "), department, tuple(subjects.split()))
        for code, name in (entry.split("=") for entry in listed.split())
    )


TEAMS: tuple[tuple[Teacher, ...], ...] = (
    _team(
        "English",
        "english english-language english-literature",
        "ADE=Mrs_Adeyemi WHI=Mr_Whitcombe KAU=Miss_Kaur OBR=Ms_O’Brien LAN=Mr_Langley FAI=Dr_Fairweather "
        "SZC=Mrs_Szczepańska HOL=Mr_Holroyd NDI=Miss_Ndiaye PEM=Mrs_Pemberton TRE=Mr_Tremayne",
    ),
    _team(
        "Mathematics",
        "maths",
        "HUG=Ms_Hughes PAT=Mr_Patel IQB=Mrs_Iqbal STO=Mr_Stonehouse VAS=Dr_Vasilescu BEC=Miss_Beckwith CHE=Mr_Cheung "
        "MOR=Mrs_Morgan-Lloyd ASH=Mr_Ashdown GRZ=Ms_Grzelak KOW=Mr_Kowalczyk",
    ),
    _team(
        "Science",
        "science combined-science biology chemistry physics",
        "LIN=Dr_Lindqvist THA=Mr_Thapa BRO=Mrs_Broughton OSE=Mr_Osei FEN=Miss_Fenwick RAM=Dr_Ramanathan DUG=Mr_Duggan "
        "YIL=Ms_Yılmaz HAR=Mrs_Hartley CAL=Mr_Callaghan EVE=Miss_Everett PRI=Mr_Prichard",  # noqa: RUF001 - a Turkish name
    ),
    _team(
        "Humanities", "history", "ROW=Miss_Rowlands TUR=Mr_Turnbull SOU=Mr_Southgate WIN=Ms_Winterbourne TEM=Mrs_Temple"
    ),
    _team("Humanities", "geography", "MAC=Mrs_MacAllister ABE=Mr_Abebe DAL=Mrs_Dalgleish NIC=Mr_Nicholls"),
    _team("Humanities", "religious-education", "BEG=Miss_Begum FOR=Miss_Forsyth QUA=Mr_Quayle"),
    _team("Languages", "french", "LEF=Mr_Lefèvre SUT=Miss_Sutton DUV=Mme_Duval"),
    _team("Languages", "spanish", "CAS=Señora_Castaño GAR=Mrs_García IBA=Mr_Ibáñez"),
    _team("Technology", "computing computer-science", "OKO=Mr_Okonjo HAS=Mr_Hassan JEN=Mr_Jenks VEN=Mrs_Venter"),
    _team("Technology", "design-technology", "WRE=Mrs_Wren TOM=Mrs_Tomlin POL=Mr_Pollard"),
    _team("Technology", "food", "BLA=Ms_Blakemore RID=Mrs_Ridley KEL=Miss_Kelleher"),
    _team("Arts", "art", "LAR=Miss_Larkin BAR=Mrs_Bartholomew VER=Ms_Verma ANS=Mr_Anscombe"),
    _team("Arts", "music", "OCO=Mr_O’Connell SIN=Mr_Sinclair AKI=Miss_Akintola"),
    _team("Arts", "drama", "GRE=Ms_Greatorex FLI=Mr_Flint DEV=Miss_Devlin"),
    _team(
        "Physical education",
        "pe sport-studies",
        "KNO=Mr_Knowles STE=Miss_Stephenson MEN=Mr_Mensah CRO=Mrs_Crowther WOZ=Miss_Woźniak",
    ),
    _team("Business and care", "business", "LOF=Mr_Lofthouse SHA=Mrs_Sharma"),
    _team("Business and care", "health-social-care", "GIL=Mrs_Gillespie NGU=Ms_Nguyen"),
)
"""Who teaches what, the head of the department first."""

HEAD, ASSISTANT = Teacher("HEAD", "Mrs Carrington", "", ()), Teacher("ASST", "Mr Nwosu", "", ())
EXAMS, ATTENDANCE = Teacher("EXAM", "Mrs Whittle", "", ()), Teacher("ATTN", "Miss Popescu", "", ())
OFFICE = (HEAD, ASSISTANT, EXAMS, ATTENDANCE)
"""Those who teach no class, whatever the size of the school. Their codes have four letters: no teacher's has."""


def team(subject_id: str, pupils: int) -> tuple[Teacher, ...]:
    """The teachers a school of this size has for a subject, at least one."""
    number = next(n for n, named in enumerate(TEAMS) if subject_id in named[0].subjects)
    return _of_size(number, pupils)


def everyone(pupils: int) -> tuple[Teacher, ...]:
    """All teachers a school of this size has, team by team."""
    return tuple(teacher for number in range(len(TEAMS)) for teacher in _of_size(number, pupils))


def posts(pupils: int) -> tuple[Post, ...]:
    """Heads of year, heads of department and the office of a school of this size."""
    staff = everyone(pupils)
    heads: dict[str, Teacher] = {}
    for teacher in staff:
        heads.setdefault(teacher.department, teacher)
    others = [teacher for teacher in staff if teacher not in heads.values()] or list(staff)
    return (
        *_heads_of_year(others),
        *(Post("head of department", (one.code,), departments=(name,)) for name, one in heads.items()),
        Post("head teacher", (HEAD.code,)),
        Post("assistant head", (ASSISTANT.code,), transitions=("KS3-KS4",)),
        Post("exams officer", (EXAMS.code,)),
        Post("attendance officer", (ATTENDANCE.code,)),
    )


def _heads_of_year(staff: Sequence[Teacher]) -> Iterator[Post]:
    """Five who move up with their pupils: who had Year 11 takes the next Year 7, and looks after its start here."""
    five = [staff[(n * len(staff)) // len(YEAR_GROUPS)] for n in range(len(YEAR_GROUPS))]
    for year in FIRST_DAYS:
        for n, year_group in enumerate(YEAR_GROUPS):
            yield Post(
                "head of year",
                (five[(n + YEAR - year) % len(five)].code,),
                year_groups=(str(year_group),),
                years=(year,),
                progress=True,
                transitions=("KS2-KS3",) if year_group == YEAR_GROUPS[0] else (),
            )


def _of_size(number: int, pupils: int) -> tuple[Teacher, ...]:
    named = TEAMS[number]
    wanted = max(1, -(-len(named) * pupils // FULL_SCHOOL))
    copies = -(-wanted // len(named)) - 1
    more = (_more(copy)[number] for copy in range(1, copies + 1))
    return (*named, *(teacher for some in more for teacher in some))[:wanted]


@cache
def _more(copy: int) -> tuple[tuple[Teacher, ...], ...]:
    """The teams once more, with other names and codes: the copy-th time for a school so many times as large."""
    size = sum(map(len, TEAMS))
    made = iter(_names(copy * size)[-size:])
    return tuple(tuple(Teacher(*next(made), one.department, one.subjects) for one in named) for named in TEAMS)


@cache
def _names(wanted: int) -> tuple[tuple[str, str], ...]:
    """Codes and names of so many teachers beside those above: surnames of the town, a number behind codes in use."""
    used = {teacher.code for named in TEAMS for teacher in named}
    surnames = cycle(_mixed([heritage.surnames for heritage in HERITAGES if heritage.surnames]))
    found = []
    for n, surname in zip(range(wanted), surnames, strict=False):
        code = next(code for code in _codes(surname) if code not in used)
        used.add(code)
        found.append((code, f"{TITLES[n % len(TITLES)]} {surname}"))
    return tuple(found)


def _mixed(lists: Iterable[tuple[str, ...]]) -> list[str]:
    """All surnames once, one of each list in turn."""
    rows = list(lists)
    return list(dict.fromkeys(row[n] for n in range(max(map(len, rows))) for row in rows if n < len(row)))


def _codes(surname: str) -> Iterator[str]:
    """The first three letters without accents, then the same with 2, 3, and so on."""
    plain = normalize("NFKD", surname).encode("ascii", "ignore").decode()
    letters = "".join(one for one in plain if one.isalpha()).upper()[:3]
    return (f"{letters}{n if n > 1 else ''}" for n in count(1))
