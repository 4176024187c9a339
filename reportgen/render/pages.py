"""A document as a screen page and as paper, from one template."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from reportgen.model.document import AnyDocument, Bundle, PrintBatch
from reportgen.model.drawing import Drawing
from reportgen.model.picture import Picture
from reportgen.model.theme import Theme
from reportgen.render.kinds import KINDS, Kind, is_large
from reportgen.render.press import Chapter, Finish, Joined, LaidOut, Press, Printed, Sheet
from reportgen.render.repair import finish
from reportgen.render.style import print_style, screen_style, settled
from reportgen.render.templates import FACE, environment, file_text, template_folders

Draw = Callable[[Picture], Drawing | str]
"""Turns a picture into a drawing or, for a chart with axes, into SVG text. Handed in: render may not know charts."""

SHIPPED_FACE = "Source Sans 3"
"""The shipped face's own name, which charts know it by."""


class Pages:
    """All pages of one school. Make one a worker: it keeps parsed templates, style sheets and fonts."""

    def __init__(self, theme: Theme, overrides: Path | None, web_fonts: tuple[bytes, bytes], *, logo: str = "") -> None:
        """Finds templates in `overrides` (the school's `templates/`, which may be missing) before ours.

        `logo` is a `data:` address, empty for a school without one.
        """
        self._logo = logo
        self._theme = theme
        self._web_fonts = web_fonts
        self._env = environment(theme, overrides)
        self._press = Press(template_folders(overrides))
        self._sheet = lru_cache(maxsize=None)(self._make_sheet)
        self._screen_style = lru_cache(maxsize=None)(self._make_screen_style)
        self._script = lru_cache(maxsize=None)(self._make_script)

    def html(self, document: AnyDocument, *, draw: Draw) -> str:
        """A self-contained screen page: no outside request, no script for families and governors."""
        kind = KINDS[document.kind]
        style = self._screen_style(kind, is_large(document))
        return self._fill(document, draw, medium="screen", style=style, script=self._script(kind))

    def pdf(self, document: AnyDocument, *, draw: Draw) -> Printed:
        """The printed document, tagged as PDF/UA-1 and repaired; equal documents give equal bytes."""
        return self.write(self.lay_out(document, draw=draw))

    def lay_out(self, document: AnyDocument, *, draw: Draw) -> LaidOut:
        """The document laid out on paper, to be written alone and in bundles; of a bundle its front sheet."""
        sheet = self._sheet(KINDS[document.kind], document.draft, is_large(document))
        return self._press.lay_out(self.print_html(document, draw=draw), sheet)

    def write(self, laid_out: LaidOut, *, finish_with: Finish = finish) -> Printed:
        """What was laid out, tagged as PDF/UA-1 and repaired."""
        return self._press.write(laid_out, finish_with=finish_with)

    def bind(
        self, bundle: Bundle, front: LaidOut, reports: Iterable[Chapter], *, finish_with: Finish = finish
    ) -> Joined:
        """A bundle: its front sheet and the very pages of its reports, a bookmark each, tagged as PDF/UA-1."""
        return self._press.join(front, reports, right_hand=isinstance(bundle, PrintBatch), finish_with=finish_with)

    def print_html(self, document: AnyDocument, *, draw: Draw) -> str:
        """The page the press sets: the same template as the screen page, without style and script."""
        return self._fill(document, draw, medium="print", style=Markup(), script=Markup())

    def print_style(self, document: AnyDocument) -> str:
        """The style sheet this document is set with, as written."""
        return print_style(self._env, self._theme, KINDS[document.kind], draft=document.draft, large=is_large(document))

    def _fill(self, document: AnyDocument, draw: Draw, *, medium: str, style: Markup, script: Markup) -> str:
        template = self._env.get_template(KINDS[document.kind].template)
        return template.render(
            document=document,
            medium=medium,
            draw=_trusted(draw),
            style=style,
            script=script,
            policy=policy(script),
            logo=self._logo,
        )

    def _make_sheet(self, kind: Kind, draft: bool, large: bool) -> Sheet:  # noqa: FBT001  # an lru_cache key
        return self._press.sheet(settled(print_style(self._env, self._theme, kind, draft=draft, large=large)))

    def _make_screen_style(self, kind: Kind, large: bool) -> Markup:  # noqa: FBT001  # an lru_cache key
        text = screen_style(self._env, self._theme, kind, web_fonts=self._web_fonts, large=large)
        return Markup(text)  # noqa: S704  # style sheets of the template folders and our own fonts, no data

    def _make_script(self, kind: Kind) -> Markup:
        return Markup(file_text(self._env, kind.script) if kind.script else "")  # noqa: S704  # a shipped file


def policy(script: str) -> str:
    """The content security policy of a screen page: nothing from outside, no script but this one, by its hash."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    allowed = f"script-src 'sha256-{digest}'; " if script else ""
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        f"{allowed}base-uri 'none'; form-action 'none'"
    )


def _trusted(draw: Draw) -> Callable[[Picture], Drawing | Markup]:
    """`draw`, its SVG text marked as finished: the one place where text is printed as it is."""

    def drawn(picture: Picture) -> Drawing | Markup:
        made = draw(picture)
        if isinstance(made, Drawing):
            return made
        return Markup(made.replace(SHIPPED_FACE, FACE))  # noqa: S704  # written by charts, which escapes its labels

    return drawn
