"""The content as it was in a commit, read with git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from tui.load.content import seeds_folder


class NoCommitError(ValueError):
    """The content is in no git repository, or the revision does not hold it. ``reason``: what git
    says, or that it knows no such revision."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def extract_committed(folder: Path, revision: str, target: Path) -> Path:
    """Write content and source records of a revision below ``target``; return the content folder.

    Raises:
        NoCommitError: git cannot read them.
        OSError: git is not installed, or a file cannot be written.
    """
    content, seeds = folder.resolve(), seeds_folder(folder).resolve()
    top = Path(_git(content.parent, "rev-parse", "--show-toplevel").decode().strip()).resolve()
    paths = [path.relative_to(top).as_posix() for path in (content, seeds) if path.exists()]
    pattern = [f":(glob){path}/**/*.toml" for path in paths]
    # ":" at the end of a revision would name a file; "-" at its start an option.
    try:
        commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    except NoCommitError as error:  # git: "Needed a single revision"
        raise NoCommitError(f"unknown revision {revision!r}") from error
    archive = _git(top, "archive", "--format=tar", commit.decode().strip(), "--", *pattern)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        # Pythons before 3.11.4 have no filters; git writes plain files below the folder only.
        if hasattr(tarfile, "data_filter"):
            tar.extractall(target, filter="data")
        else:
            tar.extractall(target)
    return target / content.relative_to(top)


def _git(folder: Path, *arguments: str) -> bytes:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, check=False, timeout=60
    )
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoCommitError(lines[0].removeprefix("fatal: ") if lines else "git failed")
    return done.stdout
