"""`make bench`: throughput beside a plain loop over the same pages, memory of the workers, a whole school.

Machines are shared and noisy: ratios come from one run, as medians of several. `--pupils` and `--sample` make it small, `--part whole`
runs one part alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from reportgen.bind import new_secret_file, write_files
from reportgen.demo import made_up_school
from reportgen.measures import measure
from reportgen.model.document import AnyDocument, ParentReport, documents
from reportgen.packs import Composition, bundles, compose
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.check import check
from reportgen.pipeline.choice import chosen_reports
from reportgen.pipeline.events import Event
from reportgen.pipeline.page import Desk
from reportgen.pipeline.rendering import BOUND
from reportgen.pipeline.sheaf import Sheaf, make, start
from reportgen.pipeline.workers import Done, run
from reportgen.render import NameIndex, web_fonts
from tests.bench.peak import worker_peak
from tests.bench.plain import REPORT, PlainLoop, cost, reports_in_bundles

PUPILS, SEED, SAMPLE, ROUNDS, JOBS = 1200, 1, 30, 3, 2
FASTER, LARGEST, FLAT = 1.8, 400, 1.2
"""What is wanted: times a plain loop, MB a worker, growth from 200 to 2,000 reports."""
FEW, MANY = 200, 2000
SECRET = bytes(32)
PARTS = ("throughput", "memory", "whole", "bundling")


def silent(_: Event) -> None:
    """Hears what the pipeline says."""


def timed(work: Callable[[], object]) -> float:
    """Seconds the work takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def composed(folder: Path) -> tuple[Composition, Desk]:
    """Every family's report of the school's latest report with its bundles, and the desk its pages are made at."""
    checked = check(folder, silent)
    assert checked.project is not None
    assert checked.loaded is not None
    report = next(r for r in chosen_reports(checked.project, checked.loaded, None) if "parents" in r.audiences)
    measured = measure(checked.project, report, checked.loaded)
    composition = compose(
        checked.project, report, loaded=checked.loaded, measured=measured, problems=checked.problems, secret=SECRET,
        audiences=("parents", "staff"),
    )  # fmt: skip
    names = NameIndex.of(composition.names, (m.name for m in checked.project.staff.staff))
    return composition, Desk(theme=checked.project.theme, overrides=None, web_fonts=web_fonts(), names=names)


def sheaves_of_forms(composition: Composition) -> list[Sheaf]:
    """Each form's reports with its proof pack and print batch."""
    reports = {d.key: d for d in composition.documents if isinstance(d, ParentReport)}
    made = [found for form in composition.forms if (found := bundles(form))]
    return [Sheaf(tuple(reports[key] for key in found[0].reports), found) for found in made]


def ours(sheaves: Iterable[Sheaf], desk: Desk) -> None:
    """The program's own way: workers, one style sheet each, repair, read-back and the screen page."""
    results = run(sheaves, work=make, start=start, start_args=(desk,), jobs=JOBS)
    assert all(isinstance(r, Done) for r in results)


def throughput(composition: Composition, desk: Desk, folder: Path, *, sample: int) -> bool:
    """Prints how many times faster families' reports are than in the plain loop; False when less than is wanted."""
    some = [d for d in composition.documents if isinstance(d, ParentReport)][:sample]
    loop = PlainLoop(desk, folder)
    ratios = []
    for n in range(ROUNDS):
        slow, fast = loop.seconds(some), timed(lambda: ours([Sheaf((d,)) for d in some], desk))
        ratios.append(slow / fast)
        print(f"  round {n + 1}: plain {slow:.1f} s, ours {fast:.1f} s, {slow / fast:.2f} times", flush=True)
    print(
        f"throughput: {median(ratios):.2f} times a plain loop on {JOBS} workers (median of {ROUNDS}; wanted {FASTER})"
    )
    return median(ratios) >= FASTER


def bundling(composition: Composition, desk: Desk) -> None:
    """Prints what a form's two bundles cost beside its reports alone, in one worker."""
    sheaf = max(sheaves_of_forms(composition), key=len)
    start(desk)
    make(Sheaf(sheaf.documents[:1]))
    alone = timed(lambda: [make(Sheaf((document,))) for document in sheaf.documents])
    bound = timed(lambda: make(sheaf))
    n = len(sheaf.documents)
    print(f"a form of {n}: reports alone {alone:.1f} s, with proof pack and print batch {bound:.1f} s", flush=True)


