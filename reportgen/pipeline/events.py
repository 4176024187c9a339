"""What the pipeline says while it works: cli draws the bar or prints the lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

StepName = Literal["read", "load", "check", "measure", "compose", "render", "bind"]
STEPS: tuple[StepName, ...] = ("read", "load", "check", "measure", "compose", "render", "bind")
"""The seven steps: the same words in the README, the log, the bar and the code."""


@dataclass(frozen=True)
class Step:
    """A step begins."""

    name: StepName
    text: str


@dataclass(frozen=True)
class Progress:
    """So many of the pages are made."""

    done: int
    total: int


Event = Step | Progress
Tell = Callable[[Event], None]
