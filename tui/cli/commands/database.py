"""``medbrief database``: where the compiled briefing is, for sqlite3 or Datasette."""

from __future__ import annotations

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import OUTPUT_ERROR, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_NOT_KEPT = Wording(
    "缓存文件夹写不进去，编译结果没有留下文件；写明存放处：medbrief database FILE，"
    "或用XDG_CACHE_HOME另指缓存",
    "the cache folder cannot be written, so no file was kept; say where to put one: "
    "medbrief database FILE, or point XDG_CACHE_HOME at another cache",
)
_NOT_OURS = Wording(
    "{file}已存在，且不是简报数据库，没有改动",
    "{file} exists, is no briefing database, and was left alone",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the path of the compiled briefing, or of the copy that was asked for."""
    language = settings.language
    if options.file is None:
        path = store.file()
        if path is None:
            print_message(_NOT_KEPT.of(language))
            return OUTPUT_ERROR
        write_output(f"{path}\n")
        return 0
    from tui.store.database_copy import NotABriefingError, copy_database

    try:
        write_output(f"{copy_database(store, options.file)}\n")
    except NotABriefingError:
        print_message(_NOT_OURS.format(file=printable(options.file, 200)).of(language))
        return 2
    except OSError as error:
        file, why = printable(options.file, 200), error.strerror or str(error)
        print_message(messages.CANNOT_WRITE.format(file=file, why=why).of(language))
        return OUTPUT_ERROR
    return 0


COMMAND = Command(
    "database",
    Wording("输出编译后SQLite文件的路径", "print the path of the compiled SQLite file"),
    run,
    (
        Example(
            'sqlite3 "$(medbrief database)" "SELECT title_zh FROM policies"',
            Wording("用SQL提问", "ask in SQL"),
        ),
        Example("medbrief database briefing.db", Wording("另存一份", "keep a copy")),
    ),
    (
        Argument(
            ("file",),
            Wording("另存到FILE", "write a copy to FILE"),
            "FILE",
            nargs="?",
            completion="file",
        ),
    ),
    group="files",
)
