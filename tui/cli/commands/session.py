"""``medbrief session``: one session under OpenSSH, as its ForceCommand."""

from __future__ import annotations

from tui.cli.args.spec import Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Execute SSH_ORIGINAL_COMMAND, or open the panels."""
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
        ),
    ),
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "已在运行OpenSSH的服务器：为读者建一个账户，在sshd_config的Match User briefing之下写："
            "ForceCommand /usr/local/bin/medbrief session、DisableForwarding yes、"
            "PermitUserRC no、AuthorizedKeysFile /etc/ssh/briefing_keys。",
            "On a server that already runs OpenSSH, create an account for the readers and put into "
            "sshd_config, under Match User briefing: "
            "ForceCommand /usr/local/bin/medbrief session, DisableForwarding yes, "
            "PermitUserRC no and AuthorizedKeysFile /etc/ssh/briefing_keys.",
        ),
        Wording(
            "有终端则打开面板；客户端的命令（SSH_ORIGINAL_COMMAND）只接受只读的，其余拒绝，"
            "退出码为2；不启动shell，也不写文件。",
            "With a terminal the panels open. Of the client's commands (SSH_ORIGINAL_COMMAND) only "
            "those that read are executed; all others are refused with exit code 2. No shell is "
            "started and no file is written.",
        ),
    ),
)
