"""Locations of the content and of compiled files."""

from __future__ import annotations

import os
import pwd
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tests.store.opened import compiled, title
from tui.store import BriefingError, find_content, open_store
from tui.store.originals import find_originals
from tui.store.paths import cache_folder

pytestmark = pytest.mark.slow

_TITLE = "线上问诊样本简报"


def test_an_explicit_content_folder_takes_precedence(
    sample: Path, own_cache: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    assert title(Path("content"), own_cache) == _TITLE
    assert title(sample, {**own_cache, "MEDBRIEF_CONTENT": "/nowhere"}) == _TITLE


def test_the_environment_variable_sets_the_content_folder(
    sample: Path, own_cache: dict[str, str]
) -> None:
    with open_store(None, {**own_cache, "MEDBRIEF_CONTENT": str(sample)}) as store:
        assert store.title().zh == _TITLE


def test_the_default_content_is_that_of_the_checkout(environment: Mapping[str, str]) -> None:
    assert find_content(None, environment) == str(REAL_CONTENT)


@pytest.mark.parametrize("name", ["医保 简报", "a'b\"c", "%41?x=1#y", "-x", "\udcd2\udcbd"])
def test_a_folder_may_have_any_name(
    sample_copy: Path, own_cache: dict[str, str], name: str
) -> None:
    folder = sample_copy.parent / name
    sample_copy.rename(folder)
    assert title(folder, own_cache) == _TITLE
    inside = {**own_cache, "XDG_CACHE_HOME": str(folder / "cache")}
    assert title(folder, inside) == _TITLE
    assert len(list((folder / "cache").rglob("*.db"))) == 1


def test_a_missing_content_folder_is_reported(own_cache: dict[str, str]) -> None:
    with pytest.raises(BriefingError) as caught:
        title(Path("/nowhere/content"), own_cache)
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == ("/nowhere/content", "L012")


def test_a_relative_folder_in_a_deleted_working_directory_is_reported(
    own_cache: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deleted").mkdir()
    monkeypatch.chdir(tmp_path / "deleted")
    (tmp_path / "deleted").rmdir()
    with pytest.raises(BriefingError) as caught:
        title(Path("content"), own_cache)
    assert [problem.code for problem in caught.value.problems] == ["L012"]
    assert find_originals(None, "content", own_cache).folder is None


def test_missing_cache_folders_are_created(sample: Path, own_cache: dict[str, str]) -> None:
    deep = {**own_cache, "XDG_CACHE_HOME": own_cache["XDG_CACHE_HOME"] + "/a/b/c"}
    assert title(sample, deep) == _TITLE
    assert len(compiled(deep)) == 1


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files of this test, to detect leftovers."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_file_in_place_of_the_cache_folder_is_not_changed(
    sample: Path, own_cache: dict[str, str], tmp_path: Path, temporary: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    blocked = {**own_cache, "XDG_CACHE_HOME": str(tmp_path / "file")}
    assert title(sample, blocked) == _TITLE
    assert (tmp_path / "file").read_text() == "mine"
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_without_write_access_to_the_cache_the_briefing_is_compiled_temporarily(
    sample: Path, own_cache: dict[str, str], tmp_path: Path, temporary: Path
) -> None:
    (tmp_path / "cache").mkdir(mode=0o500)
    assert title(sample, own_cache) == _TITLE
    assert list(temporary.iterdir()) == []


def test_a_read_only_cache_is_used(sample: Path, own_cache: dict[str, str], tmp_path: Path) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    for each in (path, path.parent, tmp_path / "cache"):
        each.chmod(0o444 if each.is_file() else 0o555)
    assert title(sample, own_cache) == _TITLE
    for each in (tmp_path / "cache", path.parent):
        each.chmod(0o755)


def test_a_briefing_opens_where_no_file_can_be_written(
    sample: Path, own_cache: dict[str, str], temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "gone"))
    blocked = {**own_cache, "XDG_CACHE_HOME": os.devnull}
    with open_store(str(sample), blocked) as store:
        assert store.title().zh == _TITLE
        assert store.file() is None


@pytest.mark.parametrize("prefix", ["/", "//"])
def test_a_cache_path_may_start_with_several_slashes(
    sample: Path, own_cache: dict[str, str], prefix: str
) -> None:
    environ = {**own_cache, "XDG_CACHE_HOME": prefix + own_cache["XDG_CACHE_HOME"]}
    for _ in range(2):
        with open_store(str(sample), environ) as store:
            assert store.file() is not None


@pytest.mark.parametrize("cache", ["", "relative/cache"])
def test_the_default_cache_is_in_the_home_folder(
    sample: Path,
    own_cache: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cache: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    title(sample, {**own_cache, "XDG_CACHE_HOME": cache, "HOME": str(tmp_path / "home")})
    assert len(list((tmp_path / "home/.cache/medbrief").glob("*.db"))) == 1
    assert not (tmp_path / "relative").exists()


def test_without_home_variable_the_home_of_the_user_account_is_used(
    sample: Path,
    own_cache: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    homeless = {k: v for k, v in own_cache.items() if k not in ("HOME", "XDG_CACHE_HOME")}
    person = pwd.struct_passwd(("x", "x", 1, 1, "", str(tmp_path / "home"), "/bin/sh"))
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", lambda _: person)
    assert title(sample, homeless) == _TITLE
    assert len(list((tmp_path / "home/.cache/medbrief").glob("*.db"))) == 1


def test_without_any_home_the_cache_is_not_in_the_working_directory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(_: int) -> None:
        raise KeyError("no such user")

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert Path(cache_folder({})).is_absolute()
