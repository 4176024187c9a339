"""The shape the models ask for: text from the tree turned into what pydantic is given.

Only what a key declares is converted, and strictly: a date is year-month-day, a number is digits, yes is yes.
Everything else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from reportgen.model.value import Value
from reportgen.settings.tree import Listing, Node, Scalar, Table
from reportgen.settings.year_groups import FIELDS, in_order, year_group_of

Model = type[Value]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER = re.compile(r"[+-]?\d{1,15}")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(/\d+(\.\d*)?)?")
_YES = {"yes": True, "true": True, "no": False, "false": False}


class Unread:
    """Stands where a value could not be read: pydantic refuses it with the kind it wanted."""


def bare(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type of their own
    """An annotation without Annotated, and without None where it may be left out."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not NoneType)
        else:
            return annotation


def model_of(annotation: Any) -> Model | None:  # noqa: ANN401 - as above
    """The model an annotation names, if it names one."""
    found = bare(annotation)
    return found if isinstance(found, type) and issubclass(found, Value) else None


def inside(annotation: Any) -> Any:  # noqa: ANN401 - as above
    """The annotation of a list's items or of a mapping's values; None for anything else."""
    found = bare(annotation)
    if get_origin(found) is tuple:
        return get_args(found)[0]
    return get_args(found)[1] if is_mapping(found) else None


def is_mapping(annotation: Any) -> bool:  # noqa: ANN401 - as above
    """True for an annotation of keys that people choose and their values."""
    origin = get_origin(bare(annotation))
    return isinstance(origin, type) and issubclass(origin, Mapping)


def choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """The texts a choice allows; empty when it is no choice."""
    found = bare(annotation)
    if get_origin(found) is Literal:
        return tuple(str(one) for one in get_args(found))
    if isinstance(found, type) and issubclass(found, Enum):
        return tuple(str(one.value) for one in found)
    return ()


def raw_model(table: Table, model: Model) -> dict[str, object]:
    """What pydantic is given for a model: declared keys converted, keys without a value left out, unknown keys kept."""
    fields: dict[str, FieldInfo] = model.model_fields
    given: dict[str, object] = {}
    for entry in table.entries:
        if isinstance(entry.value, Scalar) and entry.value.empty:
            if entry.key not in fields:
                given[entry.key] = None
            continue
        field = fields.get(entry.key)
        given[entry.key] = raw(entry.value, field.annotation, key=entry.key) if field else None
    return given


def raw(node: Node, annotation: Any, *, key: str) -> object:  # noqa: ANN401 - as above
    """What pydantic is given for a node, by the annotation of its place and the key it stands under."""
    model = model_of(annotation)
    if isinstance(node, Table):
        if model is not None:
            return raw_model(node, model)
        if is_mapping(annotation):
            # Sorted, so that the order people write keys in never changes anything.
            entries = sorted(node.entries, key=lambda e: e.key)
            return {e.key: raw(e.value, inside(annotation), key=e.key) for e in entries}
        return Unread()
    if isinstance(node, Listing):
        return _raw_list(node, annotation, key=key)
    if node.empty:
        return Unread()
    return node.text if model is not None else _converted(node.text, bare(annotation))


def _raw_list(node: Listing, annotation: Any, *, key: str) -> object:  # noqa: ANN401 - as above
    if model_of(annotation) is not None:
        # A model with a plain form, as SourceColumn: it sorts the items out itself.
        return tuple(item.text if isinstance(item, Scalar) and not item.empty else Unread() for item in node.items)
    if get_origin(bare(annotation)) is not tuple:
        return Unread()
    if key in FIELDS:
        read = [year_group_of(item.text) if isinstance(item, Scalar) else None for item in node.items]
        known = [one for one in read if one]
        return tuple(in_order(known)) if len(known) == len(read) else tuple(one or Unread() for one in read)
    return tuple(raw(item, inside(annotation), key=key) for item in node.items)


def _converted(text: str, wanted: Any) -> object:  # noqa: ANN401 - as above
    """The value a text stands for where a date, number or yes/no is wanted; the text itself otherwise."""
    stripped = text.strip()
    if wanted is bool:
        return _YES.get(stripped.casefold(), Unread())
    if wanted is int:
        return int(stripped) if _INTEGER.fullmatch(stripped) else Unread()
    if wanted is float:
        return _number(stripped)
    if wanted is date:
        return _day(stripped)
    return Unread() if get_origin(wanted) is tuple or is_mapping(wanted) else text


def _number(text: str) -> object:
    """A decimal, or a fraction such as 1/3, which no decimal hits."""
    if len(text) > 40 or not _NUMBER.fullmatch(text):  # noqa: PLR2004 - no figure of a school is longer
        return Unread()
    above, _, below = text.partition("/")
    if below and not Fraction(below):
        return Unread()
    return float(Fraction(above) / Fraction(below)) if below else float(text)


def _day(text: str) -> object:
    if not _DATE.fullmatch(text):
        return Unread()
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Unread()
