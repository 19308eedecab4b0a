"""Tables and views for queries over all records: facets, timeline, players, policies, measures."""

from __future__ import annotations

import sqlite3

from tui.load import Content
from tui.model import Player, Policy, Statistic


def _rows(database: sqlite3.Connection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return database.execute(sql, values).fetchall()


def test_a_policy_has_a_facet_value_for_each_of_its_properties(
    database: sqlite3.Connection,
) -> None:
    facets = _rows(
        database,
        "SELECT facet, value, label_zh, label_en FROM facets WHERE id = 'policy-payment-2021' "
        "ORDER BY facet, value",
    )
    assert facets == [
        ("force", "permitted", "允许", "Permitted"),
        ("kind", "policy", "政策", "Policy"),
        ("level", "provincial", "省级", "Provincial"),
        ("source", "herald-2023", "晨星报2023", "Morning Star 2023"),
        ("status", "issued", "已发布", "issued"),
        ("tag", "insurance-payment", "医保支付", "Insurance payment"),
        ("year", "2021", "2021年", "2021"),
    ]


def test_a_statistic_has_the_status_of_each_of_its_figures(database: sqlite3.Connection) -> None:
    statuses = _rows(
        database,
        "SELECT value FROM facets WHERE id = 'consultation-market' AND facet = 'status' "
        "ORDER BY value",
    )
    assert statuses == [("forecast",), ("reported",)]


def test_a_region_has_a_slug_and_labels(database: sqlite3.Connection) -> None:
    assert (
        "the-city",
        "本市",
        "The city",
    ) in _rows(database, "SELECT value, label_zh, label_en FROM facets WHERE facet = 'region'")


def test_a_facet_value_has_one_label_in_each_language(database: sqlite3.Connection) -> None:
    names = _rows(
        database,
        "SELECT facet, value FROM facets GROUP BY facet, value "
        "HAVING count(DISTINCT label_zh) > 1 OR count(DISTINCT label_en) > 1",
    )
    assert names == []


def test_every_record_has_facets_for_its_kind_and_its_sources(
    database: sqlite3.Connection,
) -> None:
    assert _rows(
        database, "SELECT id FROM records EXCEPT SELECT id FROM facets WHERE facet = 'kind'"
    ) == _rows(database, "SELECT id FROM records WHERE 0")
    cited = "SELECT id, source FROM citations"
    filed = "SELECT id, value FROM facets WHERE facet = 'source'"
    assert _rows(database, f"{cited} EXCEPT {filed}") == []


def test_the_timeline_is_in_order_and_has_the_precision_of_its_dates(
    database: sqlite3.Connection,
) -> None:
    assert _rows(
        database,
        "SELECT date, first_day, last_day, type, id, fact FROM timeline "
        "WHERE date < '2021-04' ORDER BY position",
    ) == [
        ("2015-03", 20150301, 20150331, "founding", "qinghe-health", ""),
        ("2018-04", 20180401, 20180431, "policy", "policy-guidance-2018", ""),
        ("2018-11-30", 20181130, 20181130, "founding", "changle-health", ""),
        ("2019-08", 20190801, 20190831, "policy", "policy-price-2019", ""),
        ("2020-02-28", 20200228, 20200228, "policy", "policy-emergency-2020", ""),
        ("2020-06", 20200601, 20200631, "financing", "qinghe-health", "qinghe-health.series-b"),
        ("2021", 20210101, 20211231, "policy", "policy-health-it-plan", ""),
        ("2021-03", 20210301, 20210331, "financing", "xiaoman-health", "xiaoman-health.series-a"),
    ]


def test_a_financing_has_its_amount_and_participants(database: sqlite3.Connection) -> None:
    assert _rows(
        database,
        "SELECT title_en, text_zh, text_en FROM timeline WHERE fact = 'qinghe-health.series-b'",
    ) == [
        (
            "Qinghe Health raises its series B",
            "2亿元 · 领投：白泽资本",
            "CNY 200 million · lead investor: Baize Capital",
        )
    ]


def test_timeline_events_have_citations_and_an_answer(
    database: sqlite3.Connection,
) -> None:
    keys = "SELECT id, fact FROM timeline"
    assert _rows(database, f"{keys} EXCEPT SELECT id, fact FROM citations") == []
    assert _rows(database, f"{keys} EXCEPT SELECT id, fact FROM answers") == []


def test_players_and_policies_have_their_fields(
    database: sqlite3.Connection, content: Content
) -> None:
    assert _rows(
        database,
        "SELECT id, role, role_zh, ticker, exchange_en, legal_name, founded, parent FROM players "
        "LIMIT 2",
    ) == [
        ("qinghe-health", "platform", "平台", "90917", "Imaginary Exchange",
         "青禾健康科技有限公司", "2015-03", None),
        ("baize-capital", "investor", "投资方", None, None, None, None, None),
    ]  # fmt: skip
    assert _rows(
        database,
        "SELECT number, level, issued, issuers_zh, issuers_en, status FROM policies "
        "WHERE id = 'policy-payment-2021'",
    ) == [("卫发〔2021〕9号", "provincial", "2021-05", "市卫生局", "City health bureau", "issued")]
    for table, model in (("players", Player), ("policies", Policy), ("statistics", Statistic)):
        written = [record.id for record in content.records if isinstance(record, model)]
        order = "" if table == "statistics" else "JOIN entries USING (id) ORDER BY position"
        assert [row[0] for row in _rows(database, f"SELECT id FROM {table} {order}")] == written


def test_every_figure_belongs_to_a_measure(
    database: sqlite3.Connection,
) -> None:
    figures = "SELECT measure FROM observations UNION SELECT measure FROM rates"
    assert _rows(database, f"{figures} EXCEPT SELECT measure FROM measures") == []
    assert _rows(
        database,
        "SELECT id, title_zh, unit, base_unit, counted_en FROM measures "
        "WHERE measure = 'qinghe-health.active-users'",
    ) == [("qinghe-health", "活跃用户", "万人", "person", "active users")]


def test_a_value_is_also_stored_without_its_power_of_ten(database: sqlite3.Connection) -> None:
    assert _rows(
        database,
        "SELECT value, unit, base_value, exact_base_value, base_unit, amount_zh "
        "FROM observations WHERE fact = 'consultation-market@2021'",
    ) == [(80.0, "亿元", 8e9, "8000000000", "CNY", "80亿元")]


def test_the_printed_value_of_a_correction_is_stored(database: sqlite3.Connection) -> None:
    assert _rows(database, "SELECT as_printed, value FROM observations WHERE as_printed <> ''") == [
        ("1.200万次", 1200)
    ]


def test_competing_values_have_their_own_quotes(
    database: sqlite3.Connection,
) -> None:
    assert _rows(
        database,
        "SELECT o.value, q.exact FROM observations o JOIN quotes q USING (id, fact) "
        "WHERE o.id = 'consultation-market' AND o.period = '2022' ORDER BY o.value",
    ) == [(100, "2022年增至100亿元"), (130, "2022年市场要做到130亿元")]
    assert (
        _rows(
            database,
            "SELECT fact FROM observations UNION SELECT fact FROM rates "
            "EXCEPT SELECT fact FROM quotes",
        )
        == []
    )


def test_similar_statistics_have_the_reason_why_they_differ(
    database: sqlite3.Connection,
) -> None:
    assert ("consultation-market", "consultations", "那是次数，不是金额。") in _rows(
        database, "SELECT id, other, why_zh FROM compare_with"
    )
