"""``medbrief session``: handle one client session under OpenSSH, run as a ForceCommand."""

from __future__ import annotations

from tui.cli.args.spec import Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Run the command in SSH_ORIGINAL_COMMAND, or open the panels."""
    from tui.serve.request.forced_command import run_forced_command

    return run_forced_command(options, settings)


COMMAND = Command(
    "session",
    Wording("在OpenSSH下响应一个会话", "handle one session under OpenSSH"),
    run,
    (
        Example(
            "ForceCommand /usr/local/bin/medbrief session",
            Wording("写在sshd_config里", "in sshd_config"),
        ),
        Example(
            "SSH_ORIGINAL_COMMAND='find 医保' medbrief session",
            Wording("在本机试运行", "try it locally"),
            "SSH_ORIGINAL_COMMAND='find market size' medbrief session",
        ),
    ),
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "已有OpenSSH时，为客户端设一个账户，在sshd_config里写：Match User briefing，其下"
            "ForceCommand /usr/local/bin/medbrief session、DisableForwarding yes、"
            "PermitUserRC no、AuthorizedKeysFile /etc/ssh/briefing_keys。",
            "For hosts that run OpenSSH already: create an account for clients and in sshd_config, "
            "under Match User briefing, set ForceCommand /usr/local/bin/medbrief session, "
            "DisableForwarding yes, PermitUserRC no and AuthorizedKeysFile "
            "/etc/ssh/briefing_keys.",
        ),
        Wording(
            "客户端有终端且未请求命令时，打开面板。请求的命令（SSH_ORIGINAL_COMMAND）只有只读的才会执行，"
            "其余一律拒绝，退出码为2。不启动shell，也不写文件。",
            "Opens the panels if the client has a terminal and requests no command. Runs a "
            "requested command (SSH_ORIGINAL_COMMAND) only if it is read-only; refuses others with "
            "exit code 2. Starts no shell and writes no file.",
        ),
    ),
)
