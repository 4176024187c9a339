"""Flags of groups in lists of pupils: which are shown, what stands in the cell, and their key."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.document import Cell
from reportgen.model.school import Group
from reportgen.packs.material import Material, Pupil
from reportgen.packs.words import say

FLAG = "•"
"""What every flag is where flags are kept off paper."""


def flagged_groups(material: Material) -> tuple[Group, ...]:
    """The groups flagged for staff, in the order of packs.yaml."""
    wanted = material.project.packs.classes.groups
    shown = (g for g in material.project.groups.groups if g.id in wanted)
    return tuple(sorted(shown, key=lambda g: wanted.index(g.id)))


def flag_cell(material: Material, pupil: Pupil, group: Group) -> Cell:
    """The flag of the pupil's value of the group, or a neutral mark for it; empty for a value without a flag."""
    value = material.groups.get((pupil.key, group.id))
    flag = next((v.flag for v in group.values if v.id == value), "")
    hidden = flag and material.project.packs.classes.hide_flags
    return Cell(text=FLAG if hidden else flag, tone="mark")


def group_key(group: Group) -> str:
    """`SEN: K SEN support, E EHC plan`; a flag that is the heading itself is named once."""
    flags = [v for v in group.values if v.flag]
    short = group.short or group.name
    values = ", ".join(v.name if v.flag == short else f"{v.flag} {v.name}" for v in flags)
    return say("caption group", short=short, values=values or group.name)


def flags_key(groups: Iterable[Group]) -> str:
    """The keys of all groups as sentences."""
    return " ".join(f"{group_key(g)}." for g in groups)
