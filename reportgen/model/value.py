"""The one kind of object that travels between stages: frozen, refusing unknown fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=60)]
"""An identifier people type: lower case letters, digits, `-`, `_`, `.`."""


class Value(BaseModel):
    """A frozen value. Change one by `model_copy(update=...)`, never in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)
