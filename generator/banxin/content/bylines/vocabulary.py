"""The words that newspapers print around names: titles, offices, set phrases."""

from __future__ import annotations

import re

from banxin.model.credits import WORKS

_CORE = "记者|通讯员|通讯员组|评论员|实习生"
_TITLES = (
    f"{_CORE}|特派员|观察员|撰稿人|撰稿|特约|特约作者|作者|编辑|责编|美编|校对|审核|审校|监制|编委|初审|复审|一审|二审|三审|审签|签发|审定|核稿|策划"
    "|统筹|讲述人|口述人|采访人|受访人|主讲人|整理人|主持人|主播|播音|见习生|摄影师|设计师|指导教师|指导老师|读者|网友|市民|村民|居民|群众"
    "|学生|教师|老师|民警|版式|终审|主编|总编|出品|制作"
)
_PREFIX = r"(?![系是为原])[^\s\d]{0,14}"
_TITLE_ENDS = frozenset(title[-1] for title in _TITLES.split("|"))
_TITLE = re.compile(f"{_PREFIX}(?:{_TITLES})")
_GLUED = re.compile(f"(?P<title>{_PREFIX}?(?:{_CORE}))(?P<rest>\\S{{2,20}})")
# Checks within the newsroom: who did them is printed, and wrote nothing.
_CHECK = re.compile(r".*(?:[初复终一二三]审|审[核签定校]|签发|核稿|编委)")
LABELS = frozenset(("来源", "稿源", "稿件来源", "文章来源", "信息来源", "供稿单位"))
AND_OTHERS = re.compile(r"等?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[人名]|等")
_ENDS_SO = re.compile(rf"(?P<rest>.{{2,20}}?)(?P<end>{AND_OTHERS.pattern})")
CONJUNCTIONS = frozenset("和与及暨等&＆")

# Works whose last characters no name ends with: they may stand close to it (张三摄).
_CLOSE = re.compile(
    r"摄影并?报道|图文并?报道|摄影|撰文|绘图|制图|供图|供稿|报道|整理|口述|记录|编译|翻译|摄"
)
_ROLE_WORD = re.compile(
    "|".join(w for w in (*_TITLES.split("|"), *WORKS.split("|"), *LABELS, "发自") if len(w) > 1)
)

_MEDIA = (
    "新华社|中新社|新华网|中新网|人民网|央视|央广|融媒|日报|晚报|晨报|早报|电视|广播|周刊|杂志"
    "|通讯社|客户端|公众号|视频号|编辑部|报社|网站|视觉中国"
)
_OFFICE = (
    "局|委|办|院|网|部|处|厅|校|县|市|区|街道|室|馆|店|厂|中心|公司|集团|协会|学会|商会|工会|农会"
    "|妇联|文联|作协|侨联|科协|残联|联合会|银行|大学|中学|小学|幼儿园|支队|大队|中队|总队|派出所"
    "|事务所|研究所|司法所|供电所|平台|政府|党委|党校|支部|机关|团委|人大|政协|公安|法治办|团县委"
    "|林场|农场|小组|课题组|工作组|专班|社区|小区|合作社|记者站|气象[站台]|水文站|供稿组|报道组|采访组"
)
# These end names as well (王镇, 张红村): an office only where no role says that it is somebody.
_PERHAPS = "镇|乡|村|报|站|所|队|组|州"
_CLASS = re.compile(
    r".*[年高初大中小一二三四五六七八九十\d级]"
    r"(?:[一二三四五六七八九十]|\d{1,4}|[（(][一二三四五六七八九十\d]{1,3}[）)])班"
)
_ORGANISATION = re.compile(f".*(?:{_MEDIA}|某|公司|委员会|本报|本刊|本站|本网).*|.*(?:{_OFFICE})")
_PERHAPS_OFFICE = re.compile(f".*(?:{_PERHAPS})")

