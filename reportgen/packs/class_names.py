"""What pupils are called within one class: as short as tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from reportgen.packs.material import Pupil


def first_names(pupils: Iterable[Pupil]) -> Mapping[str, str]:
    """By key: `Amara`; with a second Amara `Amara O`; with a second Amara O the full name and form."""
    return _told_apart(pupils, lambda pupil: pupil.first_name if pupil.named else pupil.full_name)


def short_names(pupils: Iterable[Pupil]) -> Mapping[str, str]:
    """By key: `Amara O`; with a second one the full name and form."""
    return _told_apart(pupils, lambda pupil: pupil.short_name)


def _told_apart(pupils: Iterable[Pupil], shortest: Callable[[Pupil], str]) -> Mapping[str, str]:
    every = tuple({pupil.key: pupil for pupil in pupils}.values())
    names: dict[str, str] = {}
    for name in (
        shortest,
        lambda p: p.short_name,
        lambda p: p.full_name,
        lambda p: f"{p.full_name} ({p.form or p.key})",
    ):
        told = Counter(name(pupil) for pupil in every)
        names |= {p.key: name(p) for p in every if p.key not in names and told[name(p)] == 1}
    return {p.key: names.get(p.key, f"{p.full_name} ({p.key})") for p in every}
