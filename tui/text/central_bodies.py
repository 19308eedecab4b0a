"""Ministries and other bodies of China's central government that readers ask for by name, with the
abbreviations in use; earlier names of some of them are among these."""

from __future__ import annotations

from tui.text.word_set import words_of

CENTRAL_BODIES = (
    *("科技部", "科学技术部", "财政部", "商务部", "教育部", "公安部", "民政部", "司法部", "人社部"),
    *("人力资源和社会保障部", "农业农村部", "生态环境部", "住建部", "应急管理部", "交通运输部"),
    *("文旅部", "中宣部", "外交部", "药监局", "药品监督管理局", "食药监", "食品药品监督管理总局"),
    *("市场监管总局", "市场监督管理总局", "工商总局", "网信办", "国家统计局", "税务总局", "税务局"),
    *("知识产权局", "数据局", "审计署", "海关总署", "国资委", "银保监会", "金融监管总局", "证监会"),
    *("中国人民银行", "最高人民法院", "最高法", "最高检", "卫生部", "计生委", "中医局"),
)
"""In Chinese; a query may have ``国家`` before one."""
ABBREVIATIONS = words_of(
    "nmpa cfda sfda cac mof samr mps mofcom moe mohrss mca nhfpc cbirc nfra csrc sasac pboc aqsiq "
    "cnipa saic"
)
"""In English."""
