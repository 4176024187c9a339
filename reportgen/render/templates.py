"""The templates: a school's own folder first, then ours, in a sandbox that escapes everything it prints."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.model.shipped import shipped
from reportgen.model.theme import Theme

FACE = "Report Sans"
"""The name pages use for the shipped face, in print and on screens."""

SIZES = {"t1": "3.175", "t2": "3.528", "t3": "4.233"}
"""The named type sizes of base.css, 9, 10 and 12 pt, in the millimetres of a drawing."""

ALLOWED_FILTERS = frozenset({"default", "e", "escape", "first", "join", "last", "length"})
"""Templates loop and print. What sorts, rounds, adds or trusts text is not there to be used."""


def template_folders(overrides: Path | None) -> tuple[Path, ...]:
    """The folders templates are looked for in, the school's own first when it has one."""
    ours = shipped("templates")
    return (overrides, ours) if overrides is not None and overrides.is_dir() else (ours,)


def environment(theme: Theme, overrides: Path | None) -> ImmutableSandboxedEnvironment:
    """The Jinja environment of one school.

    `shipped/...` names our own templates, so that a school's `parents/interim.html` can extend
    `shipped/parents/interim.html` and replace one block of it.
    """
    folders = template_folders(overrides)
    loader = ChoiceLoader(
        [
            *(FileSystemLoader(folder, encoding="utf-8") for folder in folders),
            PrefixLoader({"shipped": FileSystemLoader(folders[-1], encoding="utf-8")}),
        ]
    )
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters = {name: one for name, one in made.filters.items() if name in ALLOWED_FILTERS}
    made.globals = {"paints": paints(theme), "sizes": SIZES, "face": FACE}
    return made


def paints(theme: Theme) -> dict[str, str]:
    """The named paints of a drawing as colours; `none` paints nothing."""
    return {"none": "none", **theme.model_dump()}


def file_text(env: ImmutableSandboxedEnvironment, name: str) -> str:
    """The text of a file of the template folders (a style sheet, a script) as it is, the school's own first."""
    loader = env.loader
    if not isinstance(loader, BaseLoader):
        raise TypeError("an environment made by environment() has a loader")
    return loader.get_source(env, name)[0]