_PHRASE = re.compile(
    "(?:资料|图片|照片|视频|素材|稿件|图表|本报|本刊|本网|综合|网络|未署名|题图|图为|文图|图文).*"
    "|.*(?:供图|配图|制图|提供|发布|资料图|示意图|截图|图库|报道|供稿|专电|特稿|综合)"
    f"|.*(?:{_MEDIA}).{{0,12}}(?:发|电|讯|摄)|.*[发电]（.*）|.+[讯电]|AI.*"
)
_NO_NAMES = re.compile(
    "佚名|匿名|无名|本报|本刊|本网|编者|小编|转载|摘编|综合|网络|资料|新华|群众|来信|来稿"
    "|单位|简介|简讯|简报|文化|文学|文艺|文明|时代|时评|时间|时事|热线|手记|观察|调查"
    "|走访|采访|后记|游记|安全|平安|高山|金色|江山|成长|成都|应用|解读|解放|温馨|温度"
    "|荣誉|关于|查看|农村|农业|南方|东方|元旦|路上|房产|石化|石油|金融|花絮|花卉|车辆"
    "|车站|司机|司法|武警|师生|全文|全国|全省|全市|全县|常委|安徽|江苏|江西|贵州|云南"
    "|海南|甘肃|宁夏|广西|广东|河南|河北|湖南|湖北|苏州|杭州|温州|柳州|常州|郑州|成文"
    "|何以|何时|何处|那么|那些|而且|于是|时候|万元|万人|千里|祝贺|祝福|方面|方法|方言"
    "|方向|石头|明天|明年|钟表|白天|黑夜|相关|宋词|唐诗|元曲|周末|周刊|周年|周一|周三"
    "|周四|周五|周六|周日|高考|高中|高速|高校|于此|张贴|张开|习作|习惯|习题|许多|包装"
    "|包括|祖国|童话|童年|谈话|满意|麻烦|梅花|桂花|荷花|柳树|杨树|林业|孔子|孟子|庄子"
    "|史料|史话|康复|冷空气|安全生产|简明新闻"
)


def is_title(word: str) -> bool:
    """Whether it says what somebody is: 本报记者, 特约评论员, 城关镇读者."""
    return word[-1:] in _TITLE_ENDS and _TITLE.fullmatch(word) is not None


def is_check(role: str) -> bool:
    """Whether a title is of one who checked an article before it was printed: 初审, 终审."""
    return _CHECK.fullmatch(role) is not None


def glued_title(word: str) -> tuple[str, str] | None:
    """A title and what stands close behind it: 本报记者何田."""
    found = _GLUED.fullmatch(word)
    return (found["title"], found["rest"]) if found else None


def close_work(word: str) -> tuple[str, str] | None:
    """What stands before a work, and the work: 张三摄."""
    for found in _CLOSE.finditer(word):
        if found.end() == len(word) and found.start() > 1:
            return word[: found.start()], found[0]
    return None


def close_others(word: str) -> tuple[str, str]:
    """张三 and 等 of 张三等; without such an end the word and ""."""
    found = _ENDS_SO.fullmatch(word)
    return (found["rest"], found["end"]) if found else (word, "")


def has_role_word(text: str) -> bool:
    return _ROLE_WORD.search(text) is not None


def is_organisation(text: str) -> bool:
    return _ORGANISATION.fullmatch(text) is not None


def may_be_organisation(text: str) -> bool:
    """Whether it may be one or a name: 林业站, 金山镇, but 王镇 too."""
    return is_organisation(text) or _PERHAPS_OFFICE.fullmatch(text) is not None


def is_group(text: str) -> bool:
    """Whether it may be an organisation, or is a school's class: 六（1）班."""
    return may_be_organisation(text) or _CLASS.fullmatch(text) is not None


def is_phrase(text: str) -> bool:
    """Whether it is one of the things that stand where a name would: 资料图, 新华社发."""
    return is_no_name(text) or _PHRASE.fullmatch(text) is not None


def is_no_name(text: str) -> bool:
    """Whether it has the form of a name and is a word."""
    return _NO_NAMES.fullmatch(text) is not None
