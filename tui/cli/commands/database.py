"""``medbrief database``: print the path of the compiled briefing, or copy it to FILE."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import OUTPUT_ERROR, print_error, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import CANNOT_WRITE
from tui.store import Store
from tui.text.language import Wording

_NOT_CACHED = Wording(
    "无法写入缓存文件夹，没有保存数据库文件：请用medbrief database FILE另存，"
    "或用XDG_CACHE_HOME另设缓存文件夹",
    "cannot write to the cache folder, so there is no database file: save one with "
    "medbrief database FILE, or set XDG_CACHE_HOME to another folder",
)
_NOT_A_BRIEFING = Wording(
    "{file}已存在且不是简报数据库，未作改动",
    "{file} exists, is not a briefing database, and was not changed",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the path of the compiled briefing, or of the copy written to ``FILE``."""
    language = settings.language
    if options.file is None:
        path = store.file()
        if path is None:
            print_error(_NOT_CACHED.of(language), language)
            return OUTPUT_ERROR
        write_output(f"{path}\n")
        return 0
    from tui.store.database_copy import NotABriefingError, copy_database

    try:
        write_output(f"{copy_database(store, options.file)}\n")
    except NotABriefingError:
        print_error(
            _NOT_A_BRIEFING.format(file=printable(options.file, 200)).of(language), language
        )
        return 2
    except OSError as error:
        file, why = printable(options.file, 200), error.strerror or str(error)
        print_error(CANNOT_WRITE.format(file=file, why=why).of(language), language)
        return OUTPUT_ERROR
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
