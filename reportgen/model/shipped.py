"""Where the files that ship with the program are: templates, styles, fonts, presets, reference figures."""

from __future__ import annotations

from pathlib import Path

import reportgen


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder, for example `shipped("templates", "shared")`.

    A wheel carries `templates/` and `config/` inside the package; a checkout (or an editable install of one)
    has them beside it. Raises FileNotFoundError when the installation is incomplete.
    """
    package = Path(reportgen.__file__).parent
    inside = package / "shipped"
    path = (inside if inside.is_dir() else package.parent).joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"reportgen is installed without {'/'.join(parts)}: install it again")
    return path
