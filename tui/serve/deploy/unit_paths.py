"""Find paths that a service of the printed systemd unit could not use."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from tui.text.language import Wording

_HIDDEN = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")
"""What ProtectHome= and PrivateTmp= hide, systemd.exec(5)."""

_HIDDEN_PROGRAM = Wording(
    "服务看不到程序所在的{path}（ProtectHome、PrivateTmp）：请安装到别处，如"
    "python3 -m venv /opt/medbrief && /opt/medbrief/bin/pip install '.[ssh]'，"
    "再由/opt/medbrief/bin/medbrief输出此单元",
    "the service cannot see the program in {path} (ProtectHome, PrivateTmp): install it elsewhere, "
    "for example python3 -m venv /opt/medbrief && /opt/medbrief/bin/pip install '.[ssh]', and "
    "print this unit with /opt/medbrief/bin/medbrief",
)
_HIDDEN_FILE = Wording(
    "服务看不到{path}（ProtectHome、PrivateTmp）：请移到/etc/medbrief之类的位置",
    "the service cannot see {path} (ProtectHome, PrivateTmp): move it, for example to "
    "/etc/medbrief",
)
_UNREADABLE = Wording(
    "服务以另一用户运行，读不到{path}：请运行chmod o+rX {path}",
    "the service runs as another user and cannot read {path}: run chmod o+rX {path}",
)


def unusable_program() -> list[Wording]:
    """Return why the service could not run this program; empty if it could."""
    paths = {sys.argv[0], sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(__file__))}  # noqa: PTH120
    for path in sorted(paths):
        for place in (Path(path).absolute(), Path(path).resolve()):
            if _is_hidden(place):
                return [_HIDDEN_PROGRAM.format(path=place)]
    return []


def unusable_file(file: str) -> list[Wording]:
    """Return why the service could not read a file or folder; empty if it could."""
    for place in (Path(file).absolute(), Path(file).resolve()):
        if _is_hidden(place):
            return [_HIDDEN_FILE.format(path=place)]
    for place in (*reversed(Path(file).resolve().parents), Path(file).resolve()):
        if not _others_can_use(place):
            return [_UNREADABLE.format(path=place)]
    return []


def _others_can_use(path: Path) -> bool:
    """Return whether any user may enter the folder or read the file."""
    try:
        mode = path.stat().st_mode
    except OSError:  # reported when the server starts
        return True
    return bool(mode & (stat.S_IXOTH if stat.S_ISDIR(mode) else stat.S_IROTH))


def _is_hidden(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in _HIDDEN)
