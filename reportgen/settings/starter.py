"""The folder of a new school: settings with every key explained, places for exports and templates, what to do next."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reportgen.model.shipped import shipped
from reportgen.settings.explained import explain_key
from reportgen.settings.files import CONFIG, MODELS
from reportgen.settings.schema import schema_name, schemas
from reportgen.settings.shape import Model
from reportgen.settings.told import EXPLAINED, FILES

_NAME = "%SCHOOL%"
_SCHEMAS = ".schemas"
_TEXTS = {
    "README.md": "readme.md",
    ".gitignore": "gitignore.txt",
    "exports/README.txt": "exports.txt",
    "templates/README.md": "templates.md",
}
_TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_RULES = (
    "Written in YAML: indent with spaces, `- ` starts an item of a list, [a, b] is a short list, # starts a comment.",
    "Dates are year-month-day (2026-09-03). Everything else stays as you write it: 9-1, 012 and no are text.",
)
_RULES_OF_TOLD = (*_RULES[:1], "Everything stays as you write it: 9-1, 012 and no are text.", *EXPLAINED)


def starter_files(name: str) -> tuple[tuple[str, bytes], ...]:
    """The files of a new school's folder (path, content), in order of path. The settings are valid as they are."""
    name = "".join(character for character in " ".join(name.split()) if character.isprintable())
    files = {f"{CONFIG}/{inside}": _settings(inside, model, name) for inside, model in MODELS.items()}
    files |= {path: _shipped(source).replace(_NAME, name) for path, source in _TEXTS.items()}
    files |= {f"{_SCHEMAS}/{path}": _json(schema) for path, schema in schemas().items()}
    files[".vscode/settings.json"] = _json(_editor())
    return tuple((path, text.encode("utf-8")) for path, text in sorted(files.items()))


def _settings(inside: str, model: Model, name: str) -> str:
    """A settings file: the example of config/starter, each key's explanation above it, unused keys as comments."""
    # JSON's strings are YAML's double-quoted ones: any name is safe.
    example = _shipped(inside).replace(f'"{_NAME}"', json.dumps(name, ensure_ascii=False))
    up = "../" * (inside.count("/") + 1)
    rules = _RULES_OF_TOLD if inside in FILES else _RULES
    head = [f"# yaml-language-server: $schema={up}{_SCHEMAS}/{schema_name(inside)}", *(f"# {rule}" for rule in rules)]
    return "\n".join(head) + "\n\n" + "\n".join(_explained(example, model))


def _explained(example: str, model: Model) -> Iterator[str]:
    """The example key by key in the order of the model, whatever its own order."""
    starts = [*_TOP_KEY.finditer(example)]
    ends = [*(match.start() for match in starts[1:]), len(example)]
    bodies = {match.group(1): example[match.start() : end].rstrip() for match, end in zip(starts, ends, strict=True)}
    for key in model.model_fields:
        yield from (f"# {line}" for line in explain_key(model, key))
        yield bodies.get(key, f"# {key}:")
        yield ""


def _editor() -> dict[str, object]:
    """Settings of Visual Studio Code: which schema is whose, and spaces for tabs."""
    return {
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {f"{_SCHEMAS}/{schema_name(inside)}": f"{CONFIG}/{inside}" for inside in MODELS},
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _shipped(source: str) -> str:
    return shipped(CONFIG, "starter", *source.split("/")).read_text(encoding="utf-8")
