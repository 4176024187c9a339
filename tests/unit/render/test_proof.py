"""The proof: what it must refuse."""

from __future__ import annotations

import io
import sys

import pikepdf
import pytest
from family_pages import parent_report, plain, shortest

from reportgen.render import Pages, prove_pdf


@pytest.fixture(scope="module")
def good(pages: Pages) -> bytes:
    return pages.pdf(parent_report(), draw=plain).content


def test_a_report_passes(good: bytes) -> None:
    """Nothing is found wrong with a report as printed."""
    assert prove_pdf(good) == ()


def test_a_file_without_its_title_is_refused(good: bytes) -> None:
    """A rule of PDF/UA-1 that fails is named."""
    with pikepdf.open(io.BytesIO(good)) as pdf:
        del pdf.Root.ViewerPreferences
        told = prove_pdf(_saved(pdf))
    assert told
    assert all("PDF/UA-1" in one for one in told)


def test_joined_files_are_refused(good: bytes, pages: Pages) -> None:
    """Pages whose content no element reaches pass the profile and are refused here."""
    with (
        pikepdf.open(io.BytesIO(good)) as pdf,
        pikepdf.open(io.BytesIO(pages.pdf(shortest(), draw=plain).content)) as more,
    ):
        pdf.pages.extend(more.pages)
        told = prove_pdf(_saved(pdf))
    assert "page 3: nothing on it is reached from the structure tree" in told


def test_content_cut_from_the_tree_is_refused(good: bytes) -> None:
    """A section taken out of the tree is named by its page and how much it held."""
    with pikepdf.open(io.BytesIO(good)) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        del document.K[1]
        told = prove_pdf(_saved(pdf))
    assert any(one.startswith("page 1: ") and "not reached" in one for one in told)


def test_without_the_validator_it_says_what_to_install(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The prove extra is optional; its absence is said, not passed over."""
    monkeypatch.setitem(sys.modules, "page", None)
    with pytest.raises(RuntimeError, match=r"reportgen\[prove\]"):
        prove_pdf(good)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_blank_side_passes_and_content_without_a_tag_does_not(pages: Pages) -> None:
    """A batch's blank side holds nothing to reach; ink on it that no tag and no artifact holds is found."""
    one_side = shortest().model_copy(update={"guide": (), "long": True})
    blank = pages._press.join(pages.lay_out(one_side, draw=plain), [], right_hand=True).printed
    assert blank.pages == 2
    assert prove_pdf(blank.content) == ()
    with pikepdf.open(io.BytesIO(blank.content)) as pdf:
        side = pdf.pages[1]
        side.contents_coalesce()
        side.Contents = pdf.make_stream(side.Contents.read_bytes() + b"\n0 0 100 100 re f\n")
        assert prove_pdf(_saved(pdf))
