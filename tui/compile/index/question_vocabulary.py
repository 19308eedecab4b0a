"""Words that ask, and words without a meaning of their own, in both languages.

They belong to the languages, not to a briefing; hence they are not in concepts.toml. Words are
separated by white space, those of a phrase joined by ``_``; Chinese ones are also recognized in
pinyin.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


QUESTIONS: dict[str, tuple[str, ...]] = {
    "amount": _words(
        """
        多少 有多少 是多少 多大 多高 几何 总量 几 how_big how_large figure how_high amount
        total_amount
        """
    ),
    "uncounted": _words("how_much how_much_was how_much_is"),
    "money": _words(
        """
        多少钱 金额 多少元 多少亿元 几个亿 几亿元 多少资金 几块钱 多少亿人民币 how_much_money
        value_of money worth yuan 钱 金 rmb cny
        """
    ),
    "count": _words(
        """
        多少人 多少家 几家 几个 几起 几笔 多少起 多少笔 几人 几位 几项 几条 几次 几种 有几 一共几
        数量 数目 多少个 多少次 个数 家数 人数 次数
        人次 起数 笔数 多少位 多少名 多少条 有几个 几亿人 有几家
        how_many how_many_times how_often number_of number count total_number_of headcount
        how_many_people number_of_people
        有多少人 有多少家 有多少个 有多少起 有多少笔 有多少名 有多少位 总数 总人数 总家数
        """
    ),
    "rate": _words(
        """
        增速 增长率 增幅 涨幅 增长多少 增长了多少 多快 同比 同比增长 复合增长率 年均增长 年均增速
        复合增速 年复合增长率 年均 涨了多少 降了多少 掉了多少 增长 增加 增加了多少 增加多少
        下降了多少 翻了几倍 翻几倍 几倍 多少倍 翻了几番 翻几番 变化 净增 净增了多少 跌了多少
        growth growth_rate grow grew grown cagr how_fast
        increase increased_by rate_of_growth year_on_year yoy compound_annual_growth_rate pace
        change by_how_much by_how_many expansion decrease decline fall fell drop rose 涨几个点
        涨多少 降了 每年涨 faster slower double triple quadruple halve twofold threefold tenfold
        翻倍 翻番 翻一番 翻了一番 翻一倍 翻了一倍 成倍 成倍增长 下降多少 减少多少 减少了多少 降多少
        下滑多少 下滑了多少 上升多少 上升了多少 上涨多少 上涨了多少 下跌多少 下跌了多少 跌多少
        降幅 跌幅 下降幅度 变化幅度 rate_of_change go_down went_down gone_down go_up went_up gone_up
        expanded shrunk contracted dropped rise
        """
    ),
    "share": _words(
        """
        占比 比例 比重 占多少 百分之几 百分之多少 份额 几成 占 多大比例 share percentage percent
        proportion ratio what_percentage fraction how_much_of what_part_of 占到
        """
    ),
    "date": _words(
        """
        什么时候 何时 何年 啥时候 哪年 哪一年 是哪一年 哪天 哪一天 是哪一天 哪一日 几时 时间 日期
        什么时间 几月 什么时候出的 什么时候发的 什么时候出台 什么年份
        when what_year what_day which_day which_month what_month exact_date
        on_which_day which_year date what_date since_when time 哪年开始 从哪年 几年了 多少年
        how_old how_long 年份 的一年 哪个年份 是什么时候 是在什么时候 是何时 是什么时间
        """
    ),
    "person": _words(
        """
        谁 是谁 哪家公司 哪家 哪些公司 哪几家 哪个公司 哪些机构 哪家机构 哪些企业 哪个部门 哪个机构
        who whose which_company which_companies by_whom which_firm which_institution whom 是哪三家
        谁这么说 谁发的 部门发的 哪个部门发的 谁家的 investor_names whose_name
        哪个部委 哪些部门 哪些部委 which_agency which_ministry which_body which_authority
        which_department which_agencies which_ministries which_bodies which_authorities
        which_departments what_agency what_ministry what_body what_authority
        """
    ),
    "origin": _words(
        """
        从哪里来 从哪来 从哪儿来 从何而来 哪里来的 哪来的 来自哪里 来自哪 从哪里来的 从哪来的
        从哪弄来的 亿怎么来的 亿是怎么来的 亿元怎么来的 亿元是怎么来的 万怎么来的 万是怎么来的
        数字怎么来的 数据怎么来的 数怎么来的 咋来的 怎么得来的 怎么得出的 怎么得出来的
        数据来源 数据出处 出处 来源是什么 where_from
        """
    ),
    "reason": _words(
        """
        为什么 为何 为啥 原因 怎么会 凭什么 缘由 靠什么 why reason cause what_drive how_come
        because why_don_t why_doesn_t why_didn_t why_isn_t why_aren_t why_wasn_t why_can_t why_won_t
        """
    ),
    "meaning": _words(
        """
        是什么 什么是 是什么意思 什么意思 啥意思 定义 含义 指什么 是指 什么叫 叫什么 指的是什么
        怎么定义 怎么解释 释义 名词解释 是啥 算什么 意思 区别 有什么区别 啥区别 有啥区别 有何区别
        what_is what_be what_are
        what_exactly_is what_exactly_are what_really_is mean meaning definition define stand_for
        explain what_do what_is_meant_by difference_between difference term definition_of 怎么算
        怎么算的 什么样的 算不算 怎么理解 叫法 count_as counted_as what_counts_as qualify_as
        meaning_of defined_as
        """
    ),
    "definition": _words(
        """
        定义 怎么定义 如何定义 界定 怎么界定 如何界定 算不算 怎么算 怎样算 如何算 怎么算的 才算
        怎样才算 怎么才算 谁算 definition definition_of define defined defined_as what_counts_as
        count_as counted_as who_counts_as qualify_as what_is_meant_by
        """
    ),
    "activity": _words(
        """
        做什么 做了什么 干什么 干了什么 做些什么 有什么业务 业务是什么 主营 干嘛 是做什么的
        做什么的 是干什么的 干些什么 干了些什么 做了些什么
        搞什么 搞了什么 搞什么的 弄了什么 布局 提供什么 有哪些业务 有什么服务 什么来头
        do what_does_do business offer do_in who_is tell_me_about role
        """
    ),
    "opinion": _words(
        """
        谁说 谁认为 有人说 怎么看 评价 怎么评价 说法 观点 认为 怎么说 如何看待 看法 who_say
        who_claim say said claim claimed opinion view think argue what_people_say call called quote
        comment is_it_true true
        """
    ),
    "forecast": _words(
        """
        预计 预测 有望 预期 将达 将达到 会达到 能达到 未来 前景 展望 将 预计能到 预计达到 能到多大
        会到 能到 能破 会破 能突破 会突破 到得了 达得到 够得到 还会
        会继续 还会继续 未来几年 未来三年 未来五年 未来十年 今后几年 今后三年 今后五年 今后十年
        接下来几年 接下来五年 next_few_years next_three_years next_five_years next_ten_years
        coming_years coming_five_years in_three_years in_five_years in_ten_years years_ahead
        next_decade forecast expect expected_to project projected projection outlook
        predict will prediction future by_2025 estimate supposed_to meant_to supposed_to_be going_to
        """
    ),
    "actual": _words(
        """
        实际 实际值 实际数 实际多少 实际是多少 不是预测 不是预测值 不是预计 而不是预测 不要预测
        actual actual_figure actual_value not_forecast not_a_forecast not_the_forecast
        not_an_estimate not_projected rather_than_forecast rather_than_a_forecast realized outturn
        """
    ),
    "latest": _words(
        """
        最新 目前 现在 当前 最近 近期 近来 如今 现有 截至目前 今年
        latest current currently now most_recent recent today newest up_to_date
        """
    ),
    "now": _words(
        """
        目前 现在 当前 如今 现有 截至目前 今年 眼下 今天 current currently now today right_now
        so_far at_present at_the_moment this_year nowadays presently last_year past_year
        previous_year last_quarter last_month 去年 前年 上个月 上季度
        """
    ),
    "what": _words(
        """
        说了什么 讲了什么 说了些什么 讲了些什么 说什么 讲什么 写什么 写了什么 写了些什么 提了什么
        说的什么 讲的什么 写的什么 说的是什么 讲的是什么 写的是什么
        什么 有什么 都有什么 有何 有何种 都有何 what
        没说什么 没有说什么 没写什么 没有写什么 没提什么 没有提到什么
        不知道什么 缺什么 缺哪些 what_is_not_known what_is_unknown what_is_missing what_be_not_known
        what_don_t_we_know what_dont_we_know what_do_we_not_know what_we_don_t_know
        what_we_dont_know
        """
    ),
    "list": _words(
        """
        哪些 有哪些 是哪些 都有哪些 都有谁 列表 名单 哪几个 哪几家 哪个 哪 都叫什么 which which_are
        which_is list list_of name_of names_of all_of_them
        """
    ),
    "unknown": _words(
        """
        不知道 不清楚 没有写 没写 没说 没有说明 未说明 未知 有没有说 查不到 没有数据 缺什么 知道
        说了吗 说没说 写了没有 简报不知道什么 not_know unknown not_say not_tell not_cover missing
        do_we_know be_known not_given know_about know_which we_know not_state not_stated no_data
        没说什么 没有说什么 没写什么 没有写什么 没提什么 没有提到什么 不知道什么 缺哪些
        what_is_not_known what_is_unknown what_is_missing what_be_not_known not_known
        what_don_t_we_know what_dont_we_know what_do_we_not_know what_we_don_t_know
        what_we_dont_know don_t_know dont_know
        is_it_known 有没有名单 知不知道 简报知道
        what_is_not_covered what_isn_t_covered not_covered unanswered_questions open_questions
        没有答案 没有覆盖 没有回答 没覆盖
        """
    ),
}
"""Kind of question to the words that ask it. Kinds of records name those that they answer
(``RecordKind.questions``); ``tui.search.fact_choice`` chooses facts by them."""


FILLERS = _words(
    """
    的 了 吗 呢 啊 吧 在 是 有 和 与 及 从 到 至 由 被 把 对 为 于 就 都 也 还 而 或 以 之 其 这 那
    着 过 很 又 上 下 中 内 里 年 月 日 个 家 起 位 名 笔 项 次 条 种 数 说 讲 想 查 多 已 曾 再 才
    只 给 让 向 往 用 它 他 能 会 要 共 来 去 做 干 出 开 拿 搞 谈 接 靠 底 前 后 这个 那个 请问
    一下 怎么样 怎样 如何 怎么 那个 那份 那些 来着
    情况 一共 总共 共有 关于 里面 以来 期间 大概 大约 左右 达到 我国
    咱们 我们 他们 可以 应该 到底 究竟 真的 具体 相关 有关 方面 问题 谈到 提到 文中 已经 所有 全部
    比较 是不是 有没有 是一家 通过 自己 主要 其中 加起来 合计 出了 掉了 只占 造成 打算 带来 这里
    在这里 那里 哪里 地方 样子 当时 说法 有人说 谁说 这一轮 公司 全国 中国 国内 每年 每天要
    这么 那么 算 块 样 拿到 得到 认为 觉得 表示 来源 资料 数据 数字 the a an of in for to by at on
    with from and or as into is are was were be been did does do done has have had can could should
    would may might must its it their there these this that those they them he she his her i me my
    we our you your one any some about than over under between among during through s so if how
    please tell give show get find really exactly actually much many then also just ever yet still
    own same each every both other more very out up off via no say said according regarding year
    years per_year per_annum briefing document like make made go come see look use where china
    chinese china_s
    nationwide country true company people thing called call take put want know need work big large
    fast far long here because while within across against 谁是 能不能 还有 发展过来 会不会 是否
    可不可以 是怎样 是怎么 多久 其实 我要的 别给我 给我 麻烦 谢谢 帮忙 告诉我 那部分 部分
    还是 分别 以及 而且 如果 因为 所以 虽然 但是 不过 甚至 我要 想了解 了解一下 了解 给我看看
    看看 帮我 查一下 请 时候 帮助 哪份 哪一份 哪项 哪一项 做法 简报 发生 一般 大多数 里有 能做到
    做到 合起来 我看看
    截至 这三 是从 是它 东西 要求 一个 几年 这两个 关系 反而 进入 起来 下来 出去 上去 人 现在 目前
    enter become get_to turn_out put_in whether hit reach exist happen credit boost let help try
    start begin keep stay live live_with folk old new bad great little few several main major whole
    entire total does_it is_it was_it right_now so_far at_all in_total these_days in_general
    mention too saw seen mid middle whatever roughly any_idea wonder curious quick short
    simple number_i_need i_need i_want looking_for look_for piece stuff lot built build back
    五年内 三年内 十年内 两年内
    领域 五年来 几年来 多年来 近年来 近几年 近些年 近一年 近两年 近三年 近四年 近五年 近十年 近2年
    近3年 近4年 近5年 近10年 过去几年 过去两年 过去三年 过去五年 最近几年 最近两年 最近三年
    最近五年 这几年 靠谱 靠谱吗 靠不靠谱 可信 可信吗 可不可信 可靠 可靠吗 准不准 准吗 信得过吗
    是谁统计的 谁统计 谁统计的 谁统计出来的 统计出来的 不愿意 愿意 面临 同一家 同一家公司
    article anyone handle decide went idea early already come_from quickly end plus less
    absolute pls close_to close_its close_the close_a how_close got firm wrote write written held
    hold set thank head context mix
    how_sure how_certain how_confident how_solid how_firm how_reliable_is how_reliable_are
    how_trustworthy_is how_trustworthy_are how_accurate_is how_accurate_are
    tell_us show_us give_us let_us vs versus
    compared_with_the compared_to_the compared_with_last compared_to_last compared_with compared_to
    in_comparison_with in_comparison_to relative_to
    accept correct everyone someone somebody big_picture take_place takes_place took_place itself
    again place going goes going_on gone doing being having sit sits kind_of sort_of lot_of bit
    quite seriously basically honestly simply ok okay hey hello well by_now lately anyway
    yet_to supposed end_up ended_up turn_up bother care_about deal_with come_up come_with
    myself ourselves yourself him himself herself themselves am but until once all such nor shall
    ought used using making taking took taken giving gave given coming known thought meant shown
    told kept seem became leave left bring brought move moved remain stand apparently
    even mainly mostly nearly perhaps presumably probably recently since soon supposedly though
    typically usually rather kind sort type info anything something last ago month annually
    i_d we_d i_m i_ve we_ve you_d they_re we_re you_re let_s
    data_on info_on information_on stats_on statistics_on figures_on news_on update_on updates_on
    responsible responsible_for in_charge in_charge_of
    word_on background_on data_about info_about information_about news_about
    各 各个 每个 各项 每项 各家 各方 各种 各类 各自 各公司 各企业 各平台 两家 两者 二者 跟 同 比
    各条 每条 各份 每份 各地 比一比
    谁靠谱 谁更靠谱 哪家靠谱 是哪家靠谱 哪家更靠谱 哪个靠谱 哪个更靠谱 谁可靠 哪家可靠 哪个可靠
    谁的靠谱 哪家的靠谱 哪个准 谁的准 哪家准 用不用 要不要 需不需要
    改了 改成 改过 改为 被改 改动 修改 修改过 改一下
    从强到弱 由强到弱 从弱到强 由弱到强 从严到松 从松到严 从新到旧 由新到旧 从旧到新 由旧到新
    从早到晚 由早到晚 从晚到早 从大到小 从小到大 从高到低 从低到高 从多到少 从少到多
    排序 排列 排一下 排个序 按强弱 按强弱排 按时间 按时间排
    一样 一样吗 一样不一样 是否一样 晚几年 早几年 晚多少年 早多少年 晚几个月 早几个月 晚多久 早多久
    公布的 公布了 公布过
    话说 反正 貌似 好像 感觉 一般来说 说实话 想问 问问 问下 求问 有人知道 请教
    """
)
"""Words that are never looked up: they say nothing about what is asked."""
QUALIFIERS = _words(
    """
    per most least larger smaller bigger more_than less_than besides except except_for other_than
    apart_from outside behind before after without not instead instead_of rather_than only together
    excluding highest lowest fewest greatest smallest largest biggest peak maximum minimum
    don_t doesn_t didn_t isn_t aren_t wasn_t weren_t hasn_t haven_t can_t won_t wouldn_t 峰值
    最高峰 高峰 最多 最少 最高 最低 最大 最小 除了 除 不是 没有 以外 之外 之前 之后 而不是 只有 另外
    低谷 谷底 trough 顶峰 巅峰 最高点 best_year record_year worst_year 每家 每位 每名 每笔 每起
    """
)
"""Words that change what is asked: they are not looked up, but an answer that does not have them
is not exact."""
