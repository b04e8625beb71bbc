"""Bylines beyond the guide's: any line at all, and names in every character there is."""

from __future__ import annotations

import random
import re
import time
import unicodedata
from collections import Counter

import pytest

from banxin.content.bylines import credits, is_somebody, names
from banxin.model import Credit
from banxin.model.credits import line, people

ROLES = [
    "记者", "通讯员", "本报记者", "实习生", "摄", "文", "图", "文/图", "摄影", "整理", "口述",
    "编译", "作者", "特约", "供稿", "和", "等",
]  # fmt: skip
NAMES = [
    "张三", "李四", "王五", "洪", "纲", "李", "𬭎", "王𫖯", "𠮷祥", "阿卜杜拉·买买提", "John",
    "Smith", "〇", "欧阳修远",
]  # fmt: skip
TEXTS = [
    "据新华社", "县委宣传部供稿", "发自北京", "来源", "新华社发", "本报讯", "2022年", "县委宣传部",
    "某某", "😀", "AI制图", "□", "○", "（", "）", "(", ")", "【", "】", "/", "／",
    "：", ":", "、", "，", ";",    "|", "丨", "·", "•",
]  # fmt: skip
BLOCKS = (
    (0x20, 0x3000),
    (0x4E00, 0x9FFF),
    (0xE000, 0xFFFF),
    (0x20000, 0x323AF),
    (0xE0100, 0xE01EF),
)
SPACES = [" ", "  ", "　", "\u00a0", ""]
MARKS = set("、，,；;|｜丨│/／:：（(【[〔［）)】]〕］")
SHARED = set("".join(ROLES)) | set("据发自供稿来源") | MARKS  # a role is printed once for several


def any_line(chance: random.Random) -> str:
    if chance.random() < 0.2:
        blocks = (
            (32, 0x3000),
            (0x4E00, 0x9FFF),
            (0xE000, 0xFFFF),
            (0x20000, 0x323AF),
            (0xE0100, 0xE01EF),
        )
        return "".join(
            chr(chance.randint(*chance.choice(blocks))) for _ in range(chance.randrange(30))
        )
    words = (
        chance.choice(chance.choice((ROLES, NAMES, TEXTS))) for _ in range(chance.randrange(12))
    )
    return "".join(word + chance.choice(SPACES) for word in words)


def visible(text: str) -> Counter[str]:
    """Its characters without spaces; dots are one, as papers use any of them."""
    dotted = re.sub("[•・‧∙]", "·", text)
    return Counter(c for c in dotted if not c.isspace() and unicodedata.category(c) != "Cf")


@pytest.fixture
def lines() -> list[str]:
    seed = random.randrange(2**32)
    print(f"seed {seed}")  # shown when a claim fails
    chance = random.Random(seed)
    return [any_line(chance) for _ in range(5_000)]


def test_no_character_of_any_line_is_lost(lines: list[str]) -> None:
    for typed in lines:
        printed = visible(line(credits(typed)))
        lost = visible(typed) - printed
        assert {c for c in lost if c not in SHARED} == set(), typed
        assert {c for c in lost if c not in MARKS and c not in printed} == set(), typed


def test_who_comes_out_as_a_person_has_a_name_without_roles_and_brackets(lines: list[str]) -> None:
    wrong = re.compile(
        r"[（）()【】/:：、，,\d]|记者|通讯员|实习生|摄影|整理|口述|编译|某|新华社|供稿|发自"
    )
    for typed in lines:
        for name in people(credits(typed)):
            assert len(name) > 1, typed
            assert not wrong.search(name), typed


@pytest.mark.parametrize(
    "piece",
    ["（", "（）", "记者", "记者 ", "文 ", "文/", "李 ", "a ", "a·", "张三/文 ", "张三（记者）",
     "发自北京、", "来源：", "张三：", "张三 文 ", "文 张三 ", "·", "等", " ", "据"],
)  # fmt: skip
def test_a_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        credits(piece * count)
        return time.process_time() - begun

    for _ in range(5):  # another program may be at work at the same time
        if seconds(8_000) < 9 * seconds(2_000) + 0.01:  # sixteen times, if it were squared
            return
    pytest.fail("quadratic")


def test_brackets_within_brackets_end_no_program() -> None:
    deep = "（" * 50_000 + "张三" + "）" * 50_000
    assert people(credits(deep)) == ()
    assert "张三" in line(credits(deep))


@pytest.mark.parametrize(
    "name",
    ["李𬭎", "王𫖯", "𠮷祥", "李𰻝", "李\U000323b0", "李\U0003347b", "李\ufa11", "\uf9e1明",
     "葛\U000e0100洪", "李〇", "王々"],
)  # fmt: skip
def test_a_name_may_hold_every_ideograph(name: str) -> None:
    assert credits(f"记者 {name} 摄") == (Credit("记者/摄", name),)
    assert people(credits(name)) == (name,)


