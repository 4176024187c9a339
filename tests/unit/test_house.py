"""Rules of the house that a linter can't see."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.model.problem_texts import TEXTS

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "reportgen").rglob("*.py"))


def _functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_every_test_states_its_claim() -> None:
    """Each test function has a docstring: the claim it proves."""
    silent = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for function in _functions(path)
        if function.name.startswith("test") and not ast.get_docstring(function)
    ]
    assert silent == []


def _codes_used() -> set[str]:
    used = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) == 4:
                letter, number = node.value[0], node.value[1:]
                if letter in "CSLRPMDVBW" and number.isdigit():
                    used.add(node.value)
    return used


def test_every_problem_code_is_explained_and_used() -> None:
    """A code in the program has an entry that says when it occurs and how to fix it, and no entry is left over."""
    assert _codes_used() == set(TEXTS)


def test_every_problem_text_is_complete() -> None:
    """Message, occasion and remedy are there; a message starts with a capital and has no full stop."""
    for code, text in TEXTS.items():
        assert text.message[:1].isupper(), code
        assert not text.message.endswith("."), code
        assert text.when.endswith("."), code
        assert text.fix.endswith("."), code


@pytest.mark.parametrize("heavy", ["pandas", "scipy", "statsmodels", "openpyxl", "click", "matplotlib", "yaml"])
def test_a_worker_stays_light(heavy: str) -> None:
    """A render worker loads what it runs and nothing of the stages before it."""
    code = f"import sys, reportgen.pipeline.page; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["pandas", "matplotlib", "weasyprint"])
def test_help_is_quick(heavy: str) -> None:
    """`--help` of the program and of a command loads no pandas, matplotlib or weasyprint."""
    code = (
        "import sys, contextlib, io\nfrom reportgen.cli.main import cli\n"
        "for words in (['--help'], ['build', '--help'], ['demo', '--help']):\n"
        "    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "        cli.main(words)\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_template_switches_escaping_off() -> None:
    """No template says `|safe`, turns autoescape off, or does arithmetic on data with filters that round or sort."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for word in ("|safe", "| safe", "autoescape", "|round", "| round", "|sort", "| sort"):
            assert word not in text, f"{path.name}: {word}"
