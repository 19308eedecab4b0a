"""The briefing that the server loads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.opened import compiled, title
from tui.serve.snapshot import load_snapshot


def test_a_file_with_text_that_cannot_be_decoded_is_recompiled(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    name = title(sample, dict(os.environ))
    (path,) = compiled({"XDG_CACHE_HOME": str(tmp_path)})
    path.chmod(0o600)
    written = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(name.encode(), b"\xff" * len(name.encode())))
    os.utime(path, ns=(written, written))  # a failing disk leaves it
    store = load_snapshot(str(sample)).store
    assert store.title().zh == name
