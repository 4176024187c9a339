"""Style sheets put together: the theme's colours, the face, the shared voice, the kind's own, DRAFT until release."""

from __future__ import annotations

import base64
import re

from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.model.shipped import shipped
from reportgen.model.theme import Theme
from reportgen.render.kinds import Kind
from reportgen.render.templates import FACE, file_text

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_SETTING = re.compile(r"(--[\w-]+):\s*([^;]+);?")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_DRAWN = re.compile(r'url\("([^":]+\.svg)"\)')
_BRACE = re.compile(r"[{}]")
_DEEPEST = 3
"""Variables that name variables that name variables: --body: var(--t3) is two deep."""

_WEIGHTS = (("400", "SourceSans3-Regular.ttf"), ("600", "SourceSans3-Semibold.ttf"))


def print_style(env: ImmutableSandboxedEnvironment, theme: Theme, kind: Kind, *, draft: bool, large: bool) -> str:
    """The whole style sheet of a printed page as people write it, variables and all."""
    faces = "".join(
        _face(weight, f'url("{shipped("templates", "shared", "fonts", name).as_uri()}")') for weight, name in _WEIGHTS
    )
    own = _own_styles(env, kind, large=large)
    return "\n".join((faces, colours(theme), *own, _draft_style(env, kind) if draft else ""))


def screen_style(
    env: ImmutableSandboxedEnvironment, theme: Theme, kind: Kind, *, web_fonts: tuple[bytes, bytes], large: bool
) -> str:
    """The whole style sheet of a screen page, its fonts inside it: the page asks for nothing."""
    faces = "".join(
        _face(weight, f"url(data:font/woff2;base64,{base64.b64encode(font).decode('ascii')}) format('woff2')")
        for (weight, _), font in zip(_WEIGHTS, web_fonts, strict=True)
    )
    note = (
        "/* Report Sans is Source Sans 3, cut down to the letters reports use; (c) Adobe, SIL Open Font License 1.1 */"
    )
    own = _own_styles(env, kind, large=large)
    return "\n".join((note, faces, colours(theme), *own, file_text(env, "shared/style/screen.css")))


def colours(theme: Theme) -> str:
    """The theme's colours as custom properties: `:root{--ink:#12436D;...}`."""
    pairs = "".join(f"--{name}:{colour};" for name, colour in theme.model_dump().items())
    return f":root{{{pairs}}}"


def settled(style: str) -> str:
    """The style sheet with each `var(--name)` replaced by what `:root` says last.

    WeasyPrint looks variables up again for every element; written out, a page is set some 3% sooner. A variable that
    `:root` does not set stays as it is, for templates to set on an element.
    """
    for_paper = _without_screen(_COMMENT.sub("", style))
    values = {name: value.strip() for block in _ROOT.findall(for_paper) for name, value in _SETTING.findall(block)}
    text = _ROOT.sub("", for_paper)
    for _ in range(_DEEPEST):
        text = _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)
    return text


def _without_screen(style: str) -> str:
    """The style sheet without its `@media screen` blocks, which the press would parse and drop."""
    kept, rest = "", style
    while "@media screen" in rest:
        before, _, after = rest.partition("@media screen")
        kept, rest = kept + before, after[_end_of_block(after) :]
    return kept + rest


def _end_of_block(text: str) -> int:
    """Where the first block of the text ends; no string of ours holds a brace."""
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


def _face(weight: str, source: str) -> str:
    return f'@font-face{{font-family:"{FACE}";font-weight:{weight};font-display:swap;src:{source}}}\n'


def _own_styles(env: ImmutableSandboxedEnvironment, kind: Kind, *, large: bool) -> tuple[str, ...]:
    names = ["shared/style/base.css", kind.style, kind.more_style, kind.large_style if large else ""]
    return tuple(file_text(env, name) for name in names if name)


def _draft_style(env: ImmutableSandboxedEnvironment, kind: Kind) -> str:
    """What a page has until release, its drawings written out: they are painted in the theme's colours."""
    return _DRAWN.sub(lambda found: f'url("{_address(env, found[1])}")', file_text(env, kind.draft_style))


def _address(env: ImmutableSandboxedEnvironment, name: str) -> str:
    """A drawing of the template folders as a `data:` address."""
    drawn = env.get_template(name).render().strip()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode('ascii')}"
