"""What runs in a worker: its start, its tries at items, and its end when nobody needs it any more."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Plan:
    """What every worker is told."""

    work: Callable[[Any], Any]
    start: Callable[..., object]
    start_args: tuple[Any, ...]
    recycle: int


@dataclass(frozen=True)
class Fault:
    """An exception as text, so that it comes back whatever it holds."""

    reason: str
    trace: str
    starting: bool = False


def fault_of(error: BaseException, *, starting: bool = False) -> Fault:
    """An exception as text."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Fault(said, "".join(traceback.format_exception(error)), starting=starting)


class _Worker:
    """What a worker process remembers between items."""

    fault: Fault | None = None


def begin(plan: Plan) -> None:
    """Called once in each worker: sees to it that it ends with its parent, then prepares it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.fault = begun(plan)


def nothing() -> None:
    """For work that needs no start."""


def begun(plan: Plan) -> Fault | None:
    """Calls `start`; returns what went wrong, if anything."""
    try:
        plan.start(*plan.start_args)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent is told
        return fault_of(error, starting=True)
    return None


def _end_with_parent() -> None:
    """Waits for the parent to go, killed or not, and goes too. No clean-up: there is nobody left to clean up for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def attempt(work: Callable[[Any], Any], parcel: bytes) -> bytes:
    """Works on one item. Whatever happens comes back as bytes that the parent can read."""
    if _Worker.fault:
        return pickle.dumps(_Worker.fault)
    try:
        return pickle.dumps(work(pickle.loads(parcel)))  # noqa: S301 - written by our own parent
    except BaseException as error:  # noqa: BLE001 - libraries raise their own kinds, some not even Exceptions
        return pickle.dumps(fault_of(error))