def test_a_name_set_wide_is_one_name_in_every_plane() -> None:
    assert people(credits("记者 李 𬭎 洪 纲")) == ("李𬭎", "洪纲")
    assert people(credits("记者 李　国　强")) == ("李国强",)
    assert people(credits("记者 欧 阳 修 远")) == ("欧阳修远",)


def test_a_character_of_a_private_font_is_a_character() -> None:
    assert people(credits("记者 李\ue123")) == ("李\ue123",)


@pytest.mark.parametrize(
    "typed",
    ["县气象局", "浙江日报", "江城晨报编辑部", "人民网", "王家村", "高桥镇", "县文联", "团县委",
     "BBC", "Reuters", "Kyodo News", "来信", "作者简介", "读者来信", "编辑 手记", "综合", "资料/图",
     "新华社/摄", "人民视觉/图", "学生/绘", "（作者单位：县一中）", "http://example.org/2022/4/1",
     "张三译", "今天天气真好", "王某某", "李**"],
)  # fmt: skip
def test_what_is_not_surely_a_person_is_nobody(typed: str) -> None:
    found = credits(typed)
    assert people(found) == ()
    assert visible(typed) - visible(line(found)) <= Counter("/：（）")


def test_a_surname_of_two_characters_alone_is_nobody() -> None:
    assert people(credits("记者 欧阳 张三")) == ("张三",)


def test_a_place_that_was_not_named_leaves_the_word_for_it() -> None:
    assert credits("张三 发自") == (Credit("", "张三"), Credit("", "发自", "printed"))


def test_more_works_than_anybody_does_are_no_ones() -> None:
    assert people(credits("张三 文、图、摄")) == ("张三",)
    assert credits("张三 文、图、摄")[0].role == "文/图/摄"
    one, other = credits(f"张三 {'、'.join(['文', '图'] * 6)}")
    assert one == Credit("文", "张三")
    assert (other.kind, other.name.count("、")) == ("printed", 10)


def test_a_bare_name_in_a_line_that_is_not_understood_is_nobody() -> None:
    assert people(credits("张三 走过的那些年")) == ()
    assert people(credits("记者 张三 走过的那些年")) == ("张三",)


def test_an_entry_with_a_name_of_its_own_is_a_person_unless_it_is_an_office() -> None:
    assert is_somebody("阿不都热西提")
    assert is_somebody("一叶舟")
    assert is_somebody("Anna")
    assert not is_somebody("县委宣传部")
    assert not is_somebody("张三（记者）")
    assert not is_somebody("……")


def test_a_line_of_names_is_cut_where_they_are() -> None:
    assert names("张三 洪 纲、John Smith") == ("张三", "洪纲", "John Smith")


def test_names_keep_their_own_roles_however_they_are_strung_together() -> None:
    seed = random.SystemRandom().randrange(10**9)
    rng = random.Random(seed)
    names = ("张建国", "李四", "王芳", "赵大海", "欧阳修远")
    titles = ("记者", "通讯员", "实习生", "编辑")
    works = ("文", "摄", "图")
    for _ in range(1000):
        who = rng.sample(names, 2)
        what = rng.sample(rng.choice((titles, works)), 2)
        forms = [
            "{1}/{0} {3}/{2}",
            "{1}：{0} {3}：{2}",
            "{1}：{0}/{3}：{2}",
            "{0}（{1}） {2}（{3}）",
        ]
        forms += ["{0}（{1}） {2}（{3}）", "{0}/{1} {2}/{3}", "{0}/{1}、{2}/{3}"]
        if what[0] in works:
            forms += ["{0} {1}/{2} {3}", "{0} {1} {2} {3}"]
        typed = rng.choice(forms).format(who[0], what[0], who[1], what[1])
        found = [(c.role, c.name) for c in credits(typed) if c.kind == "person"]
        assert found == list(zip(what, who, strict=True)), f"seed {seed}: {typed}"


def test_whoever_checked_an_article_is_printed_and_nobody() -> None:
    rng = random.Random(1)
    checks = ("初审", "复审", "终审", "一审", "二审", "三审", "责任审核", "签发")
    for _ in range(300):
        sign = rng.choice(("：", " ", ": "))
        typed = rng.choice((" ", "  ", "，")).join(
            f"{c}{sign}{rng.choice(('张建国', '李四', '王芳'))}" for c in rng.sample(checks, 3)
        )
        assert {c.kind for c in credits(typed)} == {"printed"}, typed


def test_a_bracket_of_several_offices_behind_a_name_is_printed_as_it_is() -> None:
    assert credits("张三（记者 通讯员）") == (
        Credit("", "张三", "person"),
        Credit("", "（记者 通讯员）", "printed"),
    )
