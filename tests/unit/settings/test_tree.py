from __future__ import annotations

import pytest

from reportgen.settings.tree import Listing, Mark, Scalar, down, read_tree


def codes(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.place.line, p.place.column) for p in read_tree(text, "a.yaml").problems]


@pytest.mark.parametrize(
    "written", ["no", "012", "9-1", "1:30", "2026-09-03", "1e3", "0x10", "On", "=", "Null", "1_000", ".5"]
)
def test_scalars_stay_text(written: str) -> None:
    """A plain value is the very text people wrote, never a truth, number, date or time."""
    root = read_tree(f"a: {written}\n", "a.yaml").root
    assert root is not None
    assert root.entries[0].value == Scalar(written, empty=False, mark=Mark(1, 4))


def test_marks_are_counted_from_one() -> None:
    """Lines and columns are those an editor shows, also after a byte order mark was taken off and with CRLF."""
    root = read_tree("a:\r\n  - x\r\n  - b: é z\r\n    c: 2\r\n", "a.yaml").root
    assert root is not None
    assert down(root, ("a", 1, "c"))[1] == Mark(4, 8)
    assert down(root, ("a", 0))[1] == Mark(2, 5)


def test_down_stops_at_the_deepest_place() -> None:
    """A path that leads nowhere points at the last place on the way."""
    root = read_tree("a:\n  - x\n", "a.yaml").root
    assert root is not None
    node, mark = down(root, ("a", 5, "z"))
    assert isinstance(node, Listing)
    assert mark == Mark(1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x 1\n", 1, 4),
        ("a: 1\nb: *x\n", 2, 4),
        ("a: !!str 1\n", 1, 4),
        ("a: !own {b: 1}\n", 1, 4),
        ("a:\n  <<: {b: 1}\n", 2, 3),
        ("a: 1\n---\nb: 2\n", 2, 1),
    ],
)
def test_shorthands_are_refused(text: str, line: int, column: int) -> None:
    """Anchors, aliases, tags, merge keys and second documents are refused where they stand."""
    assert codes(text) == [("S105", line, column)]


def test_a_thousand_aliases_cost_nothing() -> None:
    """A text that would unfold into billions of values is refused unexpanded."""
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert {code for code, _, _ in codes(bomb)} == {"S105"}


def test_a_key_twice_names_the_first() -> None:
    """The second of two equal keys is a problem that names the line of the first, at every level."""
    problems = read_tree("a: 1\nb: {c: 1, c: 2}\na: 3\n", "a.yaml").problems
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("S106", 2, 11), ("S106", 3, 1)]
    assert "line 1" in problems[1].expected


def test_deep_nesting_ends_quietly() -> None:
    """A text of a hundred thousand brackets is a problem, not a crash."""
    assert [code for code, _, _ in codes("a: " + "[" * 100_000)] == ["S104"]


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("a:\n\t- x\n", 2, "spaces, not tabs"),
        ("a: Note: bring kit\n", 1, "colon in quotes"),
        ("a: @home\n", 1, "starts with @"),
        ("a: 'open\n", 2, "Close the quote"),
        ("a: [1, 2\nb: 3\n", 2, "brackets"),
    ],
)
def test_syntax_errors_say_what_to_do(text: str, line: int, remedy: str) -> None:
    """Each of the commonest slips is told with its line and its remedy."""
    (one,) = read_tree(text, "a.yaml").problems
    assert (one.code, one.place.line) == ("S104", line)
    assert remedy in one.remedy


def test_control_characters_are_refused_with_their_place() -> None:
    """A control character is named with line and column, whichever YAML library is installed."""
    assert codes("a: 1\nb: x\x07\n") == [("S102", 2, 5)]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~\n"])
def test_an_empty_file_is_an_empty_table(text: str) -> None:
    """A file without content holds no keys, and nothing is wrong with it."""
    tree = read_tree(text, "a.yaml")
    assert tree.root is not None
    assert (tree.root.entries, tree.problems) == ((), ())


def test_quotes_make_emptiness_a_text() -> None:
    """A bare nothing, ~ and null are empty; the same in quotes is text."""
    root = read_tree("a:\nb: ''\nc: ~\nd: 'null'\ne: null\n", "a.yaml").root
    assert root is not None
    assert [e.value.empty for e in root.entries if isinstance(e.value, Scalar)] == [True, False, True, False, True]


def test_a_list_is_no_settings_file() -> None:
    """A file that starts with a list is told to start with a key."""
    assert codes("- a\n") == [("S112", 1, 1)]


def test_a_key_that_is_a_list_is_refused() -> None:
    """Keys are texts."""
    assert codes("? [a]\n: 1\n") == [("S112", 1, 3)]
