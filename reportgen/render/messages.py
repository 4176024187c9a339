"""What WeasyPrint says while it works: kept for the build's problems, the ones that spoil a page told apart."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_LOGGER = logging.getLogger("weasyprint")
_FONT_LOGGER = logging.getLogger("fontTools")

SPOILS_A_PAGE = (".notdef", "Failed to load", "font-face", "has no required alt", "Missing required", "URL fetching")
"""A letter no font has, a picture or font that did not load, a picture without words: the page can't go out."""


class _Keeper(logging.Handler):
    """Keeps each different message once, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a record."""
        self.kept[record.getMessage()] = None


@contextmanager
def listening() -> Iterator[dict[str, None]]:
    """Collects what the libraries say inside the block, as keys in order; nothing reaches the console."""
    keeper = _Keeper()
    before = [(logger, logger.propagate) for logger in (_LOGGER, _FONT_LOGGER)]
    for logger, _ in before:
        logger.addHandler(keeper)
        logger.propagate = False
    try:
        yield keeper.kept
    finally:
        for logger, propagated in before:
            logger.removeHandler(keeper)
            logger.propagate = propagated


def serious(messages: Iterable[str]) -> tuple[str, ...]:
    """Those of the messages after which a page may not go out: missing letters, fonts and pictures."""
    return tuple(message for message in messages if any(sign in message for sign in SPOILS_A_PAGE))
