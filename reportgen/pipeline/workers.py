"""A pool of processes that outlives any of its workers: every item comes back in order, done or lost by name."""

from __future__ import annotations

import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from reportgen.pipeline.attempt import Fault, Plan, attempt, begin, begun, fault_of, nothing

T = TypeVar("T")
R = TypeVar("R")

_WINDOW = 4
"""Items in flight or waiting their turn, for each worker: what bounds memory."""
_RESTARTS = 3
"""Pools that may break one after the other without a single item coming back."""
_STARTING = 60.0
"""Seconds a worker may take to start, on top of the time for its item."""


@dataclass(frozen=True)
class Done(Generic[T, R]):
    """An item and what its work returned."""

    item: T
    value: R


@dataclass(frozen=True)
class Lost(Generic[T]):
    """An item without a result, and why."""

    item: T
    reason: str
    trace: str = ""
    """The traceback when the work itself failed: our fault. Empty when the worker ended or took too long."""


class NoWorkersError(RuntimeError):
    """Raised when workers can't start at all: nothing can be made."""


@dataclass
class _Ticket(Generic[T]):
    """An item on its way."""

    item: T
    parcel: bytes
    timeout: float
    future: Future[bytes] | None = None
    fault: Fault | None = None


def run(
    items: Iterable[T],
    *,
    work: Callable[[T], R],
    start: Callable[..., object] = nothing,
    start_args: tuple[Any, ...] = (),
    jobs: int,
    recycle: int = 200,
    timeout: float | Callable[[T], float] = 120.0,
    retry: bool = True,
) -> Generator[Done[T, R] | Lost[T], None, None]:
    """Yields a Done or a Lost for each item, in the order of `items`, which are taken only as they are needed.

    Args:
        items: Picklable values.
        work: Importable function of one item; what it returns is picklable.
        start: Importable function called once in each worker before its first item.
        start_args: Its arguments, picklable.
        jobs: Worker processes. 1 works in this process: the same results, nothing to watch over it, easy to debug.
        recycle: Items after which a worker is replaced, so that what libraries never give back is given back.
        timeout: Seconds an item may take: the same for all, or told by the item.
        retry: Whether an item whose worker ends or takes too long is tried again, as said below.

    An exception in the work makes its item Lost, with the traceback. An item whose worker ends or takes too long is
    tried once more, alone, in a fresh process. Raises NoWorkersError when `start` fails or no worker can be kept alive.
    Workers end with this process, however it ends, and when the generator is closed.
    """
    plan = Plan(work=work, start=start, start_args=start_args, recycle=recycle)
    if jobs <= 1:
        return _run_here(items, plan)
    told = timeout if callable(timeout) else lambda _: float(timeout)
    return _run_in_pool(items, plan, jobs, timeout=told, retry=retry)


def _run_here(items: Iterable[T], plan: Plan) -> Generator[Done[T, Any] | Lost[T], None, None]:
    """The same in this process."""
    if fault := begun(plan):
        raise NoWorkersError(f"{fault.reason}\n{fault.trace}")
    for item in items:
        try:
            value = plan.work(item)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - libraries raise their own kinds, some not even Exceptions
            fault = fault_of(error)
            yield Lost(item, fault.reason, fault.trace)
        else:
            yield Done(item, value)


def _run_in_pool(
    items: Iterable[T], plan: Plan, jobs: int, *, timeout: Callable[[T], float], retry: bool
) -> Generator[Done[T, Any] | Lost[T], None, None]:
    """The same in worker processes."""
    source = iter(items)
    first = list(islice(source, jobs))
    if not first:
        return
    source = chain(first, source)
    team: _Team[T] = _Team(plan, len(first), timeout=timeout, retry=retry)
    try:
        while True:
            team.fill(source)
            outcome = team.next_outcome()
            if outcome is None:
                return
            yield outcome
    finally:
        team.stop()


