"""The tldr client with a cache that contains a page of our own, so that it needs no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.data.briefings import data_folder, isolated_environ
from tests.benchmarks.measure import BenchmarkError, Command

_MARK = "medbrief bench"
_PAGE = f"""# tar

> Archive files, or extract an archive ({_MARK}).
> Often joined with a compressor such as gzip or xz.
> More information: <https://www.gnu.org/software/tar>.

- Create an archive from files:

`tar cf {{{{target.tar}}}} {{{{file1 file2 ...}}}}`

- Create a compressed archive:

`tar czf {{{{target.tar.gz}}}} {{{{file1 file2 ...}}}}`

- Extract an archive into the current folder:

`tar xvf {{{{source.tar[.gz|.bz2|.xz]}}}}`

- Extract it into another folder:

`tar xf {{{{source.tar}}}} --directory={{{{folder}}}}`

- List the contents of an archive:

`tar tvf {{{{source.tar}}}}`
"""


def tldr_tar() -> Command:
    """Return the command ``tldr tar``, answered from the cache.

    Raises:
        BenchmarkError: it is not installed, or does not answer from the cache.
    """
    program = Path(sys.executable).with_name("tldr")
    if not program.exists():
        raise BenchmarkError("the tldr client is not installed: run `make bench`")
    cache = data_folder() / "tldr"
    # Layout of its cache: XDG_CACHE_HOME/tldr/pages/PLATFORM/COMMAND.md, valid for a week.
    page = cache / "tldr" / "pages" / "common" / "tar.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(_PAGE, "utf-8")
    environ = {
        **isolated_environ(),
        "XDG_CACHE_HOME": str(cache),
        "LANG": "en_US.UTF-8",
        "LANGUAGE": "",
        "TLDR_PAGES_SOURCE_LOCATION": "file:///nowhere",
    }
    command = Command("tldr tar", (str(program), "tar"), environ)
    answer = subprocess.run(command.words, env=environ, capture_output=True, check=False)
    if _MARK.encode() not in answer.stdout or answer.returncode:
        raise BenchmarkError("tldr does not answer from its cache")
    return command
