"""One value a pupil, in register order: what every figure over several subjects is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from reportgen.measures import intervals as i
from reportgen.model.figure import Unit

Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]


class Kind(Enum):
    """What a pupil's value is, and so how values are summarised and compared."""

    MEAN = "mean of pupils"
    """A mark, or the mean of a pupil's marks on one scale."""
    SHARES = "mean of pupils' shares"
    """The share of a pupil's marks that reach something."""
    PUPILS = "share of pupils"
    """1 for a pupil who counts, 0 for one who does not."""
    SESSIONS = "sessions attended of sessions possible"

    @property
    def unit(self) -> Unit:
        """Unit of a figure."""
        return Unit.VALUE if self is Kind.MEAN else Unit.PERCENT

    @property
    def gap_unit(self) -> Unit:
        """Unit of a difference of two figures."""
        return Unit.VALUE if self is Kind.MEAN else Unit.POINTS

    @property
    def factor(self) -> float:
        """From the sample's numbers to its unit."""
        return 1.0 if self is Kind.MEAN else 100.0


@dataclass(frozen=True)
class Sample:
    """Values of the pupils on roll, NaN where a pupil has none, and who of them is counted or missing."""

    kind: Kind
    values: Numbers
    of: Numbers | None = None
    """Sessions possible, where values are sessions attended."""
    population: Mask | None = None

    @property
    def members(self) -> Mask:
        """The pupils of the population."""
        return np.ones(len(self.values), dtype=bool) if self.population is None else self.population

    @property
    def known(self) -> Mask:
        """The pupils counted: members with a value."""
        return self.members & ~np.isnan(self.values)

    @property
    def n(self) -> int:
        """Pupils counted."""
        return int(self.known.sum())

    @property
    def missing(self) -> int:
        """Pupils of the population without a value."""
        return int(self.members.sum()) - self.n

    @property
    def numerator(self) -> int | None:
        """Pupils who count, where the figure is a share of pupils."""
        return int(self._kept.sum()) if self.kind is Kind.PUPILS else None

    @property
    def _kept(self) -> Numbers:
        return self.values[self.known]

    @property
    def moments(self) -> i.Moments:
        """Mean and spread of the pupils' values."""
        return i.Moments.of(self._kept)

    @property
    def sums(self) -> i.Sums:
        """Sums of sessions attended and possible."""
        if self.of is None:
            raise ValueError("only a sample of sessions has sums")
        return i.Sums.of(self._kept, self.of[self.known])

    def among(self, pupils: Mask) -> Sample:
        """The same for those of the population who are also among these pupils."""
        return replace(self, population=self.members & pupils)


def summary(sample: Sample, level: float) -> i.Estimate:
    """The sample's figure in its unit, with its interval."""
    return _summary(sample, level).times(sample.kind.factor)


def _summary(sample: Sample, level: float) -> i.Estimate:
    if sample.kind is Kind.PUPILS:
        return i.share(sample.numerator or 0, sample.n, level)
    if sample.kind is Kind.SESSIONS:
        return i.ratio(sample.sums, level)
    estimate = i.mean(sample.moments, level)
    return _clamped(estimate) if sample.kind is Kind.SHARES else estimate


def _clamped(estimate: i.Estimate) -> i.Estimate:
    """A mean of shares can't lie outside 0 and 1."""
    if estimate.interval is None:
        return estimate
    limits = {"low": max(0.0, estimate.interval.low), "high": min(1.0, estimate.interval.high)}
    return replace(estimate, interval=estimate.interval.model_copy(update=limits))


def difference(these: Sample, others: Sample, level: float) -> i.Estimate:
    """These less others in the unit of gaps; the two must share no pupil."""
    kind = these.kind
    if kind is Kind.PUPILS:
        sides = ((these.numerator or 0, these.n), (others.numerator or 0, others.n))
        estimate = i.share_difference(*sides, level)
    elif kind is Kind.SESSIONS:
        estimate = i.ratio_difference(these.sums, others.sums, level)
    else:
        estimate = i.mean_difference(these.moments, others.moments, level)
    return estimate.times(kind.factor)


def paired(then: Sample, now: Sample) -> Sample:
    """The changes from then to now of the pupils with both values."""
    return Sample(Kind.MEAN, (now.values - then.values) * now.kind.factor, population=now.members & then.members)


def change(then: Sample, now: Sample, level: float) -> i.Estimate:
    """The change among the pupils with both values: t on differences; paired Newcombe for a share of pupils."""
    if now.kind is not Kind.PUPILS:
        return i.mean(paired(then, now).moments, level)
    both = now.known & then.known
    a, b = now.values[both] == 1, then.values[both] == 1
    counts = (int((a & b).sum()), int((a & ~b).sum()), int((~a & b).sum()))
    return i.paired_share_change(*counts, neither=int((~a & ~b).sum()), level=level).times(100.0)
