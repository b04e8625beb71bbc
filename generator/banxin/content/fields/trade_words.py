"""Words of the trade that are no field's name: which field is meant, or why none is.

Nearness of letters would guess wrong (题目 isn't 肩题), or throw a name away (摄影: 张三).
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class TradeWord(msgspec.Struct, frozen=True):
    """The problem to report, and the name of the field that is meant; "" for none."""

    code: str
    meant: str = ""


_ROLES = (
    "记者 通讯员 摄影 摄像 拍摄 采访 采写 撰文 撰稿 文字 整理 供稿 翻译 编译 绘图 制图 "
    "责编 责任编辑 编辑 美编 校对 审核 审校 监制 策划 统筹"
)


def _meaning(meant: Mapping[str, str]) -> dict[str, TradeWord]:
    """Field's name: words for it. ``""``: words for which there is no field."""
    return {
        word: TradeWord("misspelt-key" if name else "unknown-key", name)
        for name, words in meant.items()
        for word in words.split()
    }


ARTICLE_WORDS: Mapping[str, TradeWord] = {
    **_meaning(
        {
            "标题": "题目 大标题 主标题 正题",
            "引题": "眉题 上题",
            "副题": "下题",
            "版块": "分类 频道 类别",
            "事件日期": "事件时间 新闻时间",
            "图片": "配图 插图",
            "稿源": "出处",
            "": "小标题 标签 关键词 字数 日期 时间",
        }
    ),
    **dict.fromkeys(_ROLES.split(), TradeWord("role-as-key", "署名")),
    "备注": TradeWord("internal-remark", "编者注"),
}
PHOTO_WORDS = _meaning(
    {
        "文件": "图片 照片 图 名称 文件名 图片名",
        "图说": "标题 题目 图注",
        "作者": "记者 拍摄 摄影者 摄影师 供图",
    }
)
SOURCE_WORDS = _meaning({"名称": "来源 稿源 单位 媒体", "网址": "地址"})
SIGNOFF_WORDS = _meaning({"单位": "落款 名称", "日期": "时间"})
ISSUE_WORDS: Mapping[str, TradeWord] = {"备注": TradeWord("internal-remark", "说明")}
PAGE_WORDS = _meaning({"版名": "标题 题目", "编辑署名": "责任编辑 编辑"})
_STATUSES = {
    "已发布": "定稿 已定稿 终稿 签发 已签发 发布 发表 刊发 已刊 已登",
    "草稿": "待审 待定 未定稿 未发 不发 暂缓",
    "撤稿": "撤回 撤下 撤销 已撤",
}
STATUS_WORDS: Mapping[str, str] = {
    word: status for status, words in _STATUSES.items() for word in words.split()
}
