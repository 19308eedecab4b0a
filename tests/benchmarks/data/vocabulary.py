"""Words of which synthetic names are composed. None of them is meant to be a real organization or
document."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


CITIES = _words(
    "北京 上海 天津 重庆 杭州 南京 苏州 成都 武汉 长沙 广州 深圳 厦门 福州 济南 青岛 郑州 "
    "西安 合肥 南昌 昆明 贵阳 海口 沈阳 大连 长春 哈尔滨 石家庄 太原 兰州 银川 西宁 宁波 温州 "
    "无锡 佛山"
)
BRAND = (
    "康健安宁仁济和平春晖瑞祥福泰恒益博爱明德同心云岭青禾海纳星河远景嘉禾百川九州天元"
    "启航致远华盛润泽若水南山北辰东篱西岭清源正阳广源万家千禾"
)
FIELDS = _words(
    "互联网医院 在线问诊 慢病管理 医药电商 健康管理 远程医疗 医保支付 处方流转 智慧医院 "
    "医疗信息 数字疗法 心理健康 口腔健康 康复护理 母婴健康 影像诊断 家庭医生 商业保险 "
    "体检服务 中医药"
)
FIELDS_EN = _words(
    "internet_hospital online_consultation chronic_disease_care online_pharmacy "
    "health_management telemedicine insurance_payment prescription_circulation smart_hospital "
    "medical_information digital_therapy mental_health dental_health rehabilitation "
    "mother_and_child_care imaging family_doctors commercial_insurance check-ups "
    "traditional_medicine"
)
COMPANIES = _words("科技 集团 平台 股份有限公司 健康科技有限公司 信息技术有限公司 医疗 云医院")
MEASURES = _words(
    "市场规模 用户规模 融资金额 机构数量 渗透率 活跃用户 营业收入 处方量 问诊量 注册医生数"
)
MEASURES_EN = _words(
    "market_size users financing institutions penetration active_users revenue prescriptions "
    "consultations registered_doctors"
)
UNITS = _words("亿元 亿人 亿元 家 % 万人 亿元 万张 万次 万人")
VERBS = _words("印发 规范 促进 推进 加强 完善")
PAPERS = _words("行动计划 指导意见 管理办法 实施方案 工作规范 若干措施")
ISSUERS = _words("卫发 医保发 药监 发改 工信 政办发")
SENTENCES = (
    "{brand}在{city}开展{field}，服务覆盖{number}家机构",
    "截至{year}年，{city}的{field}用户达到{number}万人",
    "{field}与{other}相结合，是{city}近年的主要做法",
    "{brand}与{city}的医院共建{field}平台，接入医生{number}名",
    "{year}年{city}把{field}纳入医保支付的试点",
    "{other}的收费标准由{city}另行规定",
)
