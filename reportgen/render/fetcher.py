"""What a page may load: files inside the template folders, and data inside the page itself. Nothing else, ever."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Fetches `data:` and files under the given folders; anything else stops the page.

    A refusal is a FatalURLFetchingError, which derives from BaseException: WeasyPrint swallows every other kind and
    would print the page without what it asked for.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        """Remembers the folders as they really are, links followed."""
        super().__init__(allowed_protocols={"data", "file"}, allow_redirects=False, fail_on_errors=True)
        self._folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401  # WeasyPrint's response
        """The content of a URL, or FatalURLFetchingError when it is not ours to load."""
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise FatalURLFetchingError(f"A page may not load {parts.scheme} addresses.")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise FatalURLFetchingError(f"A page may not load {path.name}: it is outside the template folders.")
        return super().fetch(url, headers)
