"""The tldr client's cache, filled with a page of our own, so that it needs no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import BenchmarkError, Command
from tests.benchmarks.shelf import plain_environ, shelf

_MARK = "medbrief bench"
_PAGE = f"""# tar

> Put files into an archive, or take them out of one ({_MARK}).
> Often joined with a compressor such as gzip or xz.
> More information: <https://www.gnu.org/software/tar>.

- Make an archive of some files:

`tar cf {{{{target.tar}}}} {{{{file1 file2 ...}}}}`

- Make a compressed one:

`tar czf {{{{target.tar.gz}}}} {{{{file1 file2 ...}}}}`

- Take everything out of an archive, here:

`tar xvf {{{{source.tar[.gz|.bz2|.xz]}}}}`

- Take it out into another folder:

`tar xf {{{{source.tar}}}} --directory={{{{folder}}}}`

- Say what an archive holds:

`tar tvf {{{{source.tar}}}}`
"""


def tldr_tar() -> Command:
    """``tldr tar``, answered from its cache.

    Raises:
        BenchmarkError: it is not installed, or does not answer from the cache.
    """
    program = Path(sys.executable).with_name("tldr")
    if not program.exists():
        raise BenchmarkError("the tldr client is not installed: `make bench` does that")
    cache = shelf() / "tldr"
    # Its layout: XDG_CACHE_HOME/tldr/pages/PLATFORM/COMMAND.md, taken for fresh for a week.
    page = cache / "tldr" / "pages" / "common" / "tar.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(_PAGE, "utf-8")
    environ = {
        **plain_environ(),
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
