"""The lists of a year group: whom to praise, whom to help, who follows up how many."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.list_rule import ListRule
from reportgen.packs.material import Material
from reportgen.packs.standing import INTERVENTION, REWARD, TUTOR, Standing, follower, reasons
from reportgen.packs.words import count, names_listed, number, say, sentence
from reportgen.packs.year_members import Listed, YearMembers

NAMED = 6
SHORT = 8
"""Pupils of a list that needs no side of its own."""


def list_part(of: YearMembers, listed: Listed) -> Part | None:
    """One list: each pupil once, every reason in words, who follows up. None where no rule is of its kind.

    It starts a side of its own unless it is short: praise and help are handed on to different people.
    """
    rules = of.rules_of(listed.kind)
    if not rules:
        return None
    names = "; ".join(rule.name for rule in rules)
    if not listed.members:
        return Part(
            id=f"{listed.kind}-none",
            heading=say(f"{listed.kind} heading none"),
            lead=say("list rules", rules=names),
        )
    n = len(listed.members)
    heading = "too long" if listed.too_long else "heading"
    return Part(
        id=listed.kind,
        heading=count(f"{listed.kind} {heading}", n, n=number(n), of=number(listed.of)),
        lead=" ".join(part for part in (_too_long(listed), say("list lead", rules=names)) if part),
        table=Table(
            caption=say(f"{listed.kind} caption"),
            columns=(
                Column(head=say("pupil"), role="name"),
                Column(head=say("form head"), role="form"),
                Column(head=say("reasons"), role="reasons"),
                Column(head=say("who follows up"), role="owner"),
            ),
            rows=tuple(_row(of.material, one, listed.kind) for one in listed.members),
        ),
        new_page=n > SHORT,
    )


def _too_long(listed: Listed) -> str:
    """Which rule fills a list that holds more than a third of the year group."""
    if not listed.too_long:
        return ""
    rule, n = listed.fullest
    return say("list too long", rule=rule.name, n=number(n), of=number(len(listed.members)))


def _row(material: Material, one: Standing, kind: str) -> Row:
    why = reasons(one, kind)
    owners = [_owner(material, rule, one) for rule in one.of_kind(kind)]
    cells = (
        Cell(text=one.pupil.register_name),
        Cell(text=one.pupil.form),
        Cell(text=". ".join(why)),
        Cell(text=". ".join(dict.fromkeys(owners))),
    )
    return Row(cells=cells)


def _owner(material: Material, rule: ListRule, one: Standing) -> str:
    """`Postcard home: Mr Patel`; the role where nobody is named."""
    found = follower(material, rule, one.pupil)
    told = found.names or found.role
    return say("action by", action=rule.action, owner=told) if rule.action else told


def owners_part(of: YearMembers) -> Part | None:
    """Who follows up how many, and who is on both lists; None where nobody is on a list."""
    listed = [one for one in of.members if one.rules]
    if not listed:
        return None
    owners = _owners(of.material, listed)
    columns = (
        Column(head=say("who follows up"), role="who"),
        Column(head=say("to praise"), role="n", numeric=True),
        Column(head=say("to help"), role="n", numeric=True),
    )
    rows = tuple(
        Row(cells=(Cell(text=sentence(name)), *(Cell(text=number(n), tone="plain" if n else "soft") for n in counts)))
        for name, counts in owners
    )
    return Part(
        id="owners",
        heading=say("owners heading"),
        table=Table(caption=say("owners caption"), columns=columns, rows=rows),
        beside=tuple(part for part in (_both(of), _neither(of), _unnamed(of, listed)) if part),
    )


def _owners(material: Material, listed: Sequence[Standing]) -> list[tuple[str, tuple[int, int]]]:
    """Each owner and how many pupils to praise and to help: tutors by form, then others in the order of rules."""
    tutors: dict[str, dict[str, set[str]]] = {}
    others: dict[str, dict[str, set[str]]] = {}
    for one in listed:
        for rule in one.rules:
            some = tutors if rule.owner.casefold() in TUTOR else others
            found = some.setdefault(_name(material, rule, one), {REWARD: set(), INTERVENTION: set()})
            found[rule.kind].add(one.pupil.key)
    return [
        (name, (len(kinds[REWARD]), len(kinds[INTERVENTION])))
        for some in (tutors, others)
        for name, kinds in some.items()
    ]


def _name(material: Material, rule: ListRule, one: Standing) -> str:
    """`Mr Patel, form tutor, 10R`: tutors are told apart by form, also where nobody is named."""
    told = follower(material, rule, one.pupil).told
    if rule.owner.casefold() not in TUTOR:
        return told
    return say("tutor of", owner=told, form=one.pupil.form or say("no form at all").lower())


def _both(of: YearMembers) -> str:
    """Who is on both lists, where the year group has both."""
    if not (of.rules_of(REWARD) and of.rules_of(INTERVENTION)):
        return ""
    names = names_listed([one.pupil.full_name for one in of.both], most=NAMED)
    n = len(of.both)
    return count("on both", n, n=number(n), names=names) if n else say("on both none")


def _neither(of: YearMembers) -> str:
    n = sum(not one.rules for one in of.members)
    return count("on neither", n, n=number(n), of=number(len(of.members))) if n else say("on neither none")


def _unnamed(of: YearMembers, listed: Sequence[Standing]) -> str:
    """Owners for whom nobody is named, so that nobody may know it is theirs."""
    roles = dict.fromkeys(
        _name(of.material, rule, one)
        for one in listed
        for rule in one.rules
        if not follower(of.material, rule, one.pupil).names
    )
    return say("nobody named", roles=names_listed(list(roles), most=NAMED)) if roles else ""
