"""Requests that are available over SSH, and those that are refused."""

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
from tui.export.formats import FORMATS
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import execute, opens_app
from tui.serve.request.request_parser import MAX_LINE, parse_request
from tui.store import Store

_ZH = {"LANG": "zh_CN.UTF-8"}


def _refusal(line: str, environ: dict[str, str] | None = None) -> str:
    output = parse_request(line, environ or {})
    assert isinstance(output, CapturedOutput), line
    assert (output.exit_code, output.stdout) == (2, b"")
    return output.stderr.decode()


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("find 医保", "find"),
        ("医保 支付", "find"),
        ("--lang en qhjk", "find"),
        ("medbrief find 医保", "find"),
        ("show 'qinghe-health'", "show"),
        ("open qinghe-health", "open"),
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
def test_read_only_commands_are_parsed_as_on_the_command_line(line: str, command: str) -> None:
    request = parse_request(line, {})
    assert isinstance(request, Options)
    assert request.command == command


def test_a_request_without_a_command_opens_the_app() -> None:
    for line in (None, "", "  ", "medbrief"):
        request = parse_request(line, {})
        assert isinstance(request, Options)
        assert opens_app(request)


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
        "help __words",
        "find 医保 -o /tmp/x",
        "find 医保 --output=/tmp/x",
        "--output /tmp/x find 医保",
        "--pager find 医保",
        "find 医保 --content /etc",
        "--content=/etc",
        "find --content /etc",
        "--watch",
        "open qinghe-health --watch",
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
        "find " + "医" * MAX_LINE,
    ],
)
def test_all_other_requests_are_refused_in_one_line(line: str) -> None:
    english, chinese = _refusal(line), _refusal(line, _ZH)
    for message in (english, chinese):
        assert message.startswith("medbrief: ")
        assert message.count("\n") == 1
        assert len(message) < 120
        assert message.strip().isprintable()
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
    ],
)
def test_abbreviated_options_and_invalid_values_are_refused(line: str) -> None:
    assert "try: medbrief" in _refusal(line)


def test_the_language_option_takes_precedence_over_the_locale() -> None:
    assert _refusal("check --lang en", _ZH) == _refusal("check")
    assert _refusal("--lang zh check") == _refusal("check", _ZH)


def test_the_allowlist_matches_its_golden() -> None:
    """A new command or option appears here if it is available over SSH: review it twice."""
    lines = []
    for name in COMMAND_NAMES:
        command = load_command(name)
        if command.over_ssh:
            fields = [each.names[0] for each in command.arguments if not each.local_only]
            lines.append(f"{name} ({command.over_ssh}): {' '.join(fields)}")
    lines.append(
        "all: " + " ".join(each.names[0] for each in COMMON_OPTIONS if not each.local_only)
    )
    check_golden(Path(__file__).parent / "golden" / "allowed_over_ssh.txt", "\n".join(lines) + "\n")


# -- arbitrary input

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
    st.sampled_from(
        ["qinghe-health", "consultation-market@2022", "zh", "en", "7", "x.db", "../x", "/tmp/x"]
    ),
    st.text(max_size=20),
)
_LINES = st.one_of(
    st.text(),
    st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")),
    st.lists(_PIECES, max_size=8).map(" ".join),
    st.lists(_PIECES, max_size=4).map("=".join),
)
_SIDE_EFFECTS = {
    "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn",
    "subprocess.Popen", "socket.connect", "socket.bind", "os.mkdir", "os.remove", "os.rename",
    "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink", "os.truncate", "shutil.rmtree",
}  # fmt: skip


class _AuditRecorder:
    """Records Python audit events that change the machine."""

    def __init__(self) -> None:
        self.recorded: list[str] | None = None
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.recorded is None:
            return
        if event in _SIDE_EFFECTS or (
            event == "open"
            and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            and "__pycache__" not in str(arguments[0])
        ):
            self.recorded.append(f"{event} {arguments!r}")

    @contextmanager
    def record(self) -> Iterator[list[str]]:
        self.recorded = recorded = []
        try:
            yield recorded
        finally:
            self.recorded = None


@pytest.fixture(scope="module")
def audit() -> _AuditRecorder:
    return _AuditRecorder()


def test_the_recorder_sees_writes_and_processes(audit: _AuditRecorder, tmp_path: Path) -> None:
    with audit.record() as events:
        (tmp_path / "x").write_text("")
        os.system("true")
    assert len(events) == 2


