"""Next year's calendars made from this year's: entries copied and moved, every line that was there kept as it is."""

from __future__ import annotations

from reportgen.settings.rolling.folder import roll_folder
from reportgen.settings.rolling.roll import Rolled, roll

__all__ = ["Rolled", "roll", "roll_folder"]
