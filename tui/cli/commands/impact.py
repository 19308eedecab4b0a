"""``medbrief impact``: what the changes since a commit change for readers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.cli import messages
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import BriefingError, find_content, open_store
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tui.compile.impact import Impact
    from tui.load import Content
    from tui.search import Hit

_NO_COMMIT = Wording(
    "没有可比较的版本：{why}；用--base指定旧版本的content文件夹",
    "nothing to compare with: {why}; set --base to the content folder of an older version",
)
_NOTHING = Wording("读者看不到任何变化", "readers see no change")


def run(options: Options, settings: Settings) -> int:
    """Print what changes; return 2 if there is nothing to compare with, 3 for invalid content."""
    from pathlib import Path

    language = settings.language
    folder = Path(find_content(settings.content, os.environ))
    try:
        if options.base:
            impacts = list(impacts_of(Path(options.base), folder, os.environ))
        else:
            impacts = impacts_since(folder, options.since)
    except (ContentError, BriefingError) as error:
        write_output("".join(f"{problem.format(language)}\n" for problem in error.problems))
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)
    _print(impacts, options, language)
    return 0


def _print(impacts: list[Impact], options: Options, language: Language) -> None:
    from tui.compile.impact_report import impact_lines, impact_object

    if options.json:
        import json

        objects = [impact_object(impact) for impact in impacts]
        write_output(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
        return
    write_output("".join(f"{line}\n" for line in impact_lines(impacts, language)))
    if not impacts:
        print_message(_NOTHING.of(language))


def impacts_since(folder: Path, revision: str) -> list[Impact]:
    """Return what differs between a commit and a content folder.

    Raises:
        UsageError: git cannot read the commit.
        ContentError, BriefingError: the content is invalid, now or then.
    """
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from tui.edit.committed_content import NoCommitError, extract_committed

    with TemporaryDirectory() as temporary:
        try:
            old = extract_committed(folder, revision, Path(temporary))
        except NoCommitError as error:
            raise UsageError(_NO_COMMIT.format(why=printable(error.reason, 200))) from error
        return list(impacts_of(old, folder, {**os.environ, "XDG_CACHE_HOME": temporary}))


def impacts_of(old: Path, new: Path, environ: Mapping[str, str]) -> Iterator[Impact]:
    """Yield what differs between two content folders. ``environ``: for the cache.

    Raises:
        ContentError, BriefingError: one of them is invalid.
    """
    from tui.compile.impact import compare_contents
    from tui.load import load_content

    before, after = load_content(old), load_content(new)
    yield from compare_contents(before, after)
    yield from _answers(old, new, after, environ)


def _answers(
    old: Path, new: Path, content: Content, environ: Mapping[str, str]
) -> Iterator[Impact]:
    """Yield the known questions, the first of each in each language, whose best answer changes."""
    from tui.compile.impact import Impact
    from tui.search import find

    with open_store(str(old), environ) as before, open_store(str(new), environ) as after:
        for known in content.questions():
            for query in (*known.zh[:1], *known.en[:1]):
                then, now = (_best(find(store, query, 1)) for store in (before, after))
                if then != now:
                    yield Impact("answer", query, then, now)


def _best(hits: list[Hit]) -> Wording:
    if not hits:
        return Wording("", "")
    title, answer = hits[0].entry.title, hits[0].entry.answer
    return Wording(f"{title.zh}：{answer.zh}", f"{title.en}: {answer.en}")


COMMAND = Command(
    "impact",
    Wording("显示改动对读者的影响", "show what a change changes for readers"),
    run,
    (
        Example("medbrief impact", Wording("与上次提交比较", "compared with the last commit")),
        Example("medbrief impact --since v1", Wording("与某个版本比较", "compared with a tag")),
    ),
    (
        Argument(
            ("--since",),
            Wording("与此提交比较（默认HEAD）", "compare with this commit (default: HEAD)"),
            "REVISION",
            default="HEAD",
        ),
        Argument(
            ("--base",),
            Wording("与此content文件夹比较", "compare with this content folder"),
            "FOLDER",
            completion="folder",
        ),
        JSON_OPTION,
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "列出改变的数字及引用它的处数、新出现的分歧、已有答案的缺口、过时的文字，"
            "以及content/questions中答案改变的查询。",
            "Lists the figures that change and how many places name them, disagreements that "
            "open, data gaps that are answered, texts that are outdated, and the queries of "
            "content/questions whose answer changes.",
        ),
    ),
)
