"""A page read into a tree by the XML parser where it is well formed: the same tree as from the HTML parser, sooner."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

import cssselect2  # type: ignore[import-untyped]  # WeasyPrint's selectors, without types
from defusedxml.ElementTree import fromstring
from weasyprint import HTML

from reportgen.render.fetcher import AssetFetcher


class PageTree(HTML):  # type: ignore[misc]  # weasyprint has no types
    """What WeasyPrint's HTML is once parsed: an element tree, its address, its fetcher."""

    def __init__(self, root: Element, *, base_url: str, fetcher: AssetFetcher) -> None:
        """Takes a parsed tree in place of parsing one."""
        self.base_url = base_url
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def page_tree(page: str, *, base_url: str, fetcher: AssetFetcher) -> HTML:
    """The page ready to set. Our templates are well-formed XML; a school's own need not be, and take the long way."""
    try:
        root = fromstring(page)
    except ParseError:
        return HTML(string=page, base_url=base_url, url_fetcher=fetcher)
    return PageTree(root, base_url=base_url, fetcher=fetcher)
