"""Making, step 3: the editorial rules, each with a code.

In: a loaded content and, where there are any, the original documents. Out: problems, each
with file, line and column, some of which can be mended by machine. A rule, its reasons, its
example and its mend are one piece of code (``tui.check.rules``).
"""

from tui.check.rules import RULES
from tui.check.runner import CheckResult, Finding, check_content

__all__ = ["RULES", "CheckResult", "Finding", "check_content"]
