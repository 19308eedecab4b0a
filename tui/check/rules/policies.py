"""B5: the provisions of policies: how binding they are, and their subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.shared_labels import FORCE_WORDS
from tui.load.toml_positions import TomlPath
from tui.model import Policy, Provision
from tui.text.force_verbs import quoted_verb
from tui.text.language import Wording

_RETELLING = re.compile(r"转述|\bretold\b|\bretell", re.IGNORECASE)


def _no_such_verb(context: CheckContext) -> Iterator[Violation]:
    for entry, path, provision in context.parts(Provision):
        force = provision.force
        if force and not quoted_verb(force, (item.exact for item in provision.citations)):
            name = Wording(f"{FORCE_WORDS[force].zh}（{force}）", f'"{force}"')
            yield Violation(entry, (*path, "force"), {"force": name})


def _foreign_subject(context: CheckContext) -> Iterator[Violation]:
    for entry, _, policy in context.parts(Policy):
        named: list[tuple[TomlPath, tuple[str, ...]]] = [(("whole_themes",), policy.whole_themes)]
        for number, provision in enumerate(policy.provisions):
            named.append((("provisions", number, "themes"), provision.themes or ()))
        for path, themes in named:
            for at, theme in enumerate(themes):
                if theme not in policy.themes:
                    yield Violation(entry, (*path, at), {"theme": theme})


def _unassigned_subject(context: CheckContext) -> Iterator[Violation]:
    for entry, _, policy in context.parts(Policy):
        of_provisions = {each for item in policy.provisions for each in policy.subjects_of(item)}
        for at, theme in enumerate(policy.themes):
            if policy.provisions and (theme in of_provisions) == (theme in policy.whole_themes):
                yield Violation(entry, ("themes", at), {"theme": theme})


def _undecided_subjects(context: CheckContext) -> Iterator[Violation]:
    for entry, _, policy in context.parts(Policy):
        for number, provision in enumerate(policy.provisions):
            if provision.themes is None and len(policy.provisions) > 1 < len(policy.themes):
                yield Violation(entry, ("provisions", number), {})


def _unmarked_retelling(context: CheckContext) -> Iterator[Violation]:
    for entry, path, provision in context.parts(Provision):
        said = {bool(_RETELLING.search(text)) for text in provision.text.wording()}
        if said != {provision.retold}:
            yield Violation(entry, (*path, "retold" if provision.retold else "text"), {})


_EACH_SUBJECT = Wording(
    "按主题列政策时，只列出关于该主题的条款及其措辞；整份文件的措辞会把别的条款算进来。",
    "A list of policies on a subject shows the provisions on it and their force; the force of the "
    "whole document would count other provisions.",
)
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
    Rule(
        code="B506",
        severity="error",
        message=Wording("“{theme}”不在政策的themes中", "{theme!r} is not in themes of the policy"),
        fix=Wording(
            "在政策的themes中补上，或删去", "add it to themes of the policy, or remove it here"
        ),
        why=_EACH_SUBJECT,
        incorrect='themes = ["supervision"]\n[[provisions]]\nthemes = ["insurance-payment"]',
        correct='themes = ["supervision", "insurance-payment"]',
        check=_foreign_subject,
    ),
    Rule(
        code="B507",
        severity="error",
        message=Wording(
            "主题“{theme}”应属于至少一条规定，否则写入whole_themes，二者取一",
            "subject {theme!r}: expected in themes of a provision, or else in whole_themes",
        ),
        fix=Wording(
            "写入相关条款的themes；没有这样的条款，就写入whole_themes",
            "add it to themes of the provisions that concern it; where there is none, to "
            "whole_themes",
        ),
        why=_EACH_SUBJECT,
        incorrect='themes = ["supervision"]\n[[provisions]]\nthemes = []',
        correct='themes = ["supervision"]\nwhole_themes = ["supervision"]',
        check=_unassigned_subject,
    ),
    Rule(
        code="B508",
        severity="hint",
        message=Wording("这一条没有写明主题", "the subjects of this provision are not stated"),
        fix=Wording(
            "用themes写明它关于政策的哪些主题，都不是就写[]",
            "name those of the policy that it concerns in themes; [] for none of them",
        ),
        why=_EACH_SUBJECT,
        incorrect='themes = ["supervision", "insurance-payment"]\n[[provisions]]\n[[provisions]]',
        correct='[[provisions]]\nthemes = ["supervision"]\n[[provisions]]\nthemes = []',
        check=_undecided_subjects,
    ),
    Rule(
        code="B509",
        severity="error",
        message=Wording(
            "retold应与文字一致：两种语言都写明是转述（“转述”、“retold”）时为true，都不写时为false",
            'retold: expected true where the text says so in both languages ("转述", "retold"), '
            "and only there",
        ),
        fix=Wording(
            "写明是谁的转述并设retold = true，或两处都去掉",
            "say who retells it and set retold = true, or remove both",
        ),
        why=Wording(
            "来源转述的措辞不是文件原文；读者和据此分类的程序都应知道。",
            "Words of a source that retells a policy are not those of the document; readers and "
            "programs that use its class need to know.",
        ),
        incorrect='text = "May be paid by insurance (as retold by the paper)."',
        correct='text = "May be paid by insurance (as retold by the paper)."\nretold = true',
        check=_unmarked_retelling,
    ),
)
