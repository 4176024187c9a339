from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from reportgen.calendars.checks import check_calendars
from reportgen.model.value import Value
from reportgen.settings import describe_settings, read_project, schemas, starter_files
from reportgen.settings.files import MODELS
from reportgen.settings.shape import inside, model_of

NAME = 'St Mary’s: "High" # 1'


def unpacked(folder: Path, name: str = NAME) -> Path:
    for path, content in starter_files(name):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_the_starter_is_valid_as_it_is(tmp_path: Path) -> None:
    """A new folder has not one problem, and carries the school's name letter for letter."""
    reading = read_project(unpacked(tmp_path))
    assert [str(p) for p in reading.problems] == []
    assert reading.project is not None
    assert reading.project.school.name == NAME


@pytest.mark.parametrize("name", ["no", "012", "Ysgol Gyfun: Bro & Co", "*", "a\nb\x07", "\\n", "'", "{x}"])
def test_any_name_is_safe(tmp_path: Path, name: str) -> None:
    """No name of a school can break its YAML; control characters are dropped, line ends become spaces."""
    project = read_project(unpacked(tmp_path, name)).project
    assert project is not None
    assert project.school.name == name.replace("\n", " ").replace("\x07", "")


def keys_of(model: type[Value], path: str) -> Iterator[tuple[str, str]]:
    for key, field in model.model_fields.items():
        yield path, key
        below = model_of(field.annotation) or model_of(inside(field.annotation))
        if below:
            yield from keys_of(below, f"{path}.{key}")


ALL_KEYS = [(name, path, key) for name, model in MODELS.items() for path, key in keys_of(model, name)]


