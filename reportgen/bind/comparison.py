"""How the documents of a build differ from those of the build before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from reportgen.model.calendar import Audience
from reportgen.model.document import Document
from reportgen.model.manifest import Changes, DocumentChange

_STAMP = frozenset({"revision", "shown"})
"""What an origin says of freezing."""


@dataclass(frozen=True)
class _Print:
    """A document by the hash of each of its parts: enough to compare, small enough to hold a school's."""

    parts: dict[str, bytes]
    rows: dict[str, bytes]
    """Rows of its tables by their heads, sections by their headings."""
    shown: DocumentChange


def compare(previous: Iterable[str], current: Iterable[str], *, build: str | None = None) -> Changes:
    """The changes from `previous` to `current`, each the documents of a build as lines of JSON.

    `build` is the id of the earlier one. A document is the same one when its path is. It has changed when any of its
    parts differs; the parts are named, and the rows of tables that differ by their heads. DRAFT and the revision of the
    collection are no part of what it says.
    """
    before, now = _prints(previous), _prints(current)
    pairs = [(before[path], after) for path, after in now.items() if path in before]
    changed = tuple(
        after.shown.model_copy(
            update={"fields": _differing(then.parts, after.parts), "rows": _differing(then.rows, after.rows)}
        )
        for then, after in pairs
        if then.parts != after.parts
    )
    return Changes(
        previous=build,
        unchanged=len(pairs) - len(changed),
        changed=changed,
        added=tuple(after.shown for path, after in now.items() if path not in before),
        gone=tuple(then.shown for path, then in before.items() if path not in now),
    )


def _differing(then: dict[str, bytes], now: dict[str, bytes]) -> tuple[str, ...]:
    """The names of what differs, in the order of the document now, what it no longer has last."""
    return tuple(name for name in dict.fromkeys((*now, *then)) if now.get(name) != then.get(name))


def _rows(part: object) -> Iterator[tuple[str, bytes]]:
    """Rows of a table by the text of their first cell; sections of a pack by their heading."""
    if isinstance(part, dict) and isinstance(part.get("rows"), list):
        for row in part["rows"]:
            if row.get("cells") and row["cells"][0].get("text"):
                yield row["cells"][0]["text"], _hash(row)
    elif isinstance(part, list):
        for one in part:
            if isinstance(one, dict) and one.get("heading"):
                yield one["heading"], _hash(one)


def _hash(part: object) -> bytes:
    return sha256(json.dumps(part).encode()).digest()


def _prints(lines: Iterable[str]) -> dict[str, _Print]:
    """The prints of documents by path, in order. A line is read as JSON only: an older build may know other parts."""
    prints = {}
    for line in lines:
        document = json.loads(line)
        prints[document["path"]] = _Print(
            parts={name: _hash(part) for name, part in _said(document)},
            rows=dict(row for part in document.values() for row in _rows(part)),
            shown=_shown(document),
        )
    return prints


def _said(document: dict[str, object]) -> Iterator[tuple[str, object]]:
    """The parts of a document that say something: without DRAFT and revision."""
    for name, part in document.items():
        if name == "origin" and isinstance(part, dict):
            yield name, {key: value for key, value in part.items() if key not in _STAMP}
        elif name != "draft":
            yield name, part


def since_release(
    approved: Iterable[str], current: Iterable[Document], *, before: Iterable[str], build: str
) -> Changes:
    """How documents differ from those released: the ones that are drafts, and the ones that are no longer there.

    Args:
        approved: Paths of the documents of the release.
        current: The documents now; one that is what was approved is no draft.
        before: The documents of the approved build as lines of JSON; none where that build is not there any more.
        build: Its id.
    """
    documents, paths = tuple(current), tuple(approved)
    known = compare(before, (d.model_dump_json() for d in documents))
    found = {change.path: change for change in (*known.changed, *known.gone)}
    drafts = tuple(found.get(d.path) or _shown(d.model_dump(mode="json")) for d in documents if d.draft)
    there = {d.path for d in documents}
    return Changes(
        previous=build,
        unchanged=len(documents) - len(drafts),
        changed=tuple(one for one in drafts if one.path in set(paths)),
        added=tuple(one for one in drafts if one.path not in set(paths)),
        gone=tuple(found.get(path) or _gone(path) for path in paths if path not in there),
    )


def _gone(path: str) -> DocumentChange:
    """A document of which nothing but its path is known."""
    folder, _, stem = path.partition("/")
    audience = next(a for a in get_args(Audience) if a == folder)
    return DocumentChange(audience=audience, key=stem.rpartition("/")[2], path=path, title=path)


def _shown(document: dict[str, object]) -> DocumentChange:
    """What is said of a document that changed."""
    audience = next(a for a in get_args(Audience) if a == document["audience"])
    name = document.get("pupil_name") or document.get("heading") or document["title"]
    if audience == "governors":
        name = document["title"]
    return DocumentChange(audience=audience, key=str(document["key"]), path=str(document["path"]), title=str(name))
