"""B5: how binding the provisions of policies are."""

from __future__ import annotations

from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.shared_labels import FORCE_WORDS
from tui.model import Provision
from tui.text.force_verbs import quoted_verb
from tui.text.language import Wording


def _no_such_verb(context: CheckContext) -> Iterator[Violation]:
    for entry, path, provision in context.parts(Provision):
        force = provision.force
        if force and not quoted_verb(force, (item.exact for item in provision.citations)):
            name = Wording(f"{FORCE_WORDS[force].zh}（{force}）", f'"{force}"')
            yield Violation(entry, (*path, "force"), {"force": name})


RULES = (
    Rule(
        code="B505",
        severity="error",
        message=Wording(
            "引文中没有属于{force}的动词", "the quotation has no verb of the class {force}"
        ),
        fix=Wording(
            "引用这个动词，或改用引文动词所属的类别；没有这样的动词就删去force",
            "quote the verb, or choose the class of the verb that is quoted; remove force where "
            "there is none",
        ),
        why=Wording(
            "要求、允许、鼓励、推进、探索之别只能以来源所用的动词为据，否则就是编者的看法。",
            "Whether a policy requires, permits, encourages, promotes or explores something must "
            "rest on the verb of the source; otherwise it is the editor's opinion.",
        ),
        incorrect='force = "required"\ncitations = [{ exact = "探索开展互联网首诊试点" }]',
        correct='force = "explored"\ncitations = [{ exact = "探索开展互联网首诊试点" }]',
        check=_no_such_verb,
    ),
)
