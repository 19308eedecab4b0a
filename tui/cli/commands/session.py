"""``medbrief session``: a reader's session under OpenSSH, as its ForceCommand."""

from __future__ import annotations

from tui.cli.args.spec import Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Answer what SSH_ORIGINAL_COMMAND asks, or open the panels."""
    from tui.serve.request.forced_command import serve_one

    return serve_one(options, settings)


COMMAND = Command(
    "session",
    Wording("在OpenSSH下答一位读者", "answer one reader under OpenSSH"),
    run,
    (
        Example(
            "ForceCommand /usr/local/bin/medbrief session",
            Wording("写在sshd_config里", "in sshd_config"),
        ),
        Example(
            "SSH_ORIGINAL_COMMAND='find 医保' medbrief session",
            Wording("试一试", "try it"),
        ),
    ),
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "已有OpenSSH的，为读者设一个账户，在sshd_config里写：Match User briefing，其下"
            "ForceCommand /usr/local/bin/medbrief session、DisableForwarding yes、"
            "PermitUserRC no、AuthorizedKeysFile /etc/ssh/briefing_keys。",
            "For those who run OpenSSH already: give readers an account, and in sshd_config, under "
            "Match User briefing, put ForceCommand /usr/local/bin/medbrief session, "
            "DisableForwarding yes, PermitUserRC no and AuthorizedKeysFile "
            "/etc/ssh/briefing_keys.",
        ),
        Wording(
            "有终端则打开面板；客户端所要的命令（SSH_ORIGINAL_COMMAND）只答只读的那些，其余拒绝，"
            "退出码为2；不经shell，也不写文件。",
            "With a terminal the panels open. Of what clients ask (SSH_ORIGINAL_COMMAND) the "
            "commands that only read are answered; the rest is refused with exit code 2. No shell "
            "is started for it and no file is written.",
        ),
    ),
)
