"""Questions for a head of year, made from the year group's figures by rules: never verdicts or causes."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.model.pupil_measures import BELOW
from reportgen.packs.standing import INTERVENTION
from reportgen.packs.words import count, names_listed, number, say
from reportgen.packs.year_attendance import kind_of
from reportgen.packs.year_members import YearMembers
from reportgen.packs.year_movers import movers

QUESTIONS = 4
NAMED = 3


def year_questions(of: YearMembers) -> tuple[str, ...]:
    """Up to four; strengths first."""
    rules: tuple[Callable[[YearMembers], str], ...] = (_praise, _both, _too_long, _away, _fell, _quiet, _rose)
    return tuple(question for rule in rules if (question := rule(of)))[:QUESTIONS]


def _praise(of: YearMembers) -> str:
    n = len(of.rewards.members)
    return count("ask year praise", n, n=number(n)) if n else ""


def _both(of: YearMembers) -> str:
    names = [one.pupil.full_name for one in of.both]
    return count("ask year both", len(names), names=names_listed(names, most=NAMED)) if names else ""


def _too_long(of: YearMembers) -> str:
    """About a list nobody can act on."""
    helped = of.interventions
    if not helped.members or not helped.too_long:
        return ""
    rule, _ = helped.fullest
    return say("ask year too long", n=number(len(helped.members)), rule=rule.name)


def _away(of: YearMembers) -> str:
    """About pupils often away and below target, on a list or not."""
    edge = 100 - of.material.project.measures.persistent_from
    known = [s for s in of.members if s.summary.percent is not None and s.summary.mean_distance is not None]
    n = sum(s.summary.percent <= edge and kind_of(of, s) == BELOW for s in known)
    return count("ask year away", n, n=number(n)) if n else ""


def _fell(of: YearMembers) -> str:
    """About those who fell most and are on no list for help."""
    _, down = movers(of)
    if not of.rules_of(INTERVENTION):
        return ""
    missed = [one.pupil.full_name for one in down if not one.of_kind(INTERVENTION)]
    return count("ask year fell", len(missed), names=names_listed(missed, most=NAMED)) if missed else ""


def _quiet(of: YearMembers) -> str:
    n = sum(not one.rules for one in of.members)
    return count("ask year quiet", n, n=number(n)) if n and n < len(of.members) else ""


def _rose(of: YearMembers) -> str:
    up, _ = movers(of)
    names = [one.pupil.full_name for one in up]
    return count("ask year rose", len(names), names=names_listed(names, most=NAMED)) if names else ""
