"""What a model refuses, told as problems: where, what was found, what was expected, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from reportgen.model.problem import Place, Problem, problem
from reportgen.settings.nearest import did_you_mean, nearest, one_of
from reportgen.settings.plain_days import other_words_for, school_year_in
from reportgen.settings.shape import Model, bare, choices, inside, is_mapping, model_of
from reportgen.settings.tree import Listing, Mark, Node, Path, Scalar, Table, down, in_words, quoted
from reportgen.settings.year_groups import EXPECTED, FIELDS

_WRONG_KIND = frozenset(
    {
        "string_type",
        "int_type",
        "float_type",
        "bool_type",
        "date_type",
        "tuple_type",
        "mapping_type",
        "dict_type",
        "model_type",
        "model_attributes_type",
        "list_type",
    }
)
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "greater_than": ("more than", "gt"),
    "less_than": ("less than", "lt"),
}
_SIMPLE = {
    date: "a date written year-month-day, for example 2026-09-03",
    int: "a whole number",
    float: "a number",
    bool: "yes or no",
    str: "text",
}


@dataclass(frozen=True)
class _Spot:
    """Where in the file and in the models an error is."""

    node: Node
    mark: Mark
    key: str
    model: Model | None
    """The model whose key the error is about."""
    annotation: Any


def refusals(error: ValidationError, *, root: Table, model: Model, file: str) -> tuple[Problem, ...]:
    """One problem for each error of pydantic. A missing key that stands there misspelt is told once."""
    details = error.errors(include_url=False, include_context=True)
    misspelt = {(*one["loc"][:-1], near) for one in details if (near := _meant(one, model))}
    return tuple(
        _problem(one, root=root, model=model, file=file)
        for one in details
        if not (one["type"] == "missing" and one["loc"] in misspelt)
    )


def _meant(one: ErrorDetails, model: Model) -> str | None:
    """The key an unknown key was meant to be."""
    if one["type"] != "extra_forbidden":
        return None
    owner = _owner(one["loc"][:-1], model)
    return nearest(str(one["loc"][-1]), tuple(owner.model_fields)) if owner else None


def _owner(loc: Path, model: Model) -> Model | None:
    """The model at a place."""
    annotation: Any = model
    for step in loc:
        current = model_of(annotation)
        if current is not None:
            field = current.model_fields.get(str(step))
            annotation = field.annotation if field else None
        else:
            annotation = inside(annotation)
        if annotation is None:
            return None
    return model_of(annotation)


def _spot(loc: Path, *, root: Table, model: Model) -> _Spot:
    owner, annotation, key = None, model, ""  # type: Model | None, Any, str
    for step in loc:
        current = model_of(annotation)
        field: FieldInfo | None = current.model_fields.get(str(step)) if current else None
        if current is not None:
            owner, key = current, str(step)
        annotation = field.annotation if field else inside(annotation)
        if annotation is None:
            break
    node, mark = down(root, loc)
    return _Spot(node, mark, key, owner, annotation)


def _problem(one: ErrorDetails, *, root: Table, model: Model, file: str) -> Problem:
    loc = tuple(step for step in one["loc"] if step != "[key]")
    if one["type"] == "extra_forbidden":
        return _unknown_key(loc, root=root, model=model, file=file)
    if one["type"] == "missing":
        return _missing_key(loc, root=root, model=model, file=file)
    spot = _spot(loc, root=root, model=model)
    place = Place(file=file, line=spot.mark.line, column=spot.mark.column)
    code = "S112" if one["type"] in _WRONG_KIND and spot.key not in FIELDS and not choices(spot.annotation) else "S113"
    key_itself = "[key]" in one["loc"] and isinstance(spot.node, Table)
    found = quoted(str(one["input"])) if key_itself else in_words(spot.node)
    subject = f"{found} for {spot.key}" if spot.key else found
    return problem(code, place, found=subject, expected=_expected(one, spot), remedy=_remedy(spot))


def _unknown_key(loc: Path, *, root: Table, model: Model, file: str) -> Problem:
    key = str(loc[-1])
    owner = _owner(loc[:-1], model)
    known = tuple(owner.model_fields) if owner else ()
    mark = _key_mark(loc, root)
    near = nearest(key, known)
    remedy = f"Write {near}." if near else ""
    place = Place(file=file, line=mark.line, column=mark.column)
    return problem("S110", place, found=quoted(key), expected=near or one_of(known), remedy=remedy)


def _missing_key(loc: Path, *, root: Table, model: Model, file: str) -> Problem:
    key = str(loc[-1])
    owner = _owner(loc[:-1], model)
    table, _ = down(root, loc[:-1])
    empty = isinstance(table, Table) and table.entry(key) is not None
    mark = _key_mark(loc, root)
    place = Place(file=file, line=mark.line, column=mark.column)
    found = f"nothing after {key}:" if empty else f"no {key}"
    about = owner.model_fields[key].description if owner and key in owner.model_fields else ""
    return problem("S111", place, found=found, expected=f"{key}: ...", remedy=about or "")


def _key_mark(loc: Path, root: Table) -> Mark:
    """The place of a key, or of the mapping it belongs in."""
    table, mark = down(root, loc[:-1])
    if not isinstance(table, Table):
        return mark
    entry = table.entry(str(loc[-1]))
    return entry.mark if entry else table.mark


def _expected(one: ErrorDetails, spot: _Spot) -> str:
    """What should stand there, from the constraint that failed or from the kind."""
    context = one.get("ctx", {})
    kind = one["type"]
    if spot.key in FIELDS and inside(spot.annotation) is None:
        return EXPECTED
    if kind in _LIMITS:
        words, name = _LIMITS[kind]
        return f"a number, {words} {context[name]:g}"
    if kind == "string_pattern_mismatch":
        if str(context.get("pattern", "")).startswith("^#"):
            return "a colour written #RRGGBB"
        return "a short name of small letters, digits, - _ and ."
    if kind == "string_too_long":
        return f"at most {context['max_length']} characters"
    return kind_in_words(spot.annotation)


def kind_in_words(annotation: Any) -> str:  # noqa: ANN401 - annotations have no type of their own
    """What a key wants, in words."""
    allowed = choices(annotation)
    if allowed:
        return one_of(allowed)
    found = bare(annotation)
    model = model_of(annotation)
    if model is not None:
        return f"keys and values ({', '.join(model.model_fields)})"
    if found in _SIMPLE:
        return _SIMPLE[found]
    if is_mapping(annotation):
        return "keys and values"
    return "a list"


def _plainly(text: str, wanted: Any) -> date | int | None:  # noqa: ANN401 - annotations have no type of their own
    """The date or school year meant, where it is written in other words than settings take."""
    if wanted is date:
        return other_words_for(text)
    return school_year_in(text) if wanted is int else None


def _remedy(spot: _Spot) -> str:
    allowed = choices(spot.annotation)
    if isinstance(spot.node, Scalar):
        if allowed:
            return did_you_mean(spot.node.text, allowed)
        if spot.node.empty:
            return "Write a value, or take the line out."
        meant = _plainly(spot.node.text, bare(spot.annotation))
        if meant is not None:
            return f"Write {meant}."
        if kind_in_words(spot.annotation) == "a list":
            return f"Write it in square brackets: [{spot.node.text}]."
    if isinstance(spot.node, Listing) and bare(spot.annotation) is str:
        return "Write one value, without brackets or dashes."
    return ""
