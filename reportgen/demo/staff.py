"""The teachers of the made-up school. No one on this list exists."""

from __future__ import annotations

from dataclasses import dataclass

FULL_SCHOOL = 1200
"""The number of pupils this staff is enough for."""


@dataclass(frozen=True)
class Teacher:
    """A code as exports write it, and the name families read."""

    code: str
    name: str
    department: str


def _team(department: str, listed: str) -> tuple[Teacher, ...]:
    return tuple(
        Teacher(code=code, name=name.replace("_", " "), department=department)
        for code, name in (entry.split("=") for entry in listed.split())
    )


STAFF: tuple[Teacher, ...] = (
    *_team(
        "English",
        "ADE=Mrs_Adeyemi WHI=Mr_Whitcombe KAU=Miss_Kaur OBR=Ms_O’Brien LAN=Mr_Langley FAI=Dr_Fairweather "
        "SZC=Mrs_Szczepańska HOL=Mr_Holroyd NDI=Miss_Ndiaye PEM=Mrs_Pemberton",
    ),
    *_team(
        "Mathematics",
        "HUG=Ms_Hughes PAT=Mr_Patel IQB=Mrs_Iqbal STO=Mr_Stonehouse VAS=Dr_Vasilescu BEC=Miss_Beckwith CHE=Mr_Cheung "
        "MOR=Mrs_Morgan-Lloyd ASH=Mr_Ashdown GRZ=Ms_Grzelak",
    ),
    *_team(
        "Science",
        "LIN=Dr_Lindqvist THA=Mr_Thapa BRO=Mrs_Broughton OSE=Mr_Osei FEN=Miss_Fenwick RAM=Dr_Ramanathan DUG=Mr_Duggan "
        "YIL=Ms_Yılmaz HAR=Mrs_Hartley CAL=Mr_Callaghan EVE=Miss_Everett",  # noqa: RUF001 - a Turkish name
    ),
    *_team(
        "Humanities",
        "ROW=Miss_Rowlands TUR=Mr_Turnbull MAC=Mrs_MacAllister BEG=Miss_Begum SOU=Mr_Southgate WIN=Ms_Winterbourne "
        "ABE=Mr_Abebe DAL=Mrs_Dalgleish NIC=Mr_Nicholls FOR=Miss_Forsyth QUA=Mr_Quayle TEM=Mrs_Temple",
    ),
    *_team("Languages", "CAS=Señora_Castaño LEF=Mr_Lefèvre GAR=Mrs_García SUT=Miss_Sutton"),
    *_team("Technology", "OKO=Mr_Okonjo WRE=Mrs_Wren HAS=Mr_Hassan BLA=Ms_Blakemore JEN=Mr_Jenks TOM=Mrs_Tomlin"),
    *_team("Arts", "OCO=Mr_O’Connell VER=Ms_Verma LAR=Miss_Larkin SIN=Mr_Sinclair BAR=Mrs_Bartholomew"),
    *_team("Physical education", "KNO=Mr_Knowles STE=Miss_Stephenson MEN=Mr_Mensah CRO=Mrs_Crowther"),
)


def department(name: str, pupils: int) -> tuple[Teacher, ...]:
    """The teachers a school of this size has in a department."""
    team = tuple(teacher for teacher in STAFF if teacher.department == name)
    return team[: max(1, -(-len(team) * pupils // FULL_SCHOOL))]


def everyone(pupils: int) -> tuple[Teacher, ...]:
    """All teachers a school of this size has, by department."""
    names = dict.fromkeys(teacher.department for teacher in STAFF)
    return tuple(teacher for name in names for teacher in department(name, pupils))
