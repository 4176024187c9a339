"""Groups, comparisons and starts."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.problem import Problem, problem
from reportgen.model.school import Comparison, Group, Groups
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, clashes, spellings_of, twice
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import one_of
from reportgen.settings.tree import Path, quoted


def check_groups(folder: Folder) -> Iterator[Problem]:
    """Everything in groups.yaml."""
    file = folder.groups
    if not file or not file.model:
        return
    groups = file.model
    yield from twice((g.id for g in groups.groups), file, "groups")
    for n, group in enumerate(groups.groups):
        yield from _values(file, group, n)
        yield from _comparisons(file, group, n)
        yield from _from_starts(file, group, n)
    yield from _comparisons_twice(file, groups)
    yield from twice((s.id for s in groups.starts), file, "starts")
    yield from clashes(spellings_of(groups.starts, "starts"), file)
    for n, start in enumerate(groups.starts):
        yield from _start_scale(folder, file, start.scale, n)


def _values(file: SettingsFile[Groups], group: Group, n: int) -> Iterator[Problem]:
    path: Path = ("groups", n)
    yield from twice((v.id for v in group.values), file, *path, "values")
    yield from clashes(spellings_of(group.values, *path, "values", keys=("id",)), file)
    if not group.values:
        yield file.problem("S126", *path, "values", found="no values", expected="at least one")
    yield from _value_kind(file, group).check(group.blank, file.place(*path, "blank"))


def _value_kind(file: SettingsFile[Groups], group: Group) -> Kind:
    return Kind(f"value of {group.id}", [v.id for v in group.values], file.name)


def _comparisons(file: SettingsFile[Groups], group: Group, n: int) -> Iterator[Problem]:
    value = _value_kind(file, group)
    comparison = Kind(f"comparison of {group.id}", [c.id for c in group.comparisons], file.name)
    for m, one in enumerate(group.comparisons):
        path: Path = ("groups", n, "comparisons", m)
        yield from value.check_all(one.these, file, *path, "these")
        yield from value.check_all(one.others, file, *path, "others")
        yield from _sides(file, one, path)
        yield from comparison.check(one.part_of, file.place(*path, "part_of"))
        if _leads_back(one, group):
            yield file.problem(
                "S126",
                *path,
                "part_of",
                found=quoted(str(one.part_of)),
                expected="a larger comparison, not one of its own parts",
            )


def _sides(file: SettingsFile[Groups], one: Comparison, path: Path) -> Iterator[Problem]:
    for key, side in (("these", one.these), ("others", one.others)):
        if not side:
            yield file.problem("S123", *path, key, found=f"no values in {key}", expected="at least one")
    for k, value in enumerate(one.others):
        if value in one.these:
            yield file.problem(
                "S123", *path, "others", k, found=f"{quoted(value)} in these and in others", expected="one side"
            )


def _leads_back(one: Comparison, group: Group) -> bool:
    """True when a comparison is, over however many steps, a part of itself."""
    above = {c.id: c.part_of for c in group.comparisons}
    at = one.part_of
    for _ in above:
        if at == one.id:
            return True
        at = above.get(at) if at else None
    return False


def _comparisons_twice(file: SettingsFile[Groups], groups: Groups) -> Iterator[Problem]:
    """Figures are told apart by the comparison's id: it is unique over all groups."""
    first: dict[str, Path] = {}
    for n, group in enumerate(groups.groups):
        for m, one in enumerate(group.comparisons):
            path: Path = ("groups", n, "comparisons", m, "id")
            if one.id in first:
                line = file.place(*first[one.id]).line
                yield file.problem("S121", *path, found=quoted(one.id), expected=f"another name (first on line {line})")
            first.setdefault(one.id, path)


def _from_starts(file: SettingsFile[Groups], group: Group, n: int) -> Iterator[Problem]:
    bands = group.from_starts
    if bands is None:
        return
    path: Path = ("groups", n, "from_starts")
    yield from Kind.of("start", file, "starts").check_all(bands.starts, file, *path, "starts")
    if not bands.starts:
        yield file.problem("S126", *path, "starts", found="no starts", expected="at least one")
    wanted = len(group.values) - 1
    if len(bands.below) != wanted:
        expected = f"{wanted} bounds, one fewer than the values ({one_of([v.id for v in group.values])})"
        yield file.problem("S126", *path, "below", found=f"{len(bands.below)} bounds", expected=expected)
    for m, (low, high) in enumerate(zip(bands.below, bands.below[1:], strict=False)):
        if high <= low:
            yield file.problem("S124", *path, "below", m + 1, found=f"{high:g}", expected=f"more than {low:g}")


def _start_scale(folder: Folder, file: SettingsFile[Groups], scale_id: str, n: int) -> Iterator[Problem]:
    place = file.place("starts", n, "scale")
    yield from Kind.of("scale", folder.marks, "scales").check(scale_id, place)
    marks = folder.marks.model if folder.marks else None
    scale = next((s for s in marks.scales if s.id == scale_id), None) if marks else None
    if scale and scale.kind != "numbers":
        yield problem("S126", place, found=f"{quoted(scale_id)}, a scale of labels", expected="a scale of numbers")
