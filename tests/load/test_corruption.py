"""Whatever is done to the files of a briefing, it loads or its mistakes are told."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tui.diagnostics import ContentError
from tui.load import load_content

_PIECES = [
    b"", b"\n", b'"', b"'", b'"""', b"[", b"]]", b"{", b"}", b"=", b".", b",", b"#", b"\\", b"\x00",
    b"\xff", b"\r", b"\xe5", b"0", b"-", b"nan", b"true", b"{fact:", b"x = 1\n",
    b'zh = "\\u0000"\n', b"[[observations]]\n", b"2021-13-01", b"1e9", b"[1, {}]",
]  # fmt: skip


def _corrupt(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randint(0, len(data)), chance.choice([0, 1, 2, 9, 60])
        match chance.randint(0, 3):
            case 0:  # something else in the place of something
                data = data[:at] + chance.choice(_PIECES) + data[at + length :]
            case 1:  # something twice
                data = data[:at] + data[at : at + length] + data[at:]
            case 2:  # the rest lost
                data = data[:at] if chance.random() < 0.2 else data[:at] + data[at + length :]
            case _:  # lines exchanged
                lines = data.split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                data = b"\n".join(lines)
    return data


def _load_corrupted(folder: Path, files: list[Path], chance: random.Random) -> bool:
    """Corrupt ``files``, load, and mend them again. Whether mistakes were told."""
    sound = {path: path.read_bytes() for path in files}
    for path, data in sound.items():
        path.write_bytes(_corrupt(data, chance))
    try:
        load_content(folder)
    except ContentError as error:
        lines = {str(path): path.read_bytes().count(b"\n") + 1 for path in files}
        for problem in error.problems:
            assert problem.format("zh").isprintable()
            assert problem.format("en").isprintable()
            assert 0 <= problem.line <= lines.get(problem.file, problem.line)
        return True
    finally:
        for path, data in sound.items():
            path.write_bytes(data)
    return False


def test_the_sample_survives_300_corruptions(sample_copy: Path) -> None:
    files, chance = sorted(sample_copy.parent.rglob("*.toml")), random.Random("sample")
    told = [_load_corrupted(sample_copy, [chance.choice(files)], chance) for _ in range(300)]
    assert any(told)


@pytest.mark.parametrize("seed", range(2))
def test_the_real_content_survives_150_corruptions(tmp_path: Path, seed: int) -> None:
    for name in ("content", "seeds"):
        files = shutil.ignore_patterns("originals")
        shutil.copytree(REAL_CONTENT.parent / name, tmp_path / name, ignore=files)
    every, chance = sorted(tmp_path.rglob("*.toml")), random.Random(seed)
    for _ in range(15):
        assert _load_corrupted(tmp_path / "content", chance.sample(every, 10), chance)
