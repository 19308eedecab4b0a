"""What may be asked at a distance, and what is refused."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.golden import check_golden
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Options
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import answer, wants_panels
from tui.serve.request.parser import LONGEST, read
from tui.store import Store

_ZH = {"LANG": "zh_CN.UTF-8"}


def _refusal(line: str, environ: dict[str, str] | None = None) -> str:
    said = read(line, environ or {})
    assert isinstance(said, CapturedOutput), line
    assert (said.code, said.stdout) == (2, b"")
    return said.stderr.decode()


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("find 医保", "find"),
        ("医保 支付", "find"),
        ("--lang en jdjk", "find"),
        ("medbrief find 医保", "find"),
        ("show 'jd-health'", "show"),
        ("open jd-health", "open"),
        ("list policies --since 2020 --json", "list"),
        ("export --all --format html", "export"),
        ("find --help", "help"),
        ("help json", "help"),
        ("find 'a; rm -rf b'", "find"),
        ("find @/etc/passwd", "find"),
        ("@/etc/passwd", "find"),
        ("find -- -o /tmp/x", "find"),
        ("find -- --content", "find"),
        ("$(id) `id` | > /tmp/x", "find"),
    ],
)
def test_read_only_commands_are_read_as_the_command_line_reads_them(
    line: str, command: str
) -> None:
    asked = read(line, {})
    assert isinstance(asked, Options)
    assert asked.command == command


def test_no_command_asks_for_the_panels() -> None:
    for line in (None, "", "  ", "medbrief"):
        asked = read(line, {})
        assert isinstance(asked, Options)
        assert wants_panels(asked)


@pytest.mark.parametrize(
    "line",
    [
        "sh",
        "bash -i",
        "sh -c 'rm -rf /'",
        "/bin/sh",
        "./medbrief",
        "~/x",
        "scp -t /tmp",
        "sftp-server",
        "rsync --server . x",
        "git-upload-pack x",
        "serve --anonymous",
        "session",
        "check",
        "check --fix",
        "new statistic my-measure",
        "database",
        "database /tmp/x.db",
        "completion bash",
        "schema",
        "__words find ''",
        "find 医保 -o /tmp/x",
        "find 医保 --output=/tmp/x",
        "--output /tmp/x find 医保",
        "--pager find 医保",
        "find 医保 --content /etc",
        "--content=/etc",
        "find --content /etc",
        "--watch",
        "open jd-health --watch",
        "find x -o/tmp/x",
        "find x -oy -- z",
        "help serve",
        "pins",
        "config",
        "config --init",
        "find --originals /etc 医保",
        "help check",
        "check --help",
        "find --help -o x",
        "find 'unclosed",
        "find a\0b",
        "find \x1b[2J",
        "find \udcff",
        "find " + "医" * LONGEST,
    ],
)
def test_anything_else_is_refused_in_one_line(line: str) -> None:
    english, chinese = _refusal(line), _refusal(line, _ZH)
    for said in (english, chinese):
        assert said.startswith("medbrief: ")
        assert said.count("\n") == 1
        assert len(said) < 120
        assert said.strip().isprintable()
    assert english.isascii() or "“" in english
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese)


@pytest.mark.parametrize(
    "line",
    [
        "find x --outp /tmp/x",
        "find x --cont=/etc",
        "find x --page",
        "find x --lang=../../etc",
        "find x --theme /etc/passwd",
        "find x --limit ２",
        "find x --width １００",
        "find x --limit 999999999999999999999",
        "help __words",
    ],
)
def test_no_shortened_option_and_no_odd_value_is_taken(line: str) -> None:
    assert "try: medbrief" in _refusal(line)


def test_the_language_that_is_asked_for_goes_before_the_locale() -> None:
    assert _refusal("check --lang en", _ZH) == _refusal("check")
    assert _refusal("--lang zh check") == _refusal("check", _ZH)


def test_all_that_can_be_asked_is_as_the_golden_holds_it() -> None:
    """A new command or option appears here when somebody at a distance may use it: look twice."""
    lines = []
    for name in COMMAND_NAMES:
        command = load_command(name)
        if command.over_ssh:
            fields = [each.names[0] for each in command.arguments if not each.local_only]
            lines.append(f"{name} ({command.over_ssh}): {' '.join(fields)}")
    lines.append(
        "all: " + " ".join(each.names[0] for each in COMMON_OPTIONS if not each.local_only)
    )
    check_golden(Path(__file__).parent / "golden" / "allowed.txt", "\n".join(lines) + "\n")


# -- whatever is sent

_PIECES = st.one_of(
    st.sampled_from(COMMAND_NAMES),
    st.sampled_from([name for each in COMMON_OPTIONS for name in each.names]),
    st.sampled_from(
        [
            flag
            for n in COMMAND_NAMES
            for a in load_command(n).arguments
            if a.is_flag
            for flag in a.names
        ]
    ),
    st.sampled_from(
        ["'", '"', "\\", "\n", "\0", ";", "|", "&&", "$(id)", "`id`", "> x", "<x", "sh", "-c"]
    ),
    st.sampled_from(["jd-health", "market-size@2022", "zh", "en", "7", "x.db", "../x", "/tmp/x"]),
    st.text(max_size=20),
)
_LINES = st.one_of(
    st.text(),
    st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")),
    st.lists(_PIECES, max_size=8).map(" ".join),
    st.lists(_PIECES, max_size=4).map("=".join),
)
_TOUCHING = {
    "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn",
    "subprocess.Popen", "socket.connect", "socket.bind", "os.mkdir", "os.remove", "os.rename",
    "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink", "os.truncate", "shutil.rmtree",
}  # fmt: skip


class _Watch:
    """What Python is asked to do to the machine, by its audit events."""

    def __init__(self) -> None:
        self.seen: list[str] | None = None
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.seen is None:
            return
        if event in _TOUCHING or (
            event == "open"
            and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            and "__pycache__" not in str(arguments[0])
        ):
            self.seen.append(f"{event} {arguments!r}")

    @contextmanager
    def watching(self) -> Iterator[list[str]]:
        self.seen = seen = []
        try:
            yield seen
        finally:
            self.seen = None


@pytest.fixture(scope="module")
def watch() -> _Watch:
    return _Watch()


def test_the_watch_sees_what_it_should(watch: _Watch, tmp_path: Path) -> None:
    with watch.watching() as seen:
        (tmp_path / "x").write_text("")
        os.system("true")
    assert len(seen) == 2


@given(line=_LINES)
@example(line="a" * 100_000)
@example(line="find " + "'a' " * 25_000)
@example(line="export --all -o x")
def test_whatever_is_sent_no_file_is_written_and_nothing_is_started(
    sample_store: Store, watch: _Watch, line: str
) -> None:
    with watch.watching() as seen:
        asked = read(line, {})
        said = asked if isinstance(asked, CapturedOutput) else answer(sample_store, asked, {})
    assert seen == []
    assert said.code in (0, 1, 2)
    assert b"Traceback" not in said.stderr
    assert not {char for char in said.stderr.decode() if char < " "} - {"\n"}


@given(
    line=_LINES,
    environ=st.dictionaries(
        st.sampled_from(["LANG", "LC_ALL", "TERM", "COLORTERM"]), st.text(max_size=10)
    ),
    columns=st.integers(0, 20_000),
)
def test_no_locale_and_no_terminal_makes_it_fail(
    sample_store: Store, line: str, environ: dict[str, str], columns: int
) -> None:
    asked = read(line, environ)
    if isinstance(asked, Options) and not wants_panels(asked):
        assert answer(sample_store, asked, environ, columns=columns).code in (0, 1, 2)
