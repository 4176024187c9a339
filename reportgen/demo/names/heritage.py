"""What is known of the names of one part of the town."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heritage:
    """Forenames and surnames that go together.

    `share` is a weight among the town's families, `eal` the share of them with English as an additional language: the
    weighted mean of these is about the rate in rates.py. `paired_surnames` have a form for girls and one for boys.
    """

    id: str
    share: float
    eal: float
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...] = ()
    paired_surnames: tuple[tuple[str, str], ...] = ()

    def forenames(self, sex: str) -> tuple[str, ...]:
        """Names given to F or M."""
        return self.girls if sex == "F" else self.boys


def words(text: str) -> tuple[str, ...]:
    """The names in a text, one to a word; _ stands for a space inside a name."""
    return tuple(word.replace("_", " ") for word in text.split())
