"""What is learned in one subject at one age, as teachers name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Learning:
    """Topics, what pupils do well, and things to do next.

    Things to do go on after `to`, or after a subject's name and a colon: they start with a verb and have no full stop.
    """

    topics: tuple[str, ...]
    strengths: tuple[str, ...]
    catch_up: tuple[str, ...]
    go_on: tuple[str, ...]
    stretch: tuple[str, ...]