@given(line=_LINES)
@example(line="a" * 100_000)
@example(line="find " + "'a' " * 25_000)
@example(line="export --all -o x")
def test_no_input_writes_a_file_or_starts_a_process(
    sample_store: Store, audit: _AuditRecorder, line: str
) -> None:
    with audit.record() as events:
        request = parse_request(line, {})
        output = (
            request if isinstance(request, CapturedOutput) else execute(sample_store, request, {})
        )
    assert events == []
    assert output.exit_code in (0, 1, 2)
    assert b"Traceback" not in output.stderr
    assert not {char for char in output.stderr.decode() if char < " "} - {"\n"}


@given(
    line=_LINES,
    environ=st.dictionaries(
        st.sampled_from(["LANG", "LC_ALL", "TERM", "COLORTERM"]), st.text(max_size=10)
    ),
    columns=st.integers(0, 20_000),
)
def test_no_locale_or_terminal_size_makes_a_request_fail(
    sample_store: Store, line: str, environ: dict[str, str], columns: int
) -> None:
    request = parse_request(line, environ)
    if isinstance(request, Options) and not opens_app(request):
        output = execute(sample_store, request, environ, columns=columns)
        assert output.exit_code in (0, 1, 2)


@pytest.mark.parametrize("locale", ["C", "zh_CN.UTF-8"])
def test_no_help_page_lists_an_option_that_is_refused(sample_store: Store, locale: str) -> None:
    environ = {"LANG": locale}
    for name in COMMAND_NAMES:
        command = load_command(name)
        if not command.over_ssh:
            continue
        for line in (f"{name} --help", f"help {name}"):
            request = parse_request(line, environ)
            assert isinstance(request, Options)
            page = execute(sample_store, request, environ).stdout.decode()
            assert "--lang" in page
            for argument in (*COMMON_OPTIONS, *command.arguments):
                if argument.is_flag and argument.local_only:
                    assert not any(f"{flag} " in page for flag in argument.names), (line, argument)


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("find x --contnt y", "--content"),
        ("find x --outputt y", "--output"),
        ("--watchh", "--watch"),
        ("help chekc", "check"),
        ("help chekc --lang en", "check"),
        ("chekc", "medbrief check"),
        ("conifg --init", "medbrief config"),
    ],
)
def test_no_error_suggests_what_is_refused(sample_store: Store, line: str, refused: str) -> None:
    request = parse_request(line, {})
    output = request if isinstance(request, CapturedOutput) else execute(sample_store, request, {})
    assert output.exit_code
    typed = next(word for word in line.split() if word != "help" and word not in ("find", "x"))
    assert refused not in output.stderr.decode().replace(typed, "")


def test_an_error_still_suggests_what_is_accepted() -> None:
    assert "--limit" in _refusal("find x --limt 3")


def test_a_command_that_is_not_utf8_is_refused_with_its_reason() -> None:
    line = b"find \xff\xfe".decode("utf-8", "surrogateescape")
    assert "not valid UTF-8" in _refusal(line)
    assert "UTF-8" in _refusal(line, _ZH)


@pytest.mark.parametrize("words", ["list policies", "export --tag market", "timeline", "sources"])
def test_the_formats_for_programs_are_answered_but_no_program_is_run(
    sample_store: Store, words: str
) -> None:
    for form in FORMATS:
        request = parse_request(f"{words} --format {form}", {})
        assert isinstance(request, Options)
        assert execute(sample_store, request, {}).stdout
    request = parse_request(f"{words} --format docx", {"LANG": "C"})
    assert isinstance(request, Options)
    output = execute(sample_store, request, {"LANG": "C"})
    assert (output.exit_code, output.stdout) == (2, b"")
    assert b"docx is not available over SSH" in output.stderr
    refused = parse_request(f"{words} -o x.csv", {"LANG": "C"})
    assert not isinstance(refused, Options)
    assert refused.exit_code == 2


# -- kinds of records


def test_a_kind_of_record_is_a_command(sample_store: Store) -> None:
    for line in ("policies --level national", "政策 --format csv", "help policies"):
        request = parse_request(line, {}, sample_store.kinds)
        assert isinstance(request, Options)
        assert request.command in ("list", "help")
    refused = parse_request("policies -o /tmp/x.csv", {}, sample_store.kinds)
    assert isinstance(refused, CapturedOutput)
    assert refused.exit_code == 2
