"""Figures as governors may see them."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.measures.disclosure.ledger import RowId, Rules, count_id, gap_id, ledgers
from reportgen.measures.disclosure.rules import (
    Decisions,
    Overlaps,
    decide,
    hide_earlier,
    hide_overlaps,
    with_vague_reasons,
)
from reportgen.model.figure import Figure
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

    Hidden: figures of 1 to `min_base` - 1 pupils, shares of none or all of few, and whatever would let one of them be
    worked out. Numerators stay only where they and what is left are both larger. `nested` are pairs of comparisons of
    different groups of which one's pupils are all among the other's; without it every two groups of nearly the same
    size count as such.
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
        if rules.small(figure.n) or rules.extreme(figure)
    )
    decisions = Decisions(no_totals=bare)
    for ledger in found:
        decisions = decide(ledger, decisions, rules=rules)
    decisions = hide_overlaps(found, decisions, overlaps=nested, rules=rules)
    decisions = hide_earlier(found, decisions, rules=rules)
    return with_vague_reasons(found, decisions, rules=rules)


def without_numbers(figure: Figure, reason: str) -> Figure:
    """The figure hidden, without the words on its interval: `fewer than two pupils` is a number too."""
    return figure.hide(reason).model_copy(update={"no_interval": ""})


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
                "change": self._change(headline.change, (now, *before[-1:])),
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
        small = self._rules.small(figure.n)
        return without_numbers(
            figure, f"{self._rules.most_hidden} or fewer pupils" if small else "it would give a hidden figure away"
        )

    def _change(self, change: Figure | None, ends: tuple[Figure, ...]) -> Figure | None:
        if change is None:
            return None
        if any(end.hidden for end in ends):
            return without_numbers(change, "one of its two figures is hidden")
        return (
            without_numbers(change, f"{self._rules.most_hidden} or fewer pupils")
            if self._rules.small(change.n)
            else self._shown(change)
        )

    def _side(self, row: RowId, side: int, figure: Figure) -> Figure:
        reasons = self._decisions.reasons.get(row)
        return without_numbers(figure, reasons[side]) if reasons else self._shown(figure)

    def _gap(self, gap: Gap) -> Gap:
        row = gap_id(gap)
        reasons = self._decisions.reasons.get(row)
        others = gap.others if gap.against == NATIONAL else self._side(row, 1, gap.others)
        shown = gap.model_copy(update={"group": self._side(row, 0, gap.group), "others": others})
        if reasons is None:
            return shown
        return shown.model_copy(update={"gap": without_numbers(gap.gap, reasons[0]), "worth": None, "worth_words": ""})

    def _gap_change(self, told: GapChange, headline: HeadlineFigures) -> GapChange:
        reason = self._why_no_change(told, headline)
        if not reason:
            return told
        parts = ("then", "now", "change", "composition")
        return told.model_copy(
            update={
                **{part: without_numbers(getattr(told, part), reason) for part in parts},
                "group_n": 0,
                "others_n": 0,
            }
        )

    def _why_no_change(self, told: GapChange, headline: HeadlineFigures) -> str:
        for collection in (headline.now.collection or "", told.before):
            reasons = self._decisions.reasons.get(("gap", told.comparison, told.headline, collection))
            if reasons:
                return reasons[0]
        small = self._rules.small(told.group_n) or self._rules.small(told.others_n)
        return f"{self._rules.most_hidden} or fewer pupils" if small else ""

    def _shown(self, figure: Figure) -> Figure:
        """A shown figure; its numerator only where it and what is left are both more than few."""
        most = self._rules.most_hidden
        if figure.numerator is None or (figure.numerator > most and figure.n - figure.numerator > most):
            return figure
        return figure.model_copy(update={"numerator": None})
