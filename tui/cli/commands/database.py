"""``medbrief database``: print the path of the compiled briefing, or copy it to FILE."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten, report_waiting
from tui.cli.output.writer import OUTPUT_ERROR, print_error, printable, write_path
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_NOT_CACHED = Wording(
    "无法写入缓存文件夹，没有保存数据库文件：请用medbrief database FILE另存，"
    "或用XDG_CACHE_HOME另设缓存文件夹",
    "cannot write to the cache folder, so there is no database file: save one with "
    "medbrief database FILE, or set XDG_CACHE_HOME to another folder",
)
_NOT_A_BRIEFING = Wording(
    "{file}已存在且不是简报数据库，未覆盖：请换一个文件名",
    "{file} is not a briefing database and was not overwritten: choose another name",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the path of the compiled briefing, or of the copy written to ``FILE``."""
    language = settings.language
    if options.file is None:
        path = store.file()
        if path is None:
            print_error(_NOT_CACHED.of(language), language)
            return OUTPUT_ERROR
        write_path(path)
        return 0
    from tui.store.database_copy import NotABriefingError, copy_database

    file = options.file
    try:
        path = copy_database(store, file, lambda: report_waiting(file, language))
    except NotABriefingError:
        raise UsageError(_NOT_A_BRIEFING.format(file=printable(options.file, 200))) from None
    except BrokenPipeError:  # the reader of a pipe wants no more
        return 0
    except (OSError, ValueError) as error:
        return report_unwritten(options.file, error, language)
    if path:
        write_path(path)
    return 0


COMMAND = Command(
    "database",
    Wording("输出编译后SQLite文件的路径", "print the path of the compiled SQLite file"),
    run,
    (
        Example(
            'sqlite3 "$(medbrief database)" "SELECT title_zh FROM policies"',
            Wording("用SQL查询", "query it in SQL"),
        ),
        Example("medbrief database briefing.db", Wording("另存一份", "write a copy")),
    ),
    (
        Argument(
            ("file",),
            Wording("另存为FILE", "write a copy to FILE"),
            "FILE",
            nargs="?",
            completion="file",
        ),
    ),
    group="files",
)
