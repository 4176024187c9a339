"""How the documents of a build differ from those of the build before."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from reportgen.model.calendar import Audience
from reportgen.model.manifest import Changes, DocumentChange


@dataclass(frozen=True)
class _Print:
    """A document by its hash and that of each of its parts: enough to compare, small enough to hold a school's."""

    digest: bytes
    parts: dict[str, bytes]
    shown: DocumentChange


def compare(previous: Iterable[str], current: Iterable[str], *, build: str | None = None) -> Changes:
    """The changes from `previous` to `current`, each the documents of a build as lines of JSON.

    `build` is the id of the earlier one. A document is the same one when its path is. It has changed when any of its
    parts differs; the parts are named.
    """
    before, now = _prints(previous), _prints(current)
    pairs = [(before[path], after) for path, after in now.items() if path in before]
    changed = tuple(
        after.shown.model_copy(update={"fields": _differing(then, after)})
        for then, after in pairs
        if then.digest != after.digest
    )
    return Changes(
        previous=build,
        unchanged=len(pairs) - len(changed),
        changed=changed,
        added=tuple(after.shown for path, after in now.items() if path not in before),
        gone=tuple(then.shown for path, then in before.items() if path not in now),
    )


def _differing(then: _Print, now: _Print) -> tuple[str, ...]:
    """The parts that differ, in the order of the document now, those it no longer has last."""
    names = dict.fromkeys((*now.parts, *then.parts))
    return tuple(name for name in names if now.parts.get(name) != then.parts.get(name))


def _prints(lines: Iterable[str]) -> dict[str, _Print]:
    """The prints of documents by path, in order. A line is read as JSON only: an older build may know other parts."""
    prints = {}
    for line in lines:
        document = json.loads(line)
        parts = {name: sha256(json.dumps(part).encode()).digest() for name, part in document.items()}
        prints[document["path"]] = _Print(digest=sha256(line.encode()).digest(), parts=parts, shown=_shown(document))
    return prints


def _shown(document: dict[str, object]) -> DocumentChange:
    """What is said of a document that changed."""
    audience = next(a for a in get_args(Audience) if a == document["audience"])
    name = document.get("pupil_name") or document.get("heading") or document["title"]
    if audience == "governors":
        name = document["title"]
    return DocumentChange(audience=audience, key=str(document["key"]), path=str(document["path"]), title=str(name))
