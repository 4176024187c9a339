from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reportgen.bind import Refused, build_id, new_secret_file, read_secret, write_files
from reportgen.model.opaque import opaque_key, secret_of


def test_files_are_written_where_they_belong(tmp_path: Path) -> None:
    """Every file is there with its bytes, folders made on the way, and its path is returned."""
    assert write_files(tmp_path / "new", (("config/school.yaml", b"a"), (".gitignore", b"b"))) == (
        "config/school.yaml",
        ".gitignore",
    )
    assert (tmp_path / "new" / "config" / "school.yaml").read_bytes() == b"a"
    assert sorted(p.name for p in (tmp_path / "new").rglob("*")) == [".gitignore", "config", "school.yaml"]


def test_nothing_that_is_there_is_replaced_unasked(tmp_path: Path) -> None:
    """One file in the way: it is named, it stays, and no other file is written either."""
    write_files(tmp_path, (("config/school.yaml", b"mine"),))
    with pytest.raises(Refused, match=r"config/school\.yaml.*B704"):
        write_files(tmp_path, (("config/staff.yaml", b"new"), ("config/school.yaml", b"new")))
    assert (tmp_path / "config" / "school.yaml").read_bytes() == b"mine"
    assert not (tmp_path / "config" / "staff.yaml").exists()
    write_files(tmp_path, (("config/school.yaml", b"new"),), overwrite=True)
    assert (tmp_path / "config" / "school.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["../x", "/x", "..", "config/../../x", "nul", "./x"])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    """A path that leads elsewhere is refused before any file is written."""
    with pytest.raises(Refused, match="B707"):
        write_files(tmp_path / "in", (("fine", b"x"), (path, b"x")))
    assert not (tmp_path / "in").exists()


def test_a_new_secret_is_random_private_and_out_of_version_control(tmp_path: Path) -> None:
    """Two schools get two secrets of 32 bytes, only the owner may read the file, and .gitignore names it."""
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / ".gitignore").write_text("output/", encoding="utf-8")
    assert new_secret_file(tmp_path / "one") == "config/secret.key"
    new_secret_file(tmp_path / "two")
    assert len(read_secret(tmp_path / "one")) == 32
    assert read_secret(tmp_path / "one") != read_secret(tmp_path / "two")
    assert (tmp_path / "one" / ".gitignore").read_text(encoding="utf-8") == "output/\nconfig/secret.key\n"
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "one" / "config" / "secret.key").stat().st_mode) == 0o600


def test_a_made_up_school_keeps_the_same_secret(tmp_path: Path) -> None:
    """Bytes handed in are the secret."""
    new_secret_file(tmp_path, bytes(range(32)))
    assert read_secret(tmp_path) == bytes(range(32))


def test_a_secret_is_never_replaced(tmp_path: Path) -> None:
    """With another secret every family's file would have another name: the one there stays."""
    new_secret_file(tmp_path)
    before = read_secret(tmp_path)
    with pytest.raises(Refused, match="B704"):
        new_secret_file(tmp_path)
    assert read_secret(tmp_path) == before


@pytest.mark.parametrize("text", [None, "", "abc", "zz" * 32, "ab" * 31])
def test_a_missing_or_damaged_secret_is_a_problem(tmp_path: Path, text: str | None) -> None:
    """Anything but 64 hexadecimal digits is refused, never quietly used."""
    if text is not None:
        write_files(tmp_path, (("config/secret.key", text.encode()),))
    with pytest.raises(Refused, match="B711"):
        read_secret(tmp_path)


def test_opaque_keys_are_hmac_sha256() -> None:
    """RFC 4231, test cases 1 and 2, their first 16 digits."""
    assert opaque_key("what do ya want for nothing?", b"Jefe") == "5bdcc146bf60754e"
    assert opaque_key("Hi There", b"\x0b" * 20) == "b0344c61d8db3853"


def test_a_secret_is_read_with_or_without_an_end_of_line() -> None:
    """Editors add one."""
    assert secret_of("ab" * 32 + "\r\n") == bytes.fromhex("ab" * 32)


def test_a_build_is_named_for_all_its_inputs_in_order() -> None:
    """Twelve hexadecimal digits; another input, another order or another cut between two inputs is another build."""
    names = {build_id(parts) for parts in (("ab", "c"), ("a", "bc"), ("c", "ab"), ("abc",), ("ab", "c", ""), ())}
    assert len(names) == 6
    assert all(len(name) == 12 and int(name, 16) >= 0 for name in names)
    # echo -n 2:ab1:c | sha256sum
    assert build_id(("ab", "c")) == "430fb1b4ac43"
