"""What newspapers print around a text but its date and dateline, as expressions."""

from __future__ import annotations

import re

import msgspec

from banxin.content.bylines import credits
from banxin.content.bylines.vocabulary import is_organisation, may_be_organisation
from banxin.content.fields.ranks import RANKS
from banxin.importers.stories.datelines import dateline, is_dateline
from banxin.importers.stories.imprint import is_staff
from banxin.model.characters import HAN
from banxin.model.credits import Credit, people

_LEAD_BYLINE = re.compile(r"[\s\u3000]*[（(【](?P<by>[^（）()【】]{2,60})[)）】][\s\u3000]*[：:]?")
_REPORTS = re.compile(
    rf"[\s\u3000]*(?P<by>(?:本报)?(?:见习|实习)?记者[\s\u3000]*[{HAN}\s\u3000、·]{{2,16}}?)[\s\u3000]*报道[：:，]"
)
_DAY_NEXT = re.compile(
    rf"[\s\u3000]+(?P<by>(?:本报)?记者[{HAN}\s\u3000、]{{2,24}}?)[\s\u3000]*(?=\d)"
)
MARKS = "□■◎●◆◇▲△★☆○"
_SEPARATOR = re.compile(r"[-—–―＿_=＝*＊~～·.．•☆★◆◇○●□■※…\s\u3000]{3,}")
_CLOSES = re.compile(r"此致\s*(?:敬礼)?[！!。]?|敬礼[！!。]?")
_LISTED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节款步]"
)
_NTH = re.compile("[其之][一二三四五六七八九十]")  # of several poems
_POST = re.compile(
    f"[{HAN}]{{2}}.*[)）]?班$|[{HAN}](?:小学|[一二三四五六七八九十]中|年级|大学|学院)$"
    f"|[{HAN}]{{2}}(?:医师|护师|药师|民警|法官|检察官|律师|书记|[县市区镇乡省州]长|主任|[局院校厅部处科所站会行馆社队]长|主席|理事长|经理|教授|研究员|会员|委员|教师|老师|学生|村民|居民|职工|志愿者)$"
)
# 心内科, 主治医师: beside an office and before a name
_DEPARTMENT = re.compile(
    f"[{HAN}]{{1,8}}(?:[科室股部处组队班]|病区|门诊|医师|护师|药师|医生|护士长?|民警|法官|检察官|律师|教师|人员|干部|职工)"
)
_COUNTYS = re.compile("[省市县区乡镇]")
_PLACE = re.compile(f"[{HAN}]{{1,6}}(?:[乡镇村]|街道|社区)")
_TEACHER = re.compile("(?:指导|辅导)(?:教师|老师)[:：]?")
# whom nobody is to know, as an editor writes them
_NOBODY = re.compile(f"[{HAN}]某{{1,2}}")
_WORK = "(?:摄影|图文)并?报道|文[/／、]?图|图[/／、]?文|摄影|供图|摄"
_SIGNS = re.compile(
    rf"(?:本报|本网|本台)?[{HAN}]{{0,4}}(?:记者|通讯员)[\s:：]+[^，。？！：:]{{2,30}}"
    rf"|[^，。？！：:]{{2,30}}(?:\s*[/／]\s*|\s)(?:{_WORK})"
)
# whom readers are to call, and who was asked
_TO_CALL = re.compile(
    "(?:业务|活动|项目|招生|报名|会议)?(?:联系|联络)人|(?:本期|访谈|对话)?嘉宾|访谈对象|受访(?:者|人|对象)"
)
_OFFICE = re.compile("本报(?:特约|首席)?(?:评论员|编辑部|观察员|记者)")
_ANNOUNCES = re.compile(
    "讣[告闻]|[公通]告|公示|启事|声明|通知|倡议|广告|招[聘生商标租募]|征[集稿文订]|报名|出[租售让]|转让|拍卖"
)
_NAMES = re.compile(r".{2,40}名[单录册](?:[（(〔][^（）()]{1,20}[）)〕])?")
_LABELLED = re.compile(
    r"(?P<label>标题|主标题|大标题|主标|主题|题目|引题|引标|肩题|肩标|副题|副标题|副标|作者(?=(?:姓名)?)|署名|电头|栏目|图说|正文|(?:供稿|撰稿|投稿|来稿|撰写|采写)人)(?:姓名)?\s*[:：]\s*(?P<said>.*)"
)
_LABEL_IN_BRACKETS = re.compile(
    r"[（(【\[](?P<label>标题|主标题|主题|引题|肩题|副题|副标题)[）)】\]]\s*[:：]?\s*(?P<said>\S.*)"
)
_COLUMN = re.compile(r"[【〖〔\[◆■●★☆]+\s*(?P<name>[^】〗〕\]，。]{2,12}?)\s*[】〗〕\]◆■●★☆]+")
_RANK = re.compile(r"[【\[（(]?(图片新闻|头条|二条|倒头条|报眼)[】\])）]?[:：]?")
_ABSTRACT = re.compile(
    r"(?:核心提示|内容提要|内容提示|内容摘要|提要|摘\s*要)\s*[:：]\s*(?P<said>.+)"
)
_SENTENCE, _LONGEST_NAME = 20, 40  # characters


