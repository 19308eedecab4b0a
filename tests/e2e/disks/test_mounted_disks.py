"""Writing files on full disks, to bind-mounted files and in read-only folders.

Each test runs a line of shell in a mount namespace of its own, so that nothing stays mounted.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.command import COMMAND
from tests.conftest import SAMPLE
from tui.store import Store

Shell = Callable[[str], str]
_FULL = "No space left on device"
_SMALL_DISK = "mount -t tmpfs -o size=64k none disk; cd disk; "


@pytest.fixture
def shell(environment: Mapping[str, str], sample_store: Store, tmp_path: Path) -> Shell:
    """``shell(script)`` returns what the script prints to both streams. Its working directory is
    ``tmp_path``, with an empty folder ``disk``; ``m`` is the command, followed by its exit code."""
    if shutil.which("unshare") is None:
        pytest.skip("the program unshare is not installed")
    (tmp_path / "disk").mkdir()
    variables = {
        "PATH": f"{COMMAND.parent}:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "MEDBRIEF_CONTENT": str(SAMPLE / "content"),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    prefix = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root", "--mount"]

    def run(script: str) -> str:
        done = subprocess.run(
            [*prefix, "/bin/sh", "-ec", f'm() {{ medbrief "$@" && echo 0 || echo $?; }}; {script}'],
            env=variables,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        return done.stdout

    if "mounted" not in run("mount -t tmpfs none disk; echo mounted"):
        pytest.skip("this user may not mount file systems")
    return run


@pytest.mark.parametrize(
    "words",
    ["list --json -o file", "export --all --format html --output=file", "database file"],
)
def test_a_full_disk_leaves_nothing_and_the_old_file(shell: Shell, words: str) -> None:
    def error(message: str) -> str:
        if "--json" not in words:
            return f"medbrief: error: {message}\n74\n"
        keys = {"error": "output", "exit_code": 74, "message": message, "details": []}
        return f"{json.dumps(keys)}\n74\n"

    failed = error(f"cannot write file: {_FULL}")
    assert shell(f"{_SMALL_DISK} m {words}; ls -A") == failed
    if not words.startswith("database"):
        assert shell(f"{_SMALL_DISK} echo old > file; m {words}; ls -A; cat file") == (
            f"{failed}file\nold\n"
        )
        # A redirect has no old file to keep: all there is room for, and the error.
        redirect = words.replace("-o file", "> file").replace("--output=file", "> file")
        shown = shell(f"{_SMALL_DISK} medbrief {redirect} || echo $?; wc -c < file")
        assert shown == error(f"cannot write the output: {_FULL}") + "65536\n"


def test_a_full_disk_that_gets_room_can_be_written_again(shell: Shell) -> None:
    script = "dd if=/dev/zero of=filler bs=1k count=60 2>/dev/null; m list -o file; rm filler; "
    shown = shell(f"{_SMALL_DISK} {script} m list -o file; ls -A")
    assert shown == f"medbrief: error: cannot write file: {_FULL}\n74\n0\nfile\n"


def test_config_and_record_templates_leave_no_stub_on_a_full_disk(shell: Shell) -> None:
    fill = "mkdir -p medbrief content/glossary; dd if=/dev/zero of=filler bs=1k 2>/dev/null || :; "
    config = f"XDG_CONFIG_HOME=$PWD; export XDG_CONFIG_HOME; {fill} m config --init; ls medbrief"
    shown = shell(_SMALL_DISK + config)
    assert shown.startswith("medbrief: error: cannot write ")
    assert shown.endswith(f"/medbrief/config.toml: {_FULL}\n74\n")
    shown = shell(f"{_SMALL_DISK} {fill} m new term mine --content content; ls content/glossary")
    assert shown == f"medbrief: error: cannot write content/glossary/mine.toml: {_FULL}\n74\n"


def test_pins_survive_a_full_disk(shell: Shell) -> None:
    pin = (
        f"PYTHONPATH={SAMPLE.parent.parent} {COMMAND.parent}/python -c '"
        'import sys; from tui.state import *; f = StateFile("./state.json"); '
        "f.change(lambda s: s.with_pin(Pin(sys.argv[1]))); print(f.problem and f.problem.en)' "
    )
    fill = "dd if=/dev/zero of=filler bs=1k 2>/dev/null || :; "
    shown = shell(f"{_SMALL_DISK} {pin} a; {fill} {pin} b; grep -c id state.json; ls -A")
    assert shown == (
        f"None\npins cannot be saved ({_FULL}); they are lost when you quit\n1\n"
        "filler\nstate.json\nstate.json.lock\n"
    )


@pytest.mark.parametrize("words", ["list -o disk/file", "database disk/file"])
def test_a_bind_mounted_file_is_written_in_place(shell: Shell, words: str) -> None:
    # A container mounts single files like this; they cannot be renamed.
    script = (
        "medbrief database own >path; touch disk/file; "
        f"mount --bind own disk/file; m {words} >code; tail -1 code; ls -A disk; "
        "medbrief list > after; cmp disk/file own && umount disk/file; wc -c <disk/file; "
    )
    wanted = "cmp own after" if words.startswith("list") else "cmp own $(medbrief database)"
    assert shell(f"{script} {wanted} && echo same") == "0\nfile\n0\nsame\n"


def test_a_writable_file_in_a_read_only_folder_is_written_in_place(shell: Shell) -> None:
    script = (
        "echo old > own; touch disk/file; mount --bind disk disk; mount --bind own disk/file; "
        "mount -o remount,bind,ro disk; m sources -o disk/file; m sources -o disk/new; "
        "medbrief sources | cmp - own && echo same; ls -A disk"
    )
    shown = shell(script)
    assert shown == (
        "0\nmedbrief: error: cannot write disk/new: Read-only file system\n74\nsame\nfile\n"
    )
