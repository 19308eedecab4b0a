"""Checking: compare the content with the editorial rules.

Input: loaded content and, if available, the original documents. Output: findings with a code, file,
line and column; some can be fixed automatically. Each rule is one object with its message, its
rationale, its example and its fix (``tui.check.rules``).
"""

from tui.check.rules import RULES
from tui.check.runner import CheckResult, Finding, check_content

__all__ = ["RULES", "CheckResult", "Finding", "check_content"]
