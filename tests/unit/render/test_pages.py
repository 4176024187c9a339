"""Pages from documents: one template for screen and paper, nothing from outside, a school's own blocks."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from builders import THEME
from family_pages import longest, parent_report, plain, strangest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError, TemplateAssertionError

from reportgen.render import Pages
from reportgen.render.pages import policy


def test_text_is_printed_as_text(pages: Pages) -> None:
    """A name that is markup, a template or a formula reaches both media as letters."""
    for page in (pages.html(strangest(), draw=plain), pages.print_html(strangest(), draw=plain)):
        assert "<script>" not in page
        assert "O&#39;Brien &lt;b&gt; =SUM(1) $x$ {{ 7*7 }}" in page
        assert "<b> =SUM" not in page


def test_a_screen_page_asks_for_nothing(pages: Pages) -> None:
    """No address, no link, no script in a family's page, and a policy that forbids them."""
    page = pages.html(parent_report(), draw=plain)
    body = page.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//[a-z]|<script|<link|<iframe|@import|\bsrc=", body)
    assert "default-src &#39;none&#39;" in page
    assert "script-src" not in page
    assert 'name="robots" content="noindex, nofollow"' in page
    assert 'name="referrer" content="no-referrer"' in page


def test_the_policy_allows_one_script_by_its_hash() -> None:
    """The hash is that of the script's exact text, as browsers compute it."""
    digest = base64.b64encode(hashlib.sha256(b"let a = 1;\n").digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy("let a = 1;\n")


def test_draft_is_a_word_on_the_screen_until_release(pages: Pages) -> None:
    """People who can't see a watermark are told too."""
    assert "<strong>DRAFT</strong>" in pages.html(parent_report(draft=True), draw=plain)
    assert "DRAFT" not in pages.html(parent_report(draft=False), draw=plain)


def test_pictures_are_drawn_in_the_theme_with_their_title_first(pages: Pages) -> None:
    """Paints become colours, sizes millimetres, and the words for people who can't see it come first."""
    page = pages.print_html(parent_report(), draw=plain)
    assert '<title>4 of 4</title><path d="M0 0h8v4h-8z" fill="#12436D" stroke="#8C8C8C"' in page
    assert 'font-size="4.233" fill="#F46A25" font-weight="600" text-anchor="end">now</text>' in page
    assert not re.search(r"<svg[^>]*>(?!<title>)", page)


def test_a_chart_with_axes_is_printed_as_it_is(pages: Pages) -> None:
    """SVG text handed in is not escaped, and its face is the one the page has."""
    page = pages.html(parent_report(), draw=lambda _: '<svg><text font-family="Source Sans 3">A</text></svg>')
    assert '<svg><text font-family="Report Sans">A</text></svg>' in page


def test_every_table_has_a_caption_and_headings_with_scope(pages: Pages) -> None:
    """The first cell of a row is its heading, but for a row of figures; each head says that it is a column's."""
    page = pages.print_html(longest(), draw=plain)
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        assert "<caption>" in table
        rows = re.findall(r"<tr[ >].*?</tr>", table.split("<tbody", 1)[1], re.DOTALL)
        assert all(row.count('<th scope="row"') == ('class="sessions' not in table) for row in rows)
    assert page.count('<th scope="col"') == len(longest().subjects.columns) + 5


def test_headings_do_not_skip_a_level(pages: Pages) -> None:
    """One h1, first; no level is left out."""
    levels = [int(level) for level in re.findall(r"<h(\d)", pages.html(parent_report(), draw=plain))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_school_replaces_one_block(school_pages: Pages, tmp_path: Path) -> None:
    """A template of the same name that extends ours changes its own block and nothing else."""
    (tmp_path / "parents").mkdir()
    (tmp_path / "parents" / "interim.html").write_text(
        '{% extends "shipped/parents/interim.html" %}{% block closing %}<p>Our door is open.</p>{% endblock %}',
        encoding="utf-8",
    )
    page = school_pages.html(parent_report(), draw=plain)
    assert "Our door is open." in page
    assert "How to talk to us" not in page
    assert "How to read this report" in page


def test_a_school_replaces_a_style_sheet(tmp_path: Path) -> None:
    """A style sheet of the same path is used in place of ours."""
    (tmp_path / "parents").mkdir()
    (tmp_path / "parents" / "interim.css").write_text("h1 { letter-spacing: 1mm }", encoding="utf-8")
    assert "letter-spacing: 1mm" in Pages(THEME, tmp_path, (b"", b"")).html(parent_report(), draw=plain)


@pytest.mark.parametrize(
    ("template", "refused"),
    [
        ("{{ ''.__class__.__mro__ }}", SecurityError),
        ("{{ document.no_such_part }}", UndefinedError),
        ("{{ document.title|safe }}", TemplateAssertionError),
        ("{{ [3, 1]|sort }}", TemplateAssertionError),
        ("{% set _ = document.lines.append('x') %}", (UndefinedError, SecurityError)),
    ],
)
def test_a_school_template_is_kept_in_its_sandbox(
    school_pages: Pages, tmp_path: Path, template: str, refused: type[Exception] | tuple[type[Exception], ...]
) -> None:
    """It can't reach into Python, print what is not there, trust text or sort."""
    (tmp_path / "parents").mkdir()
    (tmp_path / "parents" / "interim.html").write_text(template, encoding="utf-8")
    with pytest.raises(refused):
        school_pages.html(parent_report(), draw=plain)


def test_a_missing_folder_of_overrides_is_no_error(tmp_path: Path) -> None:
    """A school without templates of its own gets ours."""
    assert "Amara Okonkwo" in Pages(THEME, tmp_path / "none", (b"", b"")).html(parent_report(), draw=plain)
