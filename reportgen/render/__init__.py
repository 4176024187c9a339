"""Documents become pages: HTML by Jinja, PDF by WeasyPrint, repaired, proved and read back."""

from __future__ import annotations

from reportgen.render.logo import logo_address
from reportgen.render.messages import serious
from reportgen.render.names import NameIndex
from reportgen.render.pages import Pages
from reportgen.render.press import Chapter, Joined, LaidOut, Printed
from reportgen.render.proof import prove_pdf
from reportgen.render.read_back import read_back, read_back_batch
from reportgen.render.web_fonts import web_fonts

__all__ = [
    "Chapter",
    "Joined",
    "LaidOut",
    "NameIndex",
    "Pages",
    "Printed",
    "logo_address",
    "prove_pdf",
    "read_back",
    "read_back_batch",
    "serious",
    "web_fonts",
]
