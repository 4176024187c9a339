"""A zip file whose bytes depend on its content only: no clock, no compression that differs between machines."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZIP_STORED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold."""
_UNIX = 3
_STAMPS = re.compile(rb"(?<=\">)[^<]*(?=</dcterms:(?:created|modified)>)")
_PROPERTIES = "docProps/core.xml"


def fixed_workbook(content: bytes, on: date) -> bytes:
    """The same .xlsx file with fixed entry times, stored without compression, its properties dated noon of `on`."""
    stamp = f"{on.isoformat()}T12:00:00Z".encode()
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given, ZipFile(made, "w", ZIP_STORED) as archive:
        for name in given.namelist():
            entry = ZipInfo(name, FIRST_DAY)
            entry.create_system = _UNIX
            held = given.read(name)
            archive.writestr(entry, _STAMPS.sub(stamp, held) if name == _PROPERTIES else held)
    return made.getvalue()
