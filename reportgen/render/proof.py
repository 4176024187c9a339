"""The proof of a PDF: PDF/UA-1 by a machine check, and every page's content reached from the structure tree."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_MARK = re.compile(rb"/MCID\s+(\d+)")


def prove_pdf(content: bytes) -> tuple[str, ...]:
    """What PDF/UA-1's machine checks and the walk of the structure tree find wrong; empty when the file passes.

    Passing means that the checks a machine can make find nothing; that a reading order makes sense is for people.
    Raises RuntimeError when page-validation (the `prove` extra) is not installed.
    """
    return (*_by_profile(content), *_unreached(content))


def _by_profile(content: bytes) -> Iterator[str]:
    try:
        import page  # noqa: PLC0415  # an optional part, 49 MB: only when something is proved
    except ImportError as missing:
        raise RuntimeError("Proving PDFs needs page-validation: pip install 'reportgen[prove]'") from missing
    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    for failure in report.failures:
        yield f"PDF/UA-1 rule {failure.rule_id}: {failure.message}"
    if not report.is_compliant and not report.failures:
        yield "PDF/UA-1: the file does not pass"


def _unreached(content: bytes) -> Iterator[str]:
    """Pages with marked content that no live element holds: joined files look like that and pass every profile.

    A blank side has no marked content and nothing to reach; content without a mark is what the profile finds.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reached = _reached(pdf)
        for number, sheet in enumerate(pdf.pages, start=1):
            marks = {int(found) for found in _MARK.findall(_content(sheet))}
            held = reached.get(sheet.obj.objgen, set())
            if marks and not held:
                yield f"page {number}: nothing on it is reached from the structure tree"
            elif marks - held:
                yield f"page {number}: {len(marks - held)} pieces of content are not reached from the structure tree"


def _content(sheet: Any) -> bytes:  # noqa: ANN401  # pikepdf's page
    sheet.contents_coalesce()
    return bytes(sheet.Contents.read_bytes())


def _reached(pdf: Any) -> dict[tuple[int, int], set[int]]:  # noqa: ANN401  # pikepdf's document
    """Marks held by live elements, by page."""
    reached: dict[tuple[int, int], set[int]] = {}
    if "/StructTreeRoot" not in pdf.Root:
        return reached
    waiting: list[tuple[Any, Any]] = [(pdf.Root.StructTreeRoot.get("/K"), None)]
    while waiting:
        kid, page_of = waiting.pop()
        if isinstance(kid, pikepdf.Array):
            waiting.extend((one, page_of) for one in kid)
        elif isinstance(kid, pikepdf.Dictionary):
            waiting.append((kid.get("/K"), kid.get("/Pg", page_of)))
        elif kid is not None and page_of is not None:
            reached.setdefault(page_of.objgen, set()).add(int(kid))
    return reached