class Lead(msgspec.Struct, frozen=True):
    """What stands before the first words: ``length`` characters of the paragraph."""

    dateline: str
    byline: str
    length: int


def lead(text: str) -> Lead | None:
    """本报讯（记者 张三）3月31日，…: the dateline and the byline behind it."""
    start = len(text) - len(text.lstrip())
    found = dateline(text, start)
    if found is None:
        return _signed_lead(text, start)
    (line, end), byline = found, ""
    behind = (
        _LEAD_BYLINE.match(text, end) or _REPORTS.match(text, end) or _DAY_NEXT.match(text, end)
    )
    if behind and (is_byline(behind["by"]) or is_somebody(behind["by"])):
        byline, end = one_line(behind["by"]), behind.end()
    while end < len(text) and text[end] in " \t\u3000\u00a0：:":
        end += 1
    return Lead(one_line(line), byline, end)


def _signed_lead(text: str, start: int) -> Lead | None:
    """（本报记者 张三）3月31日，…: who wrote, with no dateline before."""
    found = _LEAD_BYLINE.match(text, start)
    rest = text[found.end() :].strip() if found else ""
    if found is None or len(rest) < _SENTENCE or not is_byline(found["by"]):
        return None
    return Lead("", one_line(found["by"]), len(text) - len(text[found.end() :].lstrip()))


def has_dateline(text: str) -> bool:
    found = lead(text)
    return found is not None and bool(found.dateline)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, with a role: 记者 张三, 张三 文/图, 作者：李四."""
    if _OFFICE.fullmatch(bare_byline(text)):
        return True
    if _TO_CALL.match(bare_byline(text)) or text.rstrip()[-1:] in ("：", ":"):
        return False
    found = credits(bare_byline(text)) if len(text) <= 60 and not is_staff(text) else ()
    people = [c for c in found if _is_person(c)]
    others = [c for c in found if not _is_person(c) and not c.role and c.name != "等"]
    return bool(people) and any(c.role for c in people) and not others


def signs(text: str) -> bool:
    """Whether a line says who did it, be it by a name that nobody can know: 通讯员 山里人家儿."""
    if len(text) > 2 * _LONGEST_NAME:
        return False
    line = bare_byline(text)
    named = _SIGNS.fullmatch(line) or (label_of(text)[0] in ("作者", "署名") and label_of(text)[1])
    return is_byline(text) or (len(line) <= _LONGEST_NAME and bool(named))


def _is_person(one: Credit) -> bool:
    return one.kind == "person" or bool(_NOBODY.fullmatch(one.name))


def is_name(text: str) -> bool:
    """Whether a line is names and nothing else: 张三, 王 芳 李四."""
    line = bare_byline(text)
    if line[-1:] in ("：", ":"):
        return False  # 任命：, whatever surname it begins with
    if not 2 <= len(line.replace(" ", "").replace("\u3000", "")) <= 16:
        return False
    found = credits(line)
    return any(c.kind == "person" for c in found) and all(map(_is_person, found))


def is_office_and_name(text: str) -> bool:
    """Whether a line is an office or a post and who is there: 县水利局 沈微, 江城县县长 沈微."""
    if len(text) > _LONGEST_NAME or _TO_CALL.match(bare_byline(text)):
        return False
    where, *who = bare_byline(text).split() or [""]
    known = _is_office(where) or bool(_POST.search(where) or _PLACE.fullmatch(where))
    first = 1 if len(who) > 1 and _DEPARTMENT.fullmatch(who[0]) else 0
    names = who[first:]
    taught = next((n for n, one in enumerate(names) if _TEACHER.fullmatch(one)), len(names))
    by_role = all(re.fullmatch(f"[{HAN}]{{2,4}}", one) for one in names[taught + 1 :])
    return taught > 0 and known and by_role and is_name(" ".join(names[:taught]))


def is_somebody(text: str) -> bool:
    """Whether a line is names, or an office and a name, and nothing else."""
    return is_name(text) or is_office_and_name(text)


def are_offices(text: str) -> bool:
    """Whether a line names two offices or more and nothing else: 县气象局 县农业农村局."""
    offices = bare_byline(text).split()
    return len(offices) > 1 and all(map(is_organisation, offices))


def _is_office(text: str) -> bool:
    """县人民医院, and 县人民医院心内科; of a county's own, whatever it is called: 县农技站."""
    if _COUNTYS.match(text) and may_be_organisation(text):
        return True
    ends = [n for n in range(3, len(text)) if _DEPARTMENT.fullmatch(text, n)]
    return is_organisation(text) or any(is_organisation(text[:n]) for n in ends)


