from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.bind.names import LONGEST_NAME, fault_of_name, fault_of_path


@pytest.mark.parametrize(
    "name", ["0123456789abcdef.pdf", "10b-ma2-maths", "index.html", "Français.csv", "console", "com10", "a b.txt"]
)
def test_ordinary_names_pass(name: str) -> None:
    """Names that every system takes have no fault."""
    assert fault_of_name(name) == ""


# Microsoft, Naming Files, Paths, and Namespaces: the reserved names, with or without an ending, whatever the capitals.
@pytest.mark.parametrize(
    "device", ["CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "COM¹", "LPT³", "CONIN$", "CONOUT$"]
)
@pytest.mark.parametrize("form", ["{}", "{}.pdf", "{}.tar.gz", "{} .txt"])
def test_windows_devices_are_no_file_names(device: str, form: str) -> None:
    """A file called for a device is refused in every form that Windows takes for the device."""
    assert fault_of_name(form.format(device))
    assert fault_of_name(form.format(device.lower()))


@given(st.text(max_size=LONGEST_NAME + 10))
def test_a_name_that_passes_has_nothing_ntfs_refuses(name: str) -> None:
    """A name without fault has none of NTFS's characters, no control character and no dot or space at its end."""
    if not fault_of_name(name):
        assert not set(name) & set('<>:"|?*\\')
        assert all(ord(c) >= 32 for c in name)
        assert name[-1] not in ". "
        assert len(name) <= LONGEST_NAME


@given(st.lists(st.sampled_from(["a", "b.pdf", "..", ".", "", "con"]), min_size=1, max_size=4))
def test_a_path_is_as_good_as_its_worst_name(names: list[str]) -> None:
    """A path passes when each of its names does, and `..` and empty names never do."""
    assert (fault_of_path("/".join(names)) == "") == all(name in ("a", "b.pdf") for name in names)