class _Team(Generic[T]):
    """A pool and the items given to it, oldest first. A pool that breaks is replaced and the items given again."""

    def __init__(self, plan: Plan, jobs: int, *, timeout: Callable[[T], float], retry: bool) -> None:
        self._plan, self._jobs, self._timeout, self._retry = plan, jobs, timeout, retry
        self._waiting: deque[_Ticket[T]] = deque()
        self._pool = _pool(plan, jobs, recycle=plan.recycle)
        self._broken = 0

    def fill(self, source: Iterable[T]) -> None:
        """Takes items from the source until the window is full."""
        for item in islice(source, self._jobs * _WINDOW - len(self._waiting)):
            ticket = _packed(item, self._timeout(item))
            self._waiting.append(ticket)
            self._give(ticket)

    def next_outcome(self) -> Done[T, Any] | Lost[T] | None:
        """What became of the oldest item; None when there are no more."""
        if not self._waiting:
            return None
        ticket = self._waiting[0]
        outcome = self._outcome(ticket)
        self._waiting.popleft()
        return outcome

    def _outcome(self, ticket: _Ticket[T]) -> Done[T, Any] | Lost[T]:
        """Waits for one item, through broken pools and lost workers."""
        while ticket.fault is None:
            try:
                answer = _result(ticket, self._patience())
            except BrokenProcessPool:
                self._replace_pool()
            except (ProcessExpired, TimeoutError) as error:
                why = _why(error, ticket.timeout)
                return self._again(ticket, why) if self._retry else Lost(ticket.item, why)
            else:
                self._broken = 0
                return _opened(ticket, answer)
        return Lost(ticket.item, ticket.fault.reason, ticket.fault.trace)

    def _again(self, ticket: _Ticket[T], first: str) -> Done[T, Any] | Lost[T]:
        """Tries an item alone: the others finish first, so that it has the machine to itself."""
        wait([t.future for t in self._waiting if t.future], timeout=self._patience())
        pool = _pool(self._plan, 1, recycle=1)
        try:
            ticket.future = pool.schedule(attempt, (self._plan.work, ticket.parcel), timeout=ticket.timeout)
            return _opened(ticket, _result(ticket, self._patience()))
        except (BrokenProcessPool, ProcessExpired, TimeoutError) as error:
            return Lost(ticket.item, f"{first}; tried again alone, {_why(error, ticket.timeout)}")
        finally:
            _stop(pool)

    def _give(self, ticket: _Ticket[T]) -> None:
        """Hands an item to the pool. A pool that just broke takes nothing: the item waits for the next one."""
        if ticket.fault:
            return
        try:
            ticket.future = self._pool.schedule(attempt, (self._plan.work, ticket.parcel), timeout=ticket.timeout)
        except RuntimeError:
            ticket.future = None

    def _replace_pool(self) -> None:
        """Begins again with a new pool, keeping results that are there. Raises NoWorkersError when that goes on."""
        self._broken += 1
        if self._broken > _RESTARTS:
            raise NoWorkersError("workers end before they can make anything")
        _stop(self._pool)
        self._pool = _pool(self._plan, self._jobs, recycle=self._plan.recycle)
        for ticket in self._waiting:
            if (
                ticket.future is None
                or not ticket.future.done()
                or isinstance(ticket.future.exception(), BrokenProcessPool)
            ):
                self._give(ticket)

    def _patience(self) -> float:
        """Seconds after which an item that neither came back nor timed out means that the pool itself hangs."""
        return 2 * max(ticket.timeout for ticket in self._waiting) + _STARTING

    def stop(self) -> None:
        """Ends all workers at once, whatever they do."""
        _stop(self._pool)


def _pool(plan: Plan, jobs: int, *, recycle: int) -> ProcessPool:
    """A pool of fresh processes; nothing is inherited, on any system."""
    return ProcessPool(
        max_workers=jobs,
        max_tasks=recycle,
        initializer=begin,
        initargs=(plan,),
        context=multiprocessing.get_context("spawn"),
    )


def _stop(pool: ProcessPool) -> None:
    """Ends a pool's workers and waits until they are gone."""
    pool.stop()  # type: ignore[no-untyped-call]  # pebble types only some of its calls
    pool.join()


def _packed(item: T, timeout: float) -> _Ticket[T]:
    """An item ready to be sent; one that can't be sent is lost at once."""
    try:
        return _Ticket(item, pickle.dumps(item), timeout)
    except Exception as error:  # noqa: BLE001 - pickling runs the item's own code
        return _Ticket(item, b"", timeout, fault=fault_of(error))


def _result(ticket: _Ticket[T], patience: float) -> bytes:
    """The answer of an item's worker. Raises ProcessExpired, TimeoutError, or BrokenProcessPool."""
    future = ticket.future
    if future is None:
        raise BrokenProcessPool("the pool took nothing")
    wait([future], timeout=patience)
    if not future.done():
        raise BrokenProcessPool("the pool hangs")
    return future.result()


def _opened(ticket: _Ticket[T], answer: bytes) -> Done[T, Any] | Lost[T]:
    """What an answer says. Raises NoWorkersError when its worker could not start."""
    value = pickle.loads(answer)  # noqa: S301 - written by our own worker
    if not isinstance(value, Fault):
        return Done(ticket.item, value)
    if value.starting:
        raise NoWorkersError(f"{value.reason}\n{value.trace}")
    return Lost(ticket.item, value.reason, value.trace)


def _why(error: Exception, timeout: float) -> str:
    """Why a worker was lost, in words."""
    if isinstance(error, ProcessExpired):
        return f"its worker ended with code {error.exitcode}"
    if isinstance(error, TimeoutError):
        return f"it took longer than {timeout:g} seconds"
    return "its worker ended before it began"
