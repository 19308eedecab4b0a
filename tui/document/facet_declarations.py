"""The facets: the properties by which lists filter records.

The SQL table, the filter dialog and the options of ``medbrief list`` read this declaration. A kind
of record yields values of a facet in ``RecordKind.facets``; it may add a facet here.
"""

from __future__ import annotations

from tui.document import shared_labels
from tui.fast_namedtuple import NamedTuple
from tui.text.language import NO_TEXT, Wording


class FacetText(NamedTuple):
    """The texts of a facet. ``label``: in the filter dialog; ``help``: of the option, empty if the
    facet is not an option; ``values``: values that the option accepts even if no record has
    them."""

    label: Wording
    help: Wording
    values: tuple[tuple[str, Wording], ...] = ()


FACETS: dict[str, FacetText] = {
    "kind": FacetText(
        Wording("类别", "Kind"), Wording("类别，如policies、政策", "record kind, such as policies")
    ),
    "level": FacetText(
        shared_labels.LEVEL,
        Wording("政策层级：国家级、省级、不详", "level of a policy: national, provincial, unknown"),
    ),
    "force": FacetText(
        shared_labels.FORCE,
        Wording(
            "政策各条的措辞：要求、允许、鼓励、推进、探索、一般表述",
            "what a provision of a policy is: required, permitted, encouraged, promoted, explored, "
            "stated (declarative)",
        ),
        tuple(shared_labels.FORCE_WORDS.items()),
    ),
    "region": FacetText(shared_labels.REGION, Wording("地区，如海南", "region, such as hainan")),
    "year": FacetText(Wording("年份", "Year"), NO_TEXT),  # --since and --until say more
    "role": FacetText(
        shared_labels.ROLE,
        Wording("企业与机构的角色，如平台", "role of a company, such as platform"),
    ),
    "type": FacetText(
        shared_labels.TYPE,
        Wording(
            "论断、数据缺口或来源的类型，如趋势",
            "type of a statement, data gap or source, such as trend",
        ),
    ),
    "basis": FacetText(
        shared_labels.BASIS,
        Wording("论断的性质，如预测", "basis of a statement, such as forecast"),
    ),
    "status": FacetText(
        shared_labels.STATUS,
        Wording("状态：已公布、预测、拟议", "status: reported, forecast, planned"),
    ),
    "tag": FacetText(
        Wording("主题", "Subject"),
        Wording("主题，如医保支付", "subject, such as insurance-payment"),
    ),
    "source": FacetText(
        shared_labels.SOURCE, Wording("引用的来源", "cited source, such as ofweek-2021")
    ),
}
"""The facets by id, in the order of the filter dialog and of the help."""
