from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from unit.pipeline import chores

from reportgen.pipeline.workers import Done, Lost, NoWorkersError, run

TESTS = Path(__file__).parents[2]


def values(outcomes: Iterator[Any]) -> list[Any]:
    return [outcome.value if isinstance(outcome, Done) else outcome for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    """Items that take longer hold nothing up for good and change no order, in this process and in three workers."""
    assert values(run(range(20), work=chores.slower_first, jobs=jobs)) == list(range(20))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_worker_is_started_once_with_its_arguments(jobs: int) -> None:
    """What `start` prepares is there for every item."""
    made = run(range(3), work=chores.with_word, start=chores.remember, start_args=("page ",), jobs=jobs)
    assert values(made) == ["page 0", "page 1", "page 2"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_items_give_nothing(jobs: int) -> None:
    """An empty list of items gives no outcome and starts nothing."""
    assert values(run((), work=chores.double, jobs=jobs)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_the_work_is_a_lost_item_with_its_traceback(jobs: int) -> None:
    """One item that fails takes no other with it, is named, and is not tried again: the same would happen."""
    even, odd, after = run(range(3), work=chores.refuse_odd, jobs=jobs)
    assert (even, after) == (Done(0, 0), Done(2, 2))
    assert isinstance(odd, Lost)
    assert (odd.item, odd.reason) == (1, "ValueError: 1 is odd")
    assert "refuse_odd" in odd.trace


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("work", "reason"), [(chores.unruly, "Unruly: nobody catches me"), (chores.leave, "SystemExit: 5")]
)
def test_what_is_raised_may_be_no_exception_at_all(jobs: int, work: Any, reason: str) -> None:
    """A BaseException and sys.exit lose their item like any exception, and end nothing else."""
    assert [o.reason for o in run(range(2), work=work, jobs=jobs) if isinstance(o, Lost)] == [reason, reason]


def test_an_item_or_a_result_that_cannot_be_sent_is_lost_by_name() -> None:
    """What can't be pickled is said at once, for its item only."""
    (result,) = run((1,), work=chores.unsendable, jobs=2)
    assert isinstance(result, Lost)
    assert "pickle" in result.reason
    first, second = run((lambda: None, 1), work=chores.double, jobs=2)
    assert isinstance(first, Lost)
    assert second == Done(1, 2)


def test_a_worker_that_dies_costs_only_its_item() -> None:
    """The item whose worker ended is tried again alone, ends again, is named with both reasons; others are there."""
    outcomes = list(run(range(12), work=chores.die_at_seven, jobs=2))
    assert [o.item for o in outcomes] == list(range(12))
    assert [o for o in outcomes if isinstance(o, Lost)] == [
        Lost(7, "its worker ended with code 1; tried again alone, its worker ended with code 1"),
    ]


def test_an_item_whose_worker_died_once_is_made_alone_in_a_fresh_process(tmp_path: Path) -> None:
    """The second try succeeds, in a process that made nothing else."""
    made = values(run([(n, str(tmp_path)) for n in range(10)], work=chores.die_once, jobs=2))
    assert [number for number, _ in made] == list(range(10))
    assert made[4][1] not in {process for number, process in made if number != 4}


def test_an_item_that_takes_too_long_is_lost_and_the_rest_is_made() -> None:
    """A worker that hangs is ended after the time given, and its item's second try too."""
    outcomes = list(run(range(6), work=chores.sleep_at_three, jobs=2, timeout=0.5))
    assert values(iter(outcomes[:3] + outcomes[4:])) == [0, 1, 2, 4, 5]
    assert outcomes[3] == Lost(3, "it took longer than 0.5 seconds; tried again alone, it took longer than 0.5 seconds")


def test_an_item_may_say_how_long_it_may_take() -> None:
    """One item has the time it needs, more than another one has, which is ended."""
    outcomes = list(run((10, 100), work=chores.sleep_tenths, jobs=2, timeout=lambda n: 60.0 if n == 10 else 0.5))
    assert outcomes[0] == Done(10, 10)
    assert outcomes[1] == Lost(
        100, "it took longer than 0.5 seconds; tried again alone, it took longer than 0.5 seconds"
    )


def test_an_item_is_not_tried_again_when_the_caller_knows_better(tmp_path: Path) -> None:
    """Without a second try an item whose worker died is lost at once; the rest is made."""
    errands = [(n, str(tmp_path)) for n in range(8)]
    outcomes = list(run(errands, work=chores.die_once, jobs=2, retry=False))
    assert [o for o in outcomes if isinstance(o, Lost)] == [Lost(errands[4], "its worker ended with code 1")]
    assert [o.item[0] for o in outcomes] == list(range(8))


def test_a_worker_that_leaves_without_an_error_is_noticed() -> None:
    """A process that ends with code 0 in the middle of its item loses the item, not the build."""
    outcomes = list(run(range(4), work=chores.leave_politely_at_two, jobs=2, timeout=1.0))
    assert [o.item for o in outcomes if isinstance(o, Lost)] == [2]
    assert [o.item for o in outcomes] == [0, 1, 2, 3]


def test_items_are_taken_only_as_they_are_needed() -> None:
    """However many items there are, few are taken before their turn: memory stays flat."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield number

    ahead = [taken - number for number, _ in enumerate(run(items(), work=chores.double, jobs=2))]
    assert max(ahead) <= 8
    assert len(ahead) == 200


def test_workers_are_replaced_after_their_share() -> None:
    """With a share of three items, ten items need at least four processes."""
    assert len(set(values(run(range(10), work=chores.process, jobs=2, recycle=3)))) >= 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_start_that_fails_stops_everything_and_says_why(jobs: int) -> None:
    """Nothing can be made when no worker can be prepared: the cause is told instead of 1,200 lost reports."""
    with pytest.raises(NoWorkersError, match="no fonts here"):
        list(run(range(3), work=chores.double, start=chores.stumble, jobs=jobs))


def test_workers_that_always_end_in_their_start_are_given_up() -> None:
    """A library that takes its process down on loading can't keep the build starting workers for ever."""
    with pytest.raises(NoWorkersError):
        list(run(range(3), work=chores.double, start=chores.vanish, jobs=2))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_workers_killed_while_they_wait_are_replaced() -> None:
    """When the system ends every worker between two items, a new pool makes the rest and nothing is lost."""
    outcomes = run(range(40), work=chores.with_process, jobs=2)
    made = [next(outcomes) for _ in range(4)]
    time.sleep(0.5)
    for worker in {outcome.value[1] for outcome in made if isinstance(outcome, Done)}:
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
    made += outcomes
    assert [outcome.value[0] for outcome in made if isinstance(outcome, Done)] == list(range(40))


def test_closing_ends_the_workers() -> None:
    """A caller who stops half way leaves no process behind."""
    outcomes = run(range(100), work=chores.process, jobs=2)
    first = next(outcomes)
    assert isinstance(first, Done)
    outcomes.close()
    assert not alive(first.value)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("sent", "to_all"), [(signal.SIGKILL, False), (signal.SIGINT, True)], ids=["killed", "interrupted"]
)
def test_no_worker_outlives_its_parent(tmp_path: Path, sent: signal.Signals, *, to_all: bool) -> None:
    """Killed outright, or interrupted as by Ctrl-C, the program is gone within seconds and its busy workers with it."""
    with subprocess.Popen(
        [sys.executable, "-m", "unit.pipeline.chores", str(tmp_path)],
        cwd=TESTS,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))},
    ) as parent:
        until(lambda: len(list(tmp_path.iterdir())) >= 2, seconds=30)
        workers = [int(path.name.split("-")[1]) for path in tmp_path.iterdir()]
        assert all(alive(worker) for worker in workers)
        (os.killpg if to_all else os.kill)(parent.pid, sent)
        parent.wait(timeout=60)
        until(lambda: not any(alive(worker) for worker in workers), seconds=5)


def until(holds: Any, *, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def alive(process: int) -> bool:
    """Whether a process runs: one that has ended and is only not yet waited for does not."""
    status = Path(f"/proc/{process}/status")
    if status.parent.parent.is_dir() and Path("/proc/self").exists():
        return status.is_file() and "\nState:\tZ" not in status.read_text(encoding="utf-8")
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
