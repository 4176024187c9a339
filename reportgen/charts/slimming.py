"""matplotlib's SVG made small enough to live inside a page: a third of the cost in WeasyPrint, the same picture."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
LEFT_OUT = frozenset({"metadata", "style", "clipPath", "defs"})
LENGTHS = ("d", "x", "y", "cx", "cy", "r", "transform", "viewBox")
MM = 25.4 / 72


def slim(svg: str, title: str) -> str:
    """The same picture with plain attributes, its title first, numbers to 0.01 pt; ids, clips, unpainted shapes out."""
    old = ET.fromstring(svg.encode())  # noqa: S314  # matplotlib's own output, no outside text but escaped labels
    marks = {name: node for node in old.iter() if (name := node.get("id"))}
    width, height = (float(old.get(side, "0").removesuffix("pt")) for side in ("width", "height"))
    size = {"width": f"{width * MM:g}mm", "height": f"{height * MM:g}mm", "viewBox": f"0 0 {width} {height}"}
    root = ET.Element("svg", {"xmlns": SVG.strip("{}"), **size})
    ET.SubElement(root, "title").text = title
    for child in old:
        root.extend(_parts(child, marks))
    _say_once(root, "font-family")
    _say_once(root, "font-size")
    for node in root.iter():
        _round(node)
    text = ET.tostring(root, encoding="unicode")
    return re.sub(r">\s+<", "><", text)


def _parts(node: ET.Element, marks: dict[str, ET.Element]) -> list[ET.Element]:
    """The visible shapes below this node."""
    tag = node.tag.removeprefix(SVG)
    if tag in LEFT_OUT:
        return []
    children = [part for child in node for part in _parts(child, marks)]
    _plain_attributes(node)
    if tag == "use":
        return [_marker(node, marks)]
    if tag == "g" and not node.attrib:
        return children
    if tag == "path" and node.get("fill") == "none" and node.get("stroke", "none") == "none":
        return []
    new = ET.Element(tag, node.attrib)
    new.text = (node.text or "").strip() or None
    new.extend(children)
    return [new] if new.text or children or tag == "path" else []


def _plain_attributes(node: ET.Element) -> None:
    """A style attribute inside HTML goes through the page's style sheet parser; an attribute does not."""
    for part in node.attrib.pop("style", "").split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if name == "font":
            _font(node, value)
        elif name and name != "stroke-dashoffset":
            node.set(name, value.strip("'").removesuffix("px"))
    for unused in ("id", "clip-path", "stroke-linejoin", "stroke-miterlimit"):
        node.attrib.pop(unused, None)
    if node.get("fill-opacity") == "0":  # how matplotlib writes a marker that is open
        node.attrib.pop("fill-opacity")
        node.set("fill", "none")


def _font(node: ET.Element, value: str) -> None:
    """`[weight] size family` as three attributes."""
    found = re.match(r"(?:(\w+) )?(\S+) (.*)", value)
    if found is None:
        raise ValueError(f"a font matplotlib has never written before: {value}")
    weight, size, family = found.groups()
    node.set("font-size", size.removesuffix("px"))
    node.set("font-family", family.split(",")[0].strip("'\""))
    if weight:
        node.set("font-weight", weight)


def _marker(node: ET.Element, marks: dict[str, ET.Element]) -> ET.Element:
    """A marker drawn where it is used; the round one is eight curves in matplotlib and a circle here."""
    shape = marks[node.get(HREF, "")[1:]].get("d", "")
    paint = {key: value for key in ("fill", "stroke") if (value := node.get(key))}
    x, y = node.get("x", "0"), node.get("y", "0")
    if " C" in shape.replace("\n", " "):
        return ET.Element("circle", {"cx": x, "cy": y, "r": shape.split()[2], **paint})
    return ET.Element("path", {"d": shape, "transform": f"translate({x} {y})", **paint})


def _say_once(root: ET.Element, key: str) -> None:
    """What most words share is said at the root."""
    words = list(root.iter("text")) + list(root.iter(f"{SVG}text"))
    if not words:
        return
    usual = Counter(node.get(key) for node in words).most_common(1)[0][0]
    root.set(key, usual or "")
    for node in words:
        if node.get(key) == usual:
            node.attrib.pop(key, None)


def _round(node: ET.Element) -> None:
    for key in LENGTHS:
        if key in node.attrib:
            value = re.sub(r"rotate\(-?0[ )][^)]*\)?", "", " ".join(node.get(key, "").split()))
            node.set(key, re.sub(r"-?\d+\.\d+", _two_places, value).strip())
            if not node.get(key):
                del node.attrib[key]


def _two_places(found: re.Match[str]) -> str:
    return f"{round(float(found[0]), 2) + 0:.2f}".rstrip("0").rstrip(".")
