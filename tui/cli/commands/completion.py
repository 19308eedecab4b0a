"""``medbrief completion``: print the completion script of a shell.

The scripts (``tui/cli/completion/shells``) call ``medbrief __words`` for candidates, so they need
no update when commands or content change.
"""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import write_output
from tui.cli.settings import Settings
from tui.text.language import Wording

SHELLS = ("bash", "zsh", "fish")


def run(options: Options, _: Settings) -> int:
    """Print the script."""
    from importlib.resources import files

    script = files("tui.cli.completion.shells").joinpath(f"medbrief.{options.shell}")
    write_output(script.read_text(encoding="utf-8"))
    return 0


COMMAND = Command(
    "completion",
    Wording("输出Tab键补全脚本", "print the script for Tab completion"),
    run,
    (
        Example('eval "$(medbrief completion bash)"', Wording("写入~/.bashrc", "add to ~/.bashrc")),
        Example(
            'eval "$(medbrief completion zsh)"',
            Wording("写入~/.zshrc，放在compinit之后", "add to ~/.zshrc, after compinit"),
        ),
        Example(
            "medbrief completion fish | source",
            Wording("写入~/.config/fish/config.fish", "add to ~/.config/fish/config.fish"),
        ),
    ),
    (
        Argument(
            ("shell",), Wording("bash、zsh或fish", "bash, zsh or fish"), "SHELL", choices=SHELLS
        ),
    ),
    needs_store=False,
    group="self",
    details=(
        Wording(
            "补全命令、选项、标识与名称。名称也可用拼音或首字母：medbrief show jdjk<TAB>补全为"
            "jd-health（fish只按拼写补全）。",
            "Completes commands, options, ids and names. Names are also completed from pinyin or "
            "initials: medbrief show jdjk<TAB> completes to jd-health (not in fish, which matches "
            "by spelling only).",
        ),
    ),
)
