"""The forms of a school: their pupils in register order, their tutors, their names in paths."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.packs.material import Material
from reportgen.packs.standing import Standing
from reportgen.packs.words import say

LONGEST = 50
"""Letters of a form in a file name."""


@dataclass(frozen=True)
class Form:
    """A form and its pupils."""

    name: str
    """`10R`; `No form` for pupils without one."""
    code: str
    """As the register has it; empty for pupils without a form."""
    stem: str
    """Its name in paths: `10r`."""
    members: tuple[Standing, ...]

    @property
    def year_groups(self) -> tuple[str, ...]:
        """Year groups of its pupils."""
        return tuple(sorted({one.pupil.year_group for one in self.members}, key=YEAR_GROUPS.index))

    def tutors(self, material: Material) -> tuple[str, ...]:
        """Names of its tutors."""
        return tuple(material.staff_name(code) for code in material.tutors.get(self.code, ()))


def forms(members: Sequence[Standing]) -> tuple[Form, ...]:
    """Every form with a pupil on roll, by first appearance in register order; pupils without a form come last."""
    by_form: dict[str, list[Standing]] = defaultdict(list)
    for one in members:
        by_form[one.pupil.form].append(one)
    ordered = sorted(by_form.items(), key=lambda found: not found[0])
    names = [code or say("no form at all") for code, _ in ordered]
    return tuple(
        Form(name, code, stem, tuple(some))
        for name, stem, (code, some) in zip(names, _stems(names), ordered, strict=True)
    )


def _stems(names: Sequence[str]) -> tuple[str, ...]:
    """File names safe everywhere; those that would be the same are told apart by a hash."""
    folded = [re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:LONGEST] or "form" for name in names]
    shared = {stem for stem, n in Counter(folded).items() if n > 1}
    return tuple(
        f"{stem}-{sha256(name.encode()).hexdigest()[:6]}" if stem in shared else stem
        for name, stem in zip(names, folded, strict=True)
    )
