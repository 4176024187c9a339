"""Figures as governors may see them."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.measures.disclosure.ledger import RowId, Rules, count_id, gap_id, ledgers
from reportgen.measures.disclosure.rules import (
    TOO_FEW,
    Decisions,
    Overlaps,
    decide,
    few,
    hide_earlier,
    hide_overlaps,
    with_vague_reasons,
)
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import Gap, GapChange, GroupCount, HeadlineFigures
from reportgen.model.project import Project

NATIONAL = "national"


def protect_for_governors(
    headlines: Sequence[HeadlineFigures],
    counts: Sequence[GroupCount],
    *,
    project: Project,
    nested: Overlaps = None,
) -> tuple[tuple[HeadlineFigures, ...], tuple[GroupCount, ...]]:
    """The same figures without what governors and the public may not see; a hidden figure says why and keeps no number.

    Hidden: figures of 1 to `min_base` - 1 pupils; shares of fewer than 11 pupils, or with 1 to 5 pupils on a side, for
    a percentage of so few gives its numerator away; other percentages that are none or all of a small base; and
    whatever would let one of them be worked out. Reasons use the same words whatever the hidden value is. Numerators
    stay only where they and what is left are both more than few. How many pupils of a group lack what a figure needs
    is taken out of every figure: pages tell it of all pupils only, and the proof reckons with that.

    `nested` are pairs of comparisons of different groups of which one's pupils are all among the other's; without it
    every two groups of nearly the same size count as such.
    """
    rules = Rules(project.measures.min_base - 1)
    if rules.most_hidden < 1:
        return tuple(headlines), tuple(counts)
    decisions = _decisions(headlines, counts, project=project, nested=nested, rules=rules)
    hiding = _Hiding(decisions, rules)
    return tuple(hiding.headline(one) for one in headlines), tuple(hiding.count(one) for one in counts)


def _decisions(
    headlines: Sequence[HeadlineFigures],
    counts: Sequence[GroupCount],
    *,
    project: Project,
    nested: Overlaps,
    rules: Rules,
) -> Decisions:
    found = tuple(ledgers(headlines, counts, project=project, rules=rules))
    bare = frozenset(
        (headline.id, figure.collection or "")
        for headline in headlines
        for figure in (headline.now, *headline.before)
        if rules.short(figure) or rules.telling(figure)
    )
    decisions = Decisions(no_totals=bare)
    for ledger in found:
        decisions = decide(ledger, decisions, rules=rules)
    decisions = hide_overlaps(found, decisions, overlaps=nested, rules=rules)
    decisions = hide_earlier(found, decisions)
    return with_vague_reasons(found, decisions)


def without_numbers(figure: Figure, reason: str) -> Figure:
    """The figure hidden, without the words on its interval: `fewer than two pupils` is a number too."""
    return figure.hide(reason).model_copy(update={"no_interval": ""})


def _of_all(figure: Figure) -> Figure:
    """The figure without how many of its pupils lack what it needs: with that more could be worked out."""
    return figure.model_copy(update={"missing": 0})


class _Hiding:
    """Applies decisions to figures."""

    def __init__(self, decisions: Decisions, rules: Rules) -> None:
        self._decisions, self._rules = decisions, rules

    def headline(self, headline: HeadlineFigures) -> HeadlineFigures:
        now, before = self._total(headline, headline.now), tuple(self._total(headline, one) for one in headline.before)
        changes = {(one.comparison, one.before): one for one in headline.gap_changes}
        return headline.model_copy(
            update={
                "now": now,
                "before": before,
                "change": self._change(headline, (now, *before[-1:])),
                "by_year_group": tuple(self._side((one.id,), 0, one) for one in headline.by_year_group),
                "gaps": tuple(self._gap(one) for one in headline.gaps),
                "gaps_before": tuple(self._gap(one) for one in headline.gaps_before),
                "gap_changes": tuple(self._gap_change(one, headline) for one in changes.values()),
            }
        )

    def count(self, count: GroupCount) -> GroupCount:
        row = count_id(count)
        return count.model_copy(
            update={"count": self._side(row, 0, count.count), "share": self._side(row, 0, count.share)}
        )

    def _total(self, headline: HeadlineFigures, figure: Figure) -> Figure:
        if (headline.id, figure.collection or "") not in self._decisions.no_totals:
            return self._shown(figure)
        if self._rules.short(figure) or self._rules.telling(figure):
            return without_numbers(figure, self._few(figure))
        return without_numbers(figure, "it would give a hidden figure away")

    def _few(self, figure: Figure) -> str:
        """Why a figure of few pupils is hidden: no number where it would say which of two causes it is."""
        return TOO_FEW if figure.unit is Unit.PERCENT else few(self._rules)

    def _change(self, headline: HeadlineFigures, ends: tuple[Figure, ...]) -> Figure | None:
        change = headline.change
        if change is None:
            return None
        if any(end.hidden for end in ends):
            return without_numbers(change, "one of its two figures is hidden")
        short = 1 <= change.n < self._rules.fewest(headline.now)
        return without_numbers(change, self._few(headline.now)) if short else _of_all(change)

    def _side(self, row: RowId, side: int, figure: Figure) -> Figure:
        reasons = self._decisions.reasons.get(row)
        return without_numbers(figure, reasons[side]) if reasons else self._shown(_of_all(figure))

    def _gap(self, gap: Gap) -> Gap:
        row = gap_id(gap)
        reasons = self._decisions.reasons.get(row)
        others = gap.others if gap.against == NATIONAL else self._side(row, 1, gap.others)
        shown = gap.model_copy(update={"group": self._side(row, 0, gap.group), "others": others})
        if reasons is None:
            return shown.model_copy(update={"gap": _of_all(gap.gap)})
        return shown.model_copy(update={"gap": without_numbers(gap.gap, reasons[0]), "worth": None, "worth_words": ""})

    def _gap_change(self, told: GapChange, headline: HeadlineFigures) -> GapChange:
        """The change of a gap: hidden in all its parts when either gap is, or too few pupils are in it."""
        reason = self._why_no_change(told, headline)
        if not reason:
            return told
        parts = {
            part: without_numbers(getattr(told, part), reason) for part in ("then", "now", "change", "composition")
        }
        return told.model_copy(update={**parts, "group_n": 0, "others_n": 0})

    def _why_no_change(self, told: GapChange, headline: HeadlineFigures) -> str:
        for collection in (headline.now.collection or "", told.before):
            reasons = self._decisions.reasons.get(("gap", told.comparison, told.headline, collection))
            if reasons:
                return reasons[0]
        short = any(1 <= n < self._rules.fewest(headline.now) for n in (told.group_n, told.others_n))
        return self._few(headline.now) if short else ""

    def _shown(self, figure: Figure) -> Figure:
        """A shown figure; its numerator only where it and what is left are both more than few."""
        most = self._rules.most_hidden
        if figure.numerator is None or (figure.numerator > most and figure.n - figure.numerator > most):
            return figure
        return figure.model_copy(update={"numerator": None})
