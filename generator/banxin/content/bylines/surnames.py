"""Surnames, by which a bare name is told from any other two or three characters.

百家姓 and surnames that are met beside it today; the variant 𠮷 stands for itself. Those that begin
more words than names (公 国 海 家) are left out.
"""

from __future__ import annotations

import re
import unicodedata

from banxin.model.characters import VARIATION_SELECTORS

_SELECTOR = re.compile(f"[{VARIATION_SELECTORS}]")
_SINGLE = frozenset(
    "丛向隋畅封栗银"
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍"
    "余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季"
    "麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲"
    "邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀於惠甄曲芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗"
    "山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉祖武符刘景詹龙叶幸司韶郜黎蓟薄宿白怀蒲邰鄂索咸"
    "赖卓蔺屠蒙池乔阴鬱胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚温庄晏"
    "柴瞿阎慕连茹习宦艾容古易慎戈廖庾暨衡耿满弘匡文寇禄阙东欧殳沃蔚夔隆师巩厍聂晁勾敖融冷訾辛"
    "阚那简饶曾毋沙乜鞠丰关蒯查荆游竺权逯盖益桓仉督晋楚闫法汝鄢涂钦岳帅缑亢况郈琴商牟佘佴伯赏"
    "墨哈谯笪阳佟福肖覃侬苑展植练邝卿麦檀母苟粟丘冼闭揭南修鹿谌敬仝代付仵兰凡刀吾塔塞尕岩库弥"
    "忻扎杞杰沐洛盘禚罕羌翦腊虎裕迟邸郄郇郸钏门闪青靖骞鲜𠮷折萨操啜褟闰续冒宛矫盍蹇逢衷芦辜信"
    "千撖禾洗濯潭招弋闾栋睢么户邦眭冮亓乞仡伟"
)
_COMPOUND = re.compile(
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫"
    "|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|淳于"
    "|单于|公西|巫马|百里|呼延|东郭|南门|羊舌|微生|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷"
    "|轩辕|子车|颛孙|西门|第五|左丘|段干|梁丘|东门|南郭|公户|完颜|纳兰|叶赫|爱新|那拉"
    "|钮祜|富察|佟佳|赫舍|瓜尔|章佳"
)


def plain(name: str) -> str:
    """The characters that count: variants' selectors left out, compatibility ideographs folded."""
    return unicodedata.normalize("NFC", _SELECTOR.sub("", name))  # U+F9E1 is 李


def has_surname(name: str) -> bool:
    return name[:1] in _SINGLE or has_compound_surname(name)


def has_compound_surname(name: str) -> bool:
    return _COMPOUND.match(name) is not None
