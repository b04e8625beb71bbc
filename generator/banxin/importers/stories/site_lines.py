"""A line that a site or a messenger prints around an article, by what it says."""

from __future__ import annotations

import re

from banxin.importers.stories import patterns
from banxin.importers.stories.buttons import BUTTONS, PRESSED, SIZES, ZOOM

TIME = (
    r"(?:20\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}月\d{1,2}日)"
    r"(?:\s*(?:星期|周).)?(?:\s*(?:上午|下午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_CLOCK = r"\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
WHERE = re.compile(
    r"(?:您(?:现在|当前|所在)?的?|当前的?|现在的?)(?:所在)?的?位置\s*[:：>].{0,80}"
    r"|(?:网站|本站)?首\s?页(?:\s*[>»›＞→/|丨·—-]+\s*|[\s\u3000]+)[^。]{2,80}"
)
_STEPS = re.compile(
    r"[^\s>，。]{2,12}(?:\s*[>»›＞]+\s*[^\s>，。]{2,20}){2,6}|[^\s>，。]{2,12}\s*[>»›＞]+\s*(?:正文|列表|详情)"
)
CLOCKED = rf"(?=20\d\d){TIME}(?<=[:：]\d\d)"
_POSTED = re.compile(rf"原创.{{2,60}}{CLOCKED}.{{0,12}}")
_OTHERS = re.compile(r"[<《〈«]?\s*[上下]一[篇条页则个]\s*(?:[:：].{0,120}|[>》〉»]?)")
_META = re.compile(
    rf"(?:发布|发稿|更新|录入|添加|发表)(?:时间|日期)\s*[:：]\s*(?:{TIME})?"
    rf"|20\d\d\D\d{{1,2}}\D\d{{1,2}}日?{_CLOCK}"
    r"|(?:浏览|阅读|点击|访问|人气|热度|评论|播放)(?:次数|量|数|率)?\s*[:：\s]\s*\d[\d,万+.]*\s*[次人条]?"
    r"|[【\[]?(?:字号|字体)(?:大小)?\s*[:：][\s\[【大中小特默认正常+\-A-Z|/]*[】\]]?"
)
_CODE = re.compile(
    "(?=.{0,60}(?:扫一扫|扫码|二维码))(?!.*(?:报名|咨询|缴费|投票|预约|领取|查询|购票|反映|参加))"
    "(?=.*(?:关注|当前页|手机上?(?:打开|看|阅读|浏览|访问)|分享[到至给]|公众号|客户端|APP))[^。]{4,60}"
)
FOOT = re.compile(
    r"版权所有.*|.{0,40}(?:ICP备|公网安备|网站标识码|网站支持IPv6|版权所有).{0,80}"
    r"|(?:Copyright|©|\(c\)).{0,120}|技术支持\s*[:：].{2,40}|(?:建议|推荐)使用.{0,40}浏览器.{0,30}"
    r"|(?:网站地图|联系我们|关于我们|网站声明|隐私声明)(?:[\s|丨·-]+\S{2,10})*"
    r"|.{0,20}违法和?不良信息举报.{0,60}",
    re.IGNORECASE,
)
FOOTS_OWN = re.compile(
    r"(?:主办|承办|协办|主管|地址|邮编|联系电话|电话|传真|邮箱)(?:单位)?\s*[:：].{2,80}"
)
_DISCLAIMS = re.compile(
    r"(?:(?:特别|免责|版权|转载)?(?:声明|说明|提示)|注)\s*[:：]"
    r"(?=.*(?:来[源自]于?(?:互联)?网|转载|侵权|版权|不代表)).{4,240}"
    r"|(?:图片|图文|文章|素材|内容|本文)?(?:来源于?|来自|源自|综合自)网络.{0,30}(?:侵[权删]|版权|联系).{0,40}"
    r"|(?:未经.{0,12}|如需)?转载.{0,8}(?:请|须|必须)(?:注明|联系|标明).{0,40}"
)
_MESSENGERS = re.compile(
    r"预览时标签不可点|知道了|继续滑动看下一个|向上滑动看下一个|以上内容已结束.{0,10}|名称已清空"
    r"|.{0,40}轻点两下取消(?:赞|在看).{0,10}|.{0,16}(?:设为|加)星标.{0,20}|微信扫一扫.{0,20}"
    r"|[↑↓▲▼\s]*(?:点击|轻触|长按|戳).{0,16}(?:关注|识别|订阅).{0,12}|\S{2,24}官方(?:账号|帐号|微信|公众号|平台).{0,6}"
    r"|.?学习强国.{0,3}(?:学习平台|编辑).{0,8}|[·•|丨.]{1,2}|[\u4e00-\u9fff]{2,14}\.|\d{1,2}(?:天|小时|分钟)前|\d+(?:条)?评论"
    r"|分享[到至]?\s*[:：]?(?:[\s、]*(?:微信|微博|QQ|空间|朋友圈|好友|新浪|腾讯)){2,}"
    r"|(?:[【\[]\S{0,4}[一二三]审(?:\S{0,4})[】\]]\s*[:：]?[^【】\[\]]{2,16}){2,}"
    r"|(?:打开|下载|进入|点击).{0,12}(?:客户端|APP|小程序)[^。]{0,20}"
    r"|\d+个?朋友.{0,8}|(?:继续)?访问此?网页|素材来源.{0,4}网络|喜欢(?:作者|文章).{0,12}"
)
_BETWEEN = re.compile(r"[\s\u3000|丨/·,，、。【】\[\]（）()<>«»：:•]+")
_LONGEST = 300  # characters
DECKED = re.compile(r"[▼▲▽△►▶◆◇■□★☆●→↓↑\s\u3000【】\[\]「」|丨—\-~·＞>]+")
MORE_TO_READ = re.compile(
    "往期(?:推荐|回顾|精彩|文章|热文|内容)|相关(?:阅读|新闻|文章|报道|推荐|链接|信息|内容)|延伸阅读"
    "|推荐(?:阅读|文章)|猜你喜欢|热门(?:推荐|文章|新闻|阅读|资讯)|精彩(?:推荐|回顾|文章)|大家都?在看"
    "|更多(?:精彩|推荐|文章|阅读)(?:内容|推荐|文章)?|喜欢[此该]内容的人还喜欢|(?:点击|阅读)排行榜?"
    "|阅读下一篇|下一篇(?:文章)?|看了.{0,4}的人还看了|(?:精选|全部|热门|最新|网友|用户)(?:留言|评论)"
)
_SAME_LINE = re.compile(
    rf"[【\[]?(?:{MORE_TO_READ.pattern})[】\]]?\s*[:：]\s*(?P<what>\S[^。]{{1,60}})"
)


def is_site_line(text: str) -> bool:
    """Whether a line is a site's own and surely so."""
    if len(text) > _LONGEST:
        return False
    said = patterns.one_line(text)
    if _DISCLAIMS.fullmatch(said):
        return True
    if len(said) > 140:
        return False
    same = _SAME_LINE.fullmatch(said)
    return bool(
        same
        or any(one.fullmatch(said) for one in (WHERE, _STEPS, _OTHERS, _META, _POSTED, _CODE, FOOT))
        or _MESSENGERS.fullmatch(said)
        or _is_buttons(said)
    )


def is_put_up(text: str) -> bool:
    """2026-12-04 below a headline: when a site showed it first, which no newspaper writes so."""
    return bool(re.fullmatch(r"20\d\d([-/.])\d{1,2}\1\d{1,2}", text))


def _is_buttons(said: str) -> bool:
    """打印 关闭 分享到: words to press, alone where no text has them, else several or bracketed."""
    words = [word for word in _BETWEEN.split(said) if word]
    named = [re.sub(r"\d+[\d万+.]*$", "", word) for word in words]
    if not words or len(said) > 80 or any(one and one not in BUTTONS for one in named):
        return False
    if any(one in PRESSED for one in named):
        return True
    if len(named) > 1 and all(one and one in ZOOM for one in named):
        return True
    telling = [one for one in named if one and one not in SIZES]
    bracketed = said[0] in "【[" and said[-1] in "】]"
    return bool(telling) and (len(words) > 1 or bracketed)
