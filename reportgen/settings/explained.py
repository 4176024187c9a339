"""Every key of the settings in words, from the descriptions beside their declarations: for new files and for help."""

from __future__ import annotations

from enum import Enum
from textwrap import wrap
from typing import Any

from pydantic.fields import FieldInfo

from reportgen.model.value import Value
from reportgen.settings.files import CONFIG, MODELS
from reportgen.settings.shape import Model, choices, inside, is_mapping, model_of
from reportgen.settings.told import EXPLAINED, FILES

_WIDTH = 108
_INDENT = "  "


def describe_settings() -> str:
    """Every file and key with what it means, whether it is needed, and what holds when it is left out."""
    parts = []
    for name, model in MODELS.items():
        keys = [line for key in model.model_fields for line in explain_key(model, key)]
        dates = EXPLAINED if name in FILES else ()
        parts.append("\n".join((f"{CONFIG}/{name}", *(_INDENT + line for line in (*dates, *keys)))))
    return "\n\n".join(parts) + "\n"


def explain_key(model: Model, key: str) -> list[str]:
    """A key and, indented below it, the keys inside it: lines of at most 108 characters."""
    return _lines(key, model.model_fields[key], depth=0)


def _lines(key: str, field: FieldInfo, *, depth: int) -> list[str]:
    indent = _INDENT * depth
    text = f"{key}: {field.description} {_notes(field)}".rstrip()
    lines = wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + _INDENT, break_on_hyphens=False)
    nested, said = _nested(field.annotation)
    if nested is not None:
        lines += [f"{indent}{_INDENT}{said}"] if said else []
        for name, one in nested.model_fields.items():
            lines += _lines(name, one, depth=depth + 1)
    return lines


def _nested(annotation: Any) -> tuple[Model | None, str]:  # noqa: ANN401 - annotations have no type of their own
    """The model whose keys stand inside, and how its keys are told."""
    own = model_of(annotation)
    if own is not None:
        return own, ""
    below = model_of(inside(annotation))
    if below is None:
        return None, ""
    return below, "for each:" if is_mapping(annotation) else "a list, each with:"


def _notes(field: FieldInfo) -> str:
    """What may be written and what holds when it is left out, in brackets."""
    allowed = choices(field.annotation) or choices(inside(field.annotation))
    untold = [one for one in allowed if one not in (field.description or "")]
    notes = [f"one of {', '.join(allowed)}"] if untold else []
    if field.is_required():
        notes.append("needed")
    elif default := _written(field.get_default(call_default_factory=True)):
        notes.append(f"when left out: {default}")
    return f"({'; '.join(notes)})" if notes else ""


def _written(default: object) -> str:
    """A default as one would write it in YAML; nothing for empty ones and for keys inside, which tell their own."""
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, Enum):
        return str(default.value)
    if isinstance(default, tuple):
        return "[" + ", ".join(f"'{one}'" for one in default) + "]" if default else ""
    if default is None or isinstance(default, Value | dict):
        return ""
    return f"{default:g}" if isinstance(default, float) else str(default)