def bare_byline(text: str) -> str:
    """Without the box or the brackets that a byline stands in."""
    line = one_line(text)
    if line[:1] and line[0] in MARKS:  # ◇记者 张三 ◇通讯员 李四
        line = one_line(re.sub(rf"(?:^|\s){line[0]}", " ", line))
    line = line.lstrip(MARKS).strip()
    if line[:1] in "（(【" and line[-1:] in "）)】" and len(line) > 2:
        line = line[1:-1].strip()
    return line


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_separator(text: str) -> bool:
    return bool(_SEPARATOR.fullmatch(text.strip()))


def is_formula(text: str) -> bool:
    """此致, 敬礼: how a letter ends, and never a headline."""
    return bool(_CLOSES.fullmatch(one_line(text)))


def is_listed(text: str) -> bool:
    """Whether it begins as a point of a list or a part of a document does."""
    return bool(_LISTED.match(text.lstrip()))


def is_number_alone(text: str) -> bool:
    """Whether a line is the number of a part and nothing else: （一）, 3."""
    found = _LISTED.match(text) or _NTH.match(text)
    return found is not None and found.end() == len(text)


def column_of(text: str) -> str:
    """The name of a column in its brackets: 【一线见闻】; "" if it is none."""
    found = _COLUMN.fullmatch(one_line(text))
    return found["name"].strip() if found and not is_dateline(text) else ""


def rank_of(text: str) -> str:
    """The place that a line names and nothing else: 图片新闻, 【头条】; "" for any other."""
    found = _RANK.fullmatch(one_line(text))
    return RANKS[found[1]] if found else ""


def abstract_of(text: str) -> str:
    found = _ABSTRACT.fullmatch(one_line(text))
    return found["said"].strip() if found else ""


def people_of(text: str) -> set[str]:
    """The names of those who are surely people in a byline."""
    return set(people(credits(text)))


_SOURCE = re.compile(
    r"(?:(?:稿件|文章|信息|新闻|内容|本文)?(?:来源|稿源)|(?:供稿|报送)单位)"
    r"\s*[:：|丨｜]\s*(?P<name>[^，。；！？]{2,30})"
)


def source_of(text: str) -> str:
    """The office of 来源：县教育局, in brackets or without; "" for anything else."""
    found = _SOURCE.fullmatch(bare_byline(text))
    return found["name"].strip() if found else ""


_MEDIA = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:新闻网|日报|晚报|时报|新闻社|通讯社|新华社|电视台|融媒(?:体(?:中心)?)?|传媒|广播电视台|发布|客户端|公众号|(?:信息|政府|在线|热线|政务|党建|生活)网)"
    r"|(?![^网]*[一二三四五六七八九十])[\u4e00-\u9fff]{2,5}(?<![收织触上入联撒落结张电路管水渔法天铁补])网|新华社|人民网|央视新闻"
)


def is_medium(text: str) -> bool:
    """Whether a line is the name of a paper, a site or an agency, and nothing else."""
    return bool(_MEDIA.fullmatch(text))


def unlabelled(text: str) -> str:
    """一线见闻 of 栏目：一线见闻, of 栏目：【一线见闻】, too."""
    name = re.sub(r"^(?:栏目|专栏)\s*[:：]\s*", "", one_line(text))
    return column_of(name) or name


def is_announcement(title: str) -> bool:
    """Whether readers are to answer: a notice, an obituary, an advertisement, an invitation."""
    return bool(_ANNOUNCES.search(title))


def heads_names(title: str) -> bool:
    """Whether names stand below, who wrote nothing: 第三季度好人名单."""
    return bool(_NAMES.fullmatch(re.sub(r"[\s|]+", "", title)))


def label_of(text: str) -> tuple[str, str]:
    """标题 and the words behind it, of 标题：…; empty without such a label. 撰稿人 is 署名."""
    line = one_line(text)
    found = _LABELLED.fullmatch(line) or _LABEL_IN_BRACKETS.fullmatch(line)
    label, said = found.group("label", "said") if found and len(text) <= 80 else ("", "")
    return "署名" if label.endswith("人") else label, said
