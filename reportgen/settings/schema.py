"""JSON Schema of each settings file, so that editors complete and check the YAML people type."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from reportgen.settings.files import CONFIG, MODELS
from reportgen.settings.told import FILES, PATTERN

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN_FORMS = frozenset({"SourceColumn"})
"""Models for which a text or a list of texts will do."""

# What editors read as a number, a boolean or nothing stays the text people wrote: `9`, `no`, `012`.
_TEXT = ["string", "number", "boolean"]
_NUMBER: dict[str, object] = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?/\d+$"}]}
_YES_OR_NO: dict[str, object] = {"enum": [True, False, "yes", "no"]}
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_FORMS: dict[str, dict[str, object]] = {"string": {"type": _TEXT}, "number": _NUMBER, "boolean": _YES_OR_NO}
_TEXTS = {"type": "array", "items": {"type": _TEXT}}

Schema = dict[str, object]


def schema_name(inside: str) -> str:
    """The name of a settings file's schema: `calendars/terms.yaml` has `terms.json`."""
    return PurePosixPath(inside).with_suffix(".json").name


def schemas() -> dict[str, dict[str, object]]:
    """The JSON Schema (2020-12) of every settings file by the schema's file name."""
    made: dict[str, dict[str, object]] = {}
    for inside, model in MODELS.items():
        date = f"{_DAY}|{PATTERN}" if inside in FILES else _DAY
        schema = _as_written(model.model_json_schema(), date)
        for name in _PLAIN_FORMS & schema.get("$defs", {}).keys():
            schema["$defs"][name] = {"anyOf": [{"type": _TEXT}, _TEXTS, schema["$defs"][name]]}
        made[schema_name(inside)] = {"$schema": _DIALECT, **schema, "title": f"{CONFIG}/{inside}"}
    return made


def _as_written(schema: Any, date: str) -> Any:  # noqa: ANN401 - JSON has no type of its own
    """A schema of values changed into one of what people write for them; `date` is the pattern of a date."""
    if isinstance(schema, list):
        return [_as_written(one, date) for one in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {
        key: value if key in ("default", "enum", "required", "const") else _as_written(value, date)
        for key, value in schema.items()
    }
    if changed.get("format") == "date":
        return {**_without(changed, "type", "format"), "type": "string", "pattern": date}
    if "enum" in changed:
        return changed
    kind = changed.get("type")
    return {**_without(changed, "type"), **_FORMS[kind]} if isinstance(kind, str) and kind in _FORMS else changed


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}
