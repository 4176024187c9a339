"""Repairs to WeasyPrint's PDF before it is written: what machine checks pass and people with screen readers miss.

Table heads get their scope, pictures their place on the page, links their tag, running heads and feet become
artifacts, and nothing is left that says by what the file was made. Done on the object tree, a report costs 2 ms;
opening the written file again would cost ten times as much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pydyf

CSS_PIXEL = 0.75
"""Points in a CSS pixel."""

PRINT_FLAG = 4
"""Annotation flag 3: print the annotation with the page (ISO 32000-1, 12.5.3)."""

_PRODUCER = re.compile(rb'\s?<rdf:Description rdf:about="" pdf:Producer="[^"]*"\s*/>')

PdfObject = Any
"""A pydyf object; pydyf has no types."""


def finish(document: object, pdf: PdfObject) -> None:  # noqa: ARG001  # WeasyPrint hands both over
    """The finisher WeasyPrint calls between building a PDF and writing it: mends `pdf` in place."""
    structure = Structure(pdf)
    for element, in_head in structure.live():
        _mend(element, in_head=in_head, structure=structure)
    structure.retire_the_rest()
    _forget_the_maker(pdf)


class Structure:
    """The structure tree of one PDF: its elements by object number, those reached from the root."""

    def __init__(self, pdf: PdfObject) -> None:
        """Reads nothing yet."""
        self._pdf = pdf
        self._live: set[int] = set()

    def at(self, reference: object) -> PdfObject:
        """The object a reference such as `b"12 0 R"` names, or None."""
        number = _number(reference)
        return None if number is None else self._pdf.objects[number]

    def live(self) -> Iterator[tuple[PdfObject, bool]]:
        """Each element reached from the root, and whether it is inside a table's head."""
        root = self.at(self._pdf.catalog["StructTreeRoot"])
        waiting = [(reference, False) for reference in root["K"]]
        while waiting:
            reference, in_head = waiting.pop()
            element = self.at(reference)
            if element is None or element.number in self._live or element.get("Type") != "/StructElem":
                continue
            self._live.add(element.number)
            in_head = in_head or element["S"] == "/THead"
            yield element, in_head
            waiting.extend((kid, in_head) for kid in element.get("K", ()))

    def page_of(self, element: PdfObject) -> PdfObject:
        """The page an element is on."""
        return self.at(element["Pg"])

    def retire_the_rest(self) -> None:
        """Makes the content of margin boxes artifacts and takes their elements out of the file."""
        root = self.at(self._pdf.catalog["StructTreeRoot"])
        by_page = self.at(root["ParentTree"])["Nums"]
        for place, page_reference in enumerate(self._pdf.page_references):
            owners = by_page[2 * place + 1]
            dead = {mark for mark, owner in enumerate(owners) if _number(owner) not in self._live}
            if dead:
                by_page[2 * place + 1] = pydyf.Array(b"null" if n in dead else one for n, one in enumerate(owners))
                _into_artifacts(self.at(self.at(page_reference)["Contents"]), dead)
        for number, one in enumerate(self._pdf.objects):
            if isinstance(one, dict) and one.get("Type") == "/StructElem" and number not in self._live:
                self._pdf.objects[number] = _Nothing(number)


def _number(reference: object) -> int | None:
    """The object number in `b"12 0 R"`; None for anything else (a mark's number, say)."""
    if not isinstance(reference, bytes) or not reference.endswith(b" 0 R"):
        return None
    return int(reference[:-4])


def _mend(element: PdfObject, *, in_head: bool, structure: Structure) -> None:
    mender = _MENDERS.get(element["S"])
    if mender is not None:
        mender(element, in_head, structure)
    for kid in element.get("K", ()):
        held = structure.at(kid)
        if held is not None and held.get("Type") == "/OBJR":
            _mend_link(element, structure.at(held["Obj"]))


def _mend_head(element: PdfObject, in_head: bool, structure: Structure) -> None:  # noqa: ARG001, FBT001  # one of _MENDERS
    element["A"]["Scope"] = "/Column" if in_head else "/Row"


def _mend_figure(element: PdfObject, in_head: bool, structure: Structure) -> None:  # noqa: ARG001, FBT001  # one of _MENDERS
    """CSS pixels from the top left become points from the bottom left."""
    x1, y1, x2, y2 = element["A"]["BBox"]
    height = structure.page_of(element)["MediaBox"][3]
    element["A"]["BBox"] = pydyf.Array(
        round(edge, 3) for edge in (x1 * CSS_PIXEL, height - y2 * CSS_PIXEL, x2 * CSS_PIXEL, height - y1 * CSS_PIXEL)
    )


_MENDERS: dict[str, Callable[[PdfObject, bool, Structure], None]] = {"/TH": _mend_head, "/Figure": _mend_figure}


def _mend_link(element: PdfObject, annotation: PdfObject) -> None:
    """An element that holds a link is a link, and prints."""
    if annotation.get("Subtype") == "/Link":
        element["S"] = "/Link"
        annotation["F"] = PRINT_FLAG


def _into_artifacts(content: PdfObject, dead: set[int]) -> None:
    """Retags marked content: pydyf keeps `/Span`, its properties and `BDC` as three items of the stream."""
    stream = content.stream
    for place, properties in enumerate(stream):
        if isinstance(properties, dict) and properties.get("MCID") in dead and stream[place + 1] == b"BDC":
            stream[place - 1] = "/Artifact"
            stream[place] = pydyf.Dictionary({"Type": "/Pagination"})


class _Nothing(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """A null in an object's place: numbers of other objects stay as they are."""

    data = b"null"

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _forget_the_maker(pdf: PdfObject) -> None:
    """No producer and version in a family's file: an update of a library is no change of a report."""
    pdf.info.pop("Producer", None)
    metadata = next((one for one in pdf.objects if getattr(one, "extra", {}).get("Type") == "/Metadata"), None)
    if metadata is not None:
        metadata.stream = [_PRODUCER.sub(b"", line) for line in metadata.stream]