def memory(composition: Composition, desk: Desk, *, few: int, many: int) -> bool:
    """Prints the largest worker for few and for many reports in forms with their bundles; False when it is too large."""
    sheaves = sheaves_of_forms(composition)
    peaks = {n: _peak(_as_many_as(sheaves, n), desk) for n in (few, many)}
    growth = peaks[many] / peaks[few]
    print(
        f"memory: {peaks[many]} MB at {many:,} reports, {growth:.2f} times that at {few} "
        f"(wanted under {LARGEST} MB, flat)"
    )
    return peaks[many] < LARGEST and growth < FLAT


def _as_many_as(sheaves: Sequence[Sheaf], reports: int) -> list[Sheaf]:
    """The forms over and over until there are so many reports."""
    made: list[Sheaf] = []
    while sum(len(sheaf.documents) for sheaf in made) < reports:
        made.append(sheaves[len(made) % len(sheaves)])
    return made


def _peak(sheaves: Sequence[Sheaf], desk: Desk) -> int:
    results = run(sheaves, work=worker_peak, start=start, start_args=(desk,), jobs=JOBS, timeout=600.0, recycle=BOUND)
    peak = max(r.value for r in results if isinstance(r, Done))
    print(f"  {sum(len(s.documents) for s in sheaves):,} reports: largest worker {peak} MB", flush=True)
    return peak


def whole_school(folder: Path, desk: Desk, place: Path, *, sample: int) -> bool:
    """Prints how long every pack of the school takes in one command, and how much longer in the plain loop."""
    began = perf_counter()
    outcome = build(Request(folder=folder, jobs=JOBS), silent)
    spent = perf_counter() - began
    made = [d for bound in outcome.bound for d in _documents(bound.folder)]
    print(f"whole school: {len(made):,} documents in {spent:.0f} s on {JOBS} workers", flush=True)
    total = sum(seconds for _, seconds in outcome.seconds) or 1.0
    shares = ", ".join(f"{name} {100 * seconds / total:.1f}%" for name, seconds in outcome.seconds)
    print(f"  of the pages' {total:.0f} s: {shares}")
    return _beside_plain(made, PlainLoop(desk, place), spent, sample=sample)


def _documents(folder: Path) -> list[AnyDocument]:
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [documents.validate_json(line) for line in lines]


def _beside_plain(made: Sequence[AnyDocument], loop: PlainLoop, spent: float, *, sample: int) -> bool:
    """The plain loop over the same pages, from a sample of each kind: first without bundles, then with them."""
    kinds = cost(loop, made, sample=sample)
    for kind in kinds:
        print(f"  {kind.name}: {kind.documents:,} documents at {1000 * kind.seconds:.0f} ms ({kind.sampled} sampled)")
    a_report = next(kind.seconds for kind in kinds if kind.name == REPORT)
    again = reports_in_bundles(made) * a_report
    plain = sum(kind.total for kind in kinds)
    print(f"  plain loop: {plain:.0f} s, and {again:.0f} s for the reports' pages in proof packs and print batches")
    print(f"whole school: {(plain + again) / spent:.2f} times a plain loop over the same pages (wanted {FASTER})")
    return (plain + again) / spent >= FASTER


def main() -> int:
    """Runs every benchmark; 1 when a wanted figure is not reached."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pupils", type=int, default=PUPILS)
    options.add_argument("--sample", type=int, default=SAMPLE)
    options.add_argument("--reports", type=int, default=MANY, help="reports of the memory benchmark")
    options.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given again")
    given = options.parse_args()
    parts = given.part or PARTS
    with tempfile.TemporaryDirectory() as place:
        folder, styles = Path(place) / "school", Path(place) / "styles"
        styles.mkdir()
        write_files(folder, made_up_school(pupils=given.pupils, seed=SEED))
        new_secret_file(folder, SECRET)
        composition, desk = composed(folder)
        good = []
        if "throughput" in parts:
            good.append(throughput(composition, desk, styles, sample=5 * given.sample))
        if "memory" in parts:
            good.append(memory(composition, desk, few=min(FEW, given.reports), many=given.reports))
        if "whole" in parts:
            good.append(whole_school(folder, desk, styles, sample=given.sample))
        if "bundling" in parts:  # last: it sets this process up as a worker, which the plain loop is not
            bundling(composition, desk)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
