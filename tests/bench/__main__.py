"""`make bench`: throughput beside a plain loop over the same pages, memory of the workers, a whole school.

Machines are shared and noisy: ratios come from one run, as medians of several.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from weasyprint import HTML

from reportgen.bind import new_secret_file, write_files
from reportgen.charts import drawing
from reportgen.demo import made_up_school
from reportgen.measures import measure
from reportgen.model.document import AnyDocument, ParentReport
from reportgen.packs import Composition, compose
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.check import check
from reportgen.pipeline.choice import chosen_reports
from reportgen.pipeline.events import Event
from reportgen.pipeline.page import Desk, make, start
from reportgen.pipeline.workers import Done, run
from reportgen.render import Pages, web_fonts
from reportgen.render.read_back import NameIndex
from tests.bench.peak import worker_peak

PUPILS, SEED, SAMPLE, ROUNDS, JOBS = 1200, 1, 160, 3, 2
FASTER, LARGEST, FLAT = 1.8, 400, 1.2
"""What is wanted: times a plain loop, MB a worker, growth from 200 to 2,000 reports."""
SECRET = bytes(32)


def silent(_: Event) -> None:
    """Hears what the pipeline says."""


def timed(work: Callable[[], object]) -> float:
    """Seconds the work takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def composed(folder: Path) -> tuple[Composition, Desk]:
    """Every family's report of the school's latest report, and the desk its pages are made at."""
    checked = check(folder, silent)
    assert checked.project is not None
    assert checked.loaded is not None
    report = next(r for r in chosen_reports(checked.project, checked.loaded, None) if "parents" in r.audiences)
    measured = measure(checked.project, report, checked.loaded)
    composition = compose(
        checked.project, report, loaded=checked.loaded, measured=measured, problems=checked.problems, secret=SECRET,
        audiences=("parents",),
    )  # fmt: skip
    names = NameIndex.of(composition.names, (m.name for m in checked.project.staff.staff))
    return composition, Desk(theme=checked.project.theme, overrides=None, web_fonts=web_fonts(), names=names)


def ours(documents: Sequence[AnyDocument], desk: Desk) -> None:
    """The program's own way: workers, one style sheet each, repair, read-back and the screen page."""
    results = list(run(documents, work=make, start=start, start_args=(desk,), jobs=JOBS))
    assert all(isinstance(r, Done) and not r.value.problems for r in results)


def plain_pages(documents: Sequence[AnyDocument], desk: Desk, folder: Path) -> tuple[list[str], Path]:
    """The same pages as text, and their style sheet as a file."""
    pages = Pages(desk.theme, None, desk.web_fonts)
    style = folder / "style.css"
    style.write_text(pages.print_style(documents[0]), encoding="utf-8")
    return [pages.print_html(document, draw=drawing) for document in documents], style


def plain(pages: Sequence[str], style: Path) -> None:
    """The plain loop: one process, each page for itself; no repair, no reading back, no screen page."""
    for page in pages:
        HTML(string=page).write_pdf(stylesheets=[style])


def throughput(documents: Sequence[AnyDocument], desk: Desk, folder: Path) -> bool:
    """Prints how many times faster the program is than the plain loop; False when less than is wanted."""
    sample = [d for d in documents if isinstance(d, ParentReport)][:SAMPLE]
    pages, style = plain_pages(sample, desk, folder)
    ratios = []
    for n in range(ROUNDS):
        slow, fast = timed(lambda: plain(pages, style)), timed(lambda: ours(sample, desk))
        ratios.append(slow / fast)
        print(f"  round {n + 1}: plain {slow:.1f} s, ours {fast:.1f} s, {slow / fast:.2f} times", flush=True)
    print(
        f"throughput: {median(ratios):.2f} times a plain loop on {JOBS} workers (median of {ROUNDS}; wanted {FASTER})"
    )
    return median(ratios) >= FASTER


def memory(documents: Sequence[AnyDocument], desk: Desk) -> bool:
    """Prints the largest worker for 200 and for 2,000 reports; False when it is too large or grows."""
    peaks = {}
    for n in (200, 2000):
        many = [documents[i % len(documents)] for i in range(n)]
        results = run(many, work=worker_peak, start=start, start_args=(desk,), jobs=JOBS)
        peaks[n] = max(r.value for r in results if isinstance(r, Done))
        print(f"  {n:,} reports: largest worker {peaks[n]} MB", flush=True)
    growth = peaks[2000] / peaks[200]
    print(
        f"memory: {peaks[2000]} MB at 2,000 reports, {growth:.2f} times that at 200 (wanted under {LARGEST} MB, flat)"
    )
    return peaks[2000] < LARGEST and growth < FLAT


def whole_school(folder: Path) -> None:
    """Prints how long every pack of the school takes in one command, and where the time of its pages goes."""
    began = perf_counter()
    outcome = build(Request(folder=folder, jobs=JOBS), silent)
    spent = perf_counter() - began
    made = sum(len(b.manifest.documents) for b in outcome.bound)
    print(f"whole school: {PUPILS:,} pupils, {made:,} documents in {spent:.0f} s on {JOBS} workers")
    total = sum(seconds for _, seconds in outcome.seconds) or 1.0
    shares = ", ".join(f"{name} {100 * seconds / total:.0f}%" for name, seconds in outcome.seconds)
    print(f"  of the pages' time: {shares}")


def main() -> int:
    """Runs every benchmark; 1 when a wanted figure is not reached."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "school"
        write_files(folder, made_up_school(pupils=PUPILS, seed=SEED))
        new_secret_file(folder, SECRET)
        composition, desk = composed(folder)
        good = (throughput(composition.documents, desk, Path(place)), memory(composition.documents, desk))
        whole_school(folder)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
