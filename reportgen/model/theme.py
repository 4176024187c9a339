"""Colours as data: page style sheets, drawings and charts all take them from here."""

from __future__ import annotations

from pydantic import Field

from reportgen.model.value import Value

Colour = str


class Theme(Value):
    """Named colours (#RRGGBB). The names are those of templates/shared/style/base.css."""

    ink: Colour = Field(description="Headings, data, what to look at.")
    accent: Colour = Field(description="One thing a page, never text, always with a shape or word of its own.")
    text: Colour = Field(description="Text.")
    soft: Colour = Field(description="Second-level text, 7:1 on white.")
    mid: Colour = Field(description="Shapes and axes, 3:1.")
    rule: Colour = Field(description="Hairlines, the unfocused series.")
    wash: Colour = Field(description="The only tint behind text.")
    band: Colour = Field(description="A band of normal variation behind a line.")
    paper: Colour = Field(description="The page.")