def test_every_key_is_explained_in_its_file() -> None:
    """Each key of each model stands in a comment of its settings file with its description, as deep as it belongs."""
    files = dict(starter_files(NAME))
    missing = []
    for name, model in MODELS.items():
        text = files[f"config/{name}"].decode()
        comments = " ".join(line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#"))
        missing += [
            (path, key)
            for path, key, about in described(model, name)
            if f"{key}: {' '.join(about.split())}" not in comments
        ]
    assert missing == []


def described(model: type[Value], path: str) -> Iterator[tuple[str, str, str]]:
    for key, field in model.model_fields.items():
        yield path, key, field.description or "(no description)"
        below = model_of(field.annotation) or model_of(inside(field.annotation))
        if below:
            yield from described(below, f"{path}.{key}")


def test_every_top_key_is_set_or_commented_out() -> None:
    """Each key of a file stands there ready to fill in, in the order of the model."""
    files = dict(starter_files(NAME))
    for name, model in MODELS.items():
        found = re.findall(r"^(?:# )?([a-z_]+):(?=\s*$|[ ].*(?<!\))$)", files[f"config/{name}"].decode(), re.MULTILINE)
        assert set(model.model_fields) <= set(found), name


def test_help_names_every_key() -> None:
    """The help text has every file and every key of it."""
    text = describe_settings()
    assert [name for name in MODELS if f"config/{name}" not in text] == []
    assert [key for _, _, key in ALL_KEYS if not re.search(rf"^ +{key}: ", text, re.MULTILINE)] == []


def test_the_folder_is_complete() -> None:
    """It has places for exports and own templates, a README, schemas, and keeps secrets out of version control."""
    files = dict(starter_files(NAME))
    assert {
        "README.md",
        ".gitignore",
        "exports/README.txt",
        "templates/README.md",
        ".vscode/settings.json",
    } <= files.keys()
    assert {"secret.key", "output/", "exports/*"} <= set(files[".gitignore"].decode().splitlines())
    assert [path for path in files if re.search(r'[<>:"|?*\\]|[. ]$', path)] == []


def test_each_file_names_its_schema() -> None:
    """The first line of each settings file leads an editor to a schema that is there."""
    files = dict(starter_files(NAME))
    for name in MODELS:
        path = PurePosixPath("config", name)
        line = files[str(path)].decode().splitlines()[0]
        relative = line.removeprefix("# yaml-language-server: $schema=")
        levels = relative.count("../")
        assert levels == len(path.parts) - 1
        assert relative.replace("../", "") in files


def test_same_name_same_bytes() -> None:
    """The folder is the same every time."""
    assert starter_files(NAME) == starter_files(NAME)


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do (YAML 1.2): dates and yes/no are text, digits are numbers."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":timestamp", ":bool"))]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def wrong(schema: dict[str, Any], value: object, *, root: dict[str, Any], at: str = "") -> list[str]:
    """Where a value breaks a schema: the part of JSON Schema that ours use."""
    if "$ref" in schema:
        return wrong(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], value, root=root, at=at)
    if "anyOf" in schema:
        tried = [wrong(one, value, root=root, at=at) for one in schema["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    found = []
    allowed = schema.get("type", [])
    types = [allowed] if isinstance(allowed, str) else allowed
    if types and not any(isinstance(value, TYPES[one]) for one in types):
        return [f"{at}: {value!r} is no {types}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is not allowed")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} is not like {schema['pattern']}")
    if isinstance(value, list):
        for n, item in enumerate(value):
            found += wrong(schema.get("items", {}), item, root=root, at=f"{at}[{n}]")
    if isinstance(value, dict):
        found += [f"{at}: no {key}" for key in schema.get("required", []) if key not in value]
        more = schema.get("additionalProperties", {})
        for key, item in value.items():
            below = schema.get("properties", {}).get(key, more)
            found += (
                [f"{at}: unknown {key}"] if below is False else wrong(below or {}, item, root=root, at=f"{at}.{key}")
            )
    return found


@pytest.mark.parametrize("name", MODELS)
def test_editors_accept_the_starter(name: str) -> None:
    """An editor that reads a starter file with its schema underlines nothing."""
    text = dict(starter_files(NAME))[f"config/{name}"].decode()
    schema: dict[str, Any] = schemas()[PurePosixPath(name).with_suffix(".json").name]
    assert wrong(schema, yaml.load(text, Loader=Editor) or {}, root=schema) == []  # noqa: S506 - a SafeLoader


def test_editors_underline_mistakes(small: dict[str, str]) -> None:
    """The schema refuses an unknown key, a missing one, a day-first date and a wrong choice; plain headings pass."""
    school: dict[str, Any] = schemas()["school.json"]
    assert wrong(school, {"name": "x", "fase": "secondary"}, root=school) == [": no phase", ": unknown fase"]
    assert wrong(school, {"name": 12, "phase": "tertiary"}, root=school) == [".phase: 'tertiary' is not allowed"]
    terms: dict[str, Any] = schemas()["terms.json"]
    year = {"years": [{"year": 2026, "terms": [{"id": "ht1", "starts": "3/9/2026", "ends": "2026-10-23"}]}]}
    assert len(wrong(terms, year, root=terms)) == 1
    sources: dict[str, Any] = schemas()["sources.json"]
    plain = yaml.load(small["sources.yaml"], Loader=Editor)  # noqa: S506 - a SafeLoader
    assert wrong(sources, plain, root=sources) == []


def test_the_example_declares_contribution(tmp_path: Path) -> None:
    """The example collects contribution in lessons beside current, target and attitude, on steps and on grades."""
    project = read_project(unpacked(tmp_path)).project
    assert project is not None
    assert [f.id for f in project.marks.facets] == ["current", "target", "attitude", "contribution"]
    scales = [project.marks.scale_for("current", year_group=year, subject="maths") for year in ("7", "11")]
    assert [[label.label for label in scale.labels] for scale in scales if scale] == [
        ["Beginning", "Developing", "Secure", "Confident", "Excelling"],
        [*"987654321", "U"],
    ]


def test_the_example_has_lists_and_responsibilities(tmp_path: Path) -> None:
    """A newcomer sees rules of both kinds, each with an owner and an action, and who is responsible for what."""
    project = read_project(unpacked(tmp_path)).project
    assert project is not None
    lists = project.measures.lists
    assert {rule.kind for rule in lists} == {"reward", "intervention"}
    assert all(rule.owner and rule.action for rule in lists)
    assert project.staff.responsible("head of year", year_group="10") == ("PAT",)
    assert project.staff.responsible("head of department", department="Mathematics") == ("HUG",)


def test_the_example_is_a_sound_calendar(tmp_path: Path) -> None:
    """A newcomer's year has assessments, collections with a purpose, an annual report, and nothing the checks object to."""
    reading = read_project(unpacked(tmp_path))
    assert reading.project is not None
    assert [str(p) for p in check_calendars(reading.project, reading.places)] == []
    collections, reports = reading.project.collections.collections, reading.project.reports.reports
    assert all(one.purpose and one.action and one.owner and one.assessments for one in collections)
    assert {year for r in reports if r.kind == "annual" for year in reading.project.year_groups(r)} == {
        *"789",
        "10",
        "11",
    }
    assert any(report.meetings for report in reports)


def test_editors_know_told_dates() -> None:
    """The schemas of the calendars take a date told from another, that of the terms does not."""
    told = "10 school days after autumn-2026 freezes"
    reporting: dict[str, Any] = schemas()["reporting.json"]
    report = {"id": "a", "name": "A", "audiences": ["staff"], "collection": "b", "on": told}
    assert wrong(reporting, {"reports": [report]}, root=reporting) == []
    assert len(wrong(reporting, {"reports": [{**report, "on": "10 days"}]}, root=reporting)) == 1
    terms: dict[str, Any] = schemas()["terms.json"]
    year = {"years": [{"year": 2026, "terms": [{"id": "ht1", "starts": told, "ends": "2026-10-23"}]}]}
    assert len(wrong(terms, year, root=terms)) == 1
