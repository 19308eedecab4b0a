"""Report that the packages of an optional part are not installed."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence

from tui.cli.output.writer import print_error
from tui.text.language import Language, Wording


def report_missing_package(
    error: ImportError,
    extra: str,
    packages: Sequence[str],
    message: Wording,
    language: Language,
) -> int:
    """Print the command that installs an extra of this package; return the exit code.

    ``packages``: the import names of what the extra installs; ``message``: has the place
    ``command``.

    Raises:
        ImportError: ``error``, if it is of another package.
    """
    if (error.name or "").partition(".")[0] not in packages:
        raise error
    command = [sys.executable, "-m", "pip", "install", *_requirements(extra, packages)]
    print_error(message.format(command=shlex.join(command)).of(language), language)
    return 2


def _requirements(extra: str, packages: Sequence[str]) -> list[str]:
    """Return the packages of an extra, from the metadata of this installation."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        found = [line.partition(";") for line in requires("medbrief") or []]
    except PackageNotFoundError:
        found = []
    listed = [package.strip() for package, _, marker in found if extra in marker]
    return listed or [package.replace("_", "-") for package in packages]
