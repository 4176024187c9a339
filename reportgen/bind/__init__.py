"""Binding: the only stage that writes. A build's folder, its manifest and lists, its index, and what is kept."""

from __future__ import annotations

from reportgen.bind.build import Bound, Build, open_build
from reportgen.bind.comparison import compare
from reportgen.bind.files import ignore_in_git, new_secret_file, read_secret, write_files
from reportgen.bind.identity import build_id
from reportgen.bind.index import build_index, index_context
from reportgen.bind.reading import current_build, read_build, read_current, verify
from reportgen.bind.refused import Refused
from reportgen.bind.sheets import problems_csv

__all__ = [
    "Bound",
    "Build",
    "Refused",
    "build_id",
    "build_index",
    "compare",
    "current_build",
    "ignore_in_git",
    "index_context",
    "new_secret_file",
    "open_build",
    "problems_csv",
    "read_build",
    "read_current",
    "read_secret",
    "verify",
    "write_files",
]
