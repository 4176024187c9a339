"""The colours of the pages: those that ship with the program, with the school's own ink and accent."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.input import InputFile
from reportgen.model.school import School
from reportgen.model.shipped import shipped
from reportgen.model.theme import Theme
from reportgen.settings.files import CONFIG, parse

_FILE = "theme.yaml"


@dataclass(frozen=True)
class ThemeReading:
    """The shipped colours and the file they were read from."""

    theme: Theme
    input: InputFile


def read_theme() -> ThemeReading:
    """The colours of config/theme.yaml as shipped. ValueError when the installation has been changed."""
    content = shipped(CONFIG, _FILE).read_bytes()
    name = f"shipped/{CONFIG}/{_FILE}"
    read = parse(content, name, Theme)
    if read.problems or read.settings is None or read.settings.model is None:
        raise ValueError("; ".join(map(str, read.problems)))
    return ThemeReading(read.settings.model, InputFile.of(name, content))


def school_colours(theme: Theme, school: School) -> Theme:
    """The theme with the school's ink and accent where it has its own."""
    own = {"ink": school.ink, "accent": school.accent}
    return theme.model_copy(update={name: colour.upper() for name, colour in own.items() if colour})
