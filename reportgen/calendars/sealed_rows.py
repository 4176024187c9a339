"""The rows of a collection as freezing seals them: what was given to whom, without where it stood in an export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.frames import Loaded
from reportgen.model.seal import SealedRow

_MARK = (f.PUPIL, f.SUBJECT, f.FACET, "", f.STATE, f.LABEL)
_COMMENT = (f.PUPIL, f.SUBJECT, f.KIND, f.AUTHOR, "", f.TEXT)
"""The columns a sealed row is made of, in its order; nothing where it has none."""


def sealed_rows(loaded: Loaded, collection: str) -> tuple[SealedRow, ...]:
    """The checked marks and comments of a collection, sorted; none where the exports have none of it.

    Source, sheet and row are left out, and how a cell was written: an export saved again, sorted anew or with `5 +` for
    `5+` is the same collection.
    """
    marks, comments = (frame.loc[frame[f.COLLECTION] == collection] for frame in (loaded.results, loaded.comments))
    return tuple(sorted((*_rows(marks, _MARK), *_rows(comments, _COMMENT))))


def sources_of(loaded: Loaded, collection: str) -> frozenset[str]:
    """The sources that the rows of a collection came from."""
    frames = (frame.loc[frame[f.COLLECTION] == collection, f.SOURCE] for frame in (loaded.results, loaded.comments))
    return frozenset(str(source) for column in frames for source in column.dropna().unique())


def _rows(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[SealedRow]:
    """A row of each row of a frame: these columns as text, missing values and columns left blank as nothing."""
    filled = (frame[name].fillna("").astype(str).tolist() if name else [""] * len(frame) for name in columns)
    return map(SealedRow._make, zip(*filled, strict=True))
