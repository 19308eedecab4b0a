"""``medbrief completion``: the script by which a shell completes command lines.

The scripts (``tui/cli/completion/shells``) ask ``medbrief __words`` for candidates, so they never
fall behind the commands or the content.
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
    Wording("印出Tab键补全的脚本", "print the script for completion by the Tab key"),
    run,
    (
        Example(
            'eval "$(medbrief completion bash)"', Wording("写进~/.bashrc", "put it into ~/.bashrc")
        ),
        Example(
            'eval "$(medbrief completion zsh)"',
            Wording("写进~/.zshrc，在compinit之后", "put it into ~/.zshrc, after compinit"),
        ),
        Example(
            "medbrief completion fish | source",
            Wording("写进~/.config/fish/config.fish", "put it into ~/.config/fish/config.fish"),
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
            "补全命令、选项、标识与名称。名称也可用拼音或首字母：medbrief show jdjk<TAB>给出"
            "jd-health（fish只按拼写补全）。",
            "Completes commands, options, ids and names; names also by pinyin or initials: "
            "medbrief show jdjk<TAB> offers jd-health (in fish by spelling alone).",
        ),
    ),
)
