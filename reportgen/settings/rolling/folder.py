"""A school's folder rolled: its files read, nothing written."""

from __future__ import annotations

from pathlib import Path

from reportgen.settings.files import CONFIG
from reportgen.settings.project import read_files, read_project
from reportgen.settings.rolling.roll import FILES, REPORTS, Rolled, roll


def roll_folder(folder: Path, *, year: int, to: int) -> Rolled:
    """The calendars of the school in `folder` with the school year `to` made from `year`, as files to write.

    Settings with a stop are refused with their problems: what can't be read can't be copied.
    """
    reading = read_project(folder)
    if reading.project is None:
        return Rolled(problems=reading.problems)
    read, _ = read_files(folder)
    reports = read[REPORTS].settings
    meetings = reports.model.meetings if reports and reports.model else ()
    # Not utf-8-sig: a mark at the start is kept like everything else.
    texts = {
        name: (folder / CONFIG / name).read_bytes().decode("utf-8")
        for name in FILES
        if (folder / CONFIG / name).is_file()
    }
    return roll(texts, year=year, to=to, meetings_on={n: one.on for n, one in enumerate(meetings)})
