"""A corrupted file either loads or is reported with problems; loading never crashes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tui.diagnostics import ContentError
from tui.load import load_content

pytestmark = pytest.mark.slow

_PIECES = [
    b"", b"\n", b'"', b"'", b'"""', b"[", b"]]", b"{", b"}", b"=", b".", b",", b"#", b"\\", b"\x00",
    b"\xff", b"\r", b"\xe5", b"0", b"-", b"nan", b"true", b"{fact:", b"x = 1\n",
    b'zh = "\\u0000"\n', b"[[observations]]\n", b"2021-13-01", b"1e9", b"[1, {}]",
]  # fmt: skip


def _corrupt(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        start, length = random.randint(0, len(data)), random.choice([0, 1, 2, 9, 60])
        match random.randint(0, 3):
            case 0:  # replace a run
                data = data[:start] + random.choice(_PIECES) + data[start + length :]
            case 1:  # repeat a run
                data = data[:start] + data[start : start + length] + data[start:]
            case 2:  # delete a run, or the rest
                rest = b"" if random.random() < 0.2 else data[start + length :]
                data = data[:start] + rest
            case _:  # exchange two lines
                lines = data.split(b"\n")
                one, other = random.randrange(len(lines)), random.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                data = b"\n".join(lines)
    return data


def _problems_after_corruption(folder: Path, files: list[Path], random: Random) -> int:
    """Corrupt ``files``, load, and restore them. Return the number of problems."""
    originals = {path: path.read_bytes() for path in files}
    for path, data in originals.items():
        path.write_bytes(_corrupt(data, random))
    try:
        load_content(folder)
    except ContentError as error:
        lines = {str(path): path.read_bytes().count(b"\n") + 1 for path in files}
        for problem in error.problems:
            assert problem.format("zh").isprintable()
            assert problem.format("en").isprintable()
            assert 0 <= problem.line <= lines.get(problem.file, problem.line)
        return len(error.problems)
    finally:
        for path, data in originals.items():
            path.write_bytes(data)
    return 0


@pytest.mark.parametrize(("files", "runs"), [(1, 60), (10, 10)])
def test_corrupted_files_never_crash_the_loader(sample_copy: Path, files: int, runs: int) -> None:
    paths, random = sorted(sample_copy.parent.rglob("*.toml")), Random(f"{files} files")
    counts = [
        _problems_after_corruption(sample_copy, random.sample(paths, files), random)
        for _ in range(runs)
    ]
    assert sum(map(bool, counts)) > runs / 3
