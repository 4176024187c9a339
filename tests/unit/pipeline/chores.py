"""Work for workers: functions that a fresh process can import."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from reportgen.pipeline.workers import Lost, run


class _Started:
    word = ""


def remember(word: str) -> None:
    _Started.word = word


def stumble() -> None:
    raise ValueError("no fonts here")


def vanish() -> None:
    os._exit(3)


def double(number: int) -> int:
    return 2 * number


def slower_first(number: int) -> int:
    time.sleep(0.15 if number % 3 == 0 else 0.01)
    return number


def with_word(number: int) -> str:
    return f"{_Started.word}{number}"


def process(_: int) -> int:
    return os.getpid()


def with_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def die_at_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number


def leave_politely_at_two(number: int) -> int:
    if number == 2:
        os._exit(0)
    return number


def sleep_at_three(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number


def sleep_tenths(number: int) -> int:
    time.sleep(number / 10)
    return number


def die_once(errand: tuple[int, str]) -> tuple[int, int]:
    """Ends its process the first time it is asked for number 4; leaves a file to know the second time by."""
    number, folder = errand
    seen = Path(folder) / "seen"
    if number == 4 and not seen.exists():
        seen.touch()
        os._exit(1)
    return number, os.getpid()


def refuse_odd(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number


class Unruly(BaseException):
    """Not an Exception, like one that WeasyPrint raises."""


def unruly(_: int) -> int:
    raise Unruly("nobody catches me")


def leave(_: int) -> int:
    sys.exit(5)


def unsendable(_: int) -> object:
    return lambda: None


def linger(errand: tuple[int, str]) -> int:
    """Says which process it is in, then takes long."""
    number, folder = errand
    (Path(folder) / f"{number}-{os.getpid()}").touch()
    time.sleep(60)
    return number


def main() -> None:
    """A parent to be killed or interrupted: starts long work in two workers."""
    folder = sys.argv[1]
    for outcome in run(((n, folder) for n in range(8)), work=linger, jobs=2):
        raise SystemExit(2 if isinstance(outcome, Lost) else 3)


if __name__ == "__main__":
    main()
