"""Who has a role, and how staff.yaml writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Post:
    """Who has a role for year groups, for a department or for the whole school."""

    role: str
    codes: tuple[str, ...]
    year_groups: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    """School years it is held in, by the year that starts; every year when empty."""
    progress: bool = False
    """True for those who answer for the progress of their year groups."""
    transitions: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The post as an entry of `responsibilities` in staff.yaml: the keys that say something."""
        return "{" + ", ".join(self._keys()) + "}"

    def _keys(self) -> Iterator[str]:
        yield f"role: {self.role}"
        yield f"staff: [{', '.join(self.codes)}]"
        if self.year_groups:
            yield f"year_groups: {_quoted(self.year_groups)}"
        if self.departments:
            yield f"departments: {_quoted(self.departments)}"
        if self.years:
            yield f"years: [{', '.join(map(str, self.years))}]"
        if self.progress:
            yield "progress: yes"
        if self.transitions:
            yield f"transitions: [{', '.join(self.transitions)}]"


def _quoted(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
