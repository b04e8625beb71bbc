"""What messengers show of an issue whose articles have no photo."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.model import Headline, Issue, Picture, PictureSettings
from banxin.site.cards import card, card_path
from banxin.site.context import SiteContext
from banxin.site.issue import plan_issue
from banxin.site.outputs import Card, Scaled
from banxin.site.page_head import of_article, of_issue
from tests.support.planned import PHOTO, article, issue, site, unit

PLATE = Picture("content/issues/2022/2022-04-01/page-01.png", "f" * 32, "PNG", 3300, 4650)
NAMEPLATE = Picture("content/name.png", "e" * 32, "PNG", 600, 200)
HOST = "https://example.org/paper/"


def with_plate(found: Issue) -> Issue:
    return replace(found, pages=(replace(found.pages[0], image=PLATE), *found.pages[1:]))


def head_image(where: SiteContext, found: Issue) -> str:
    return of_article(where, found, found.pages[0], found.pages[0].articles[0]).image


def test_an_article_with_a_photo_needs_no_card() -> None:
    found = with_plate(issue(article("01/01", photos=(PHOTO,)), article("01/02")))
    assert head_image(site(), found).endswith("/0123456789abcdef-1200.jpg")


def test_without_one_it_is_the_top_of_the_first_page_as_it_was_printed() -> None:
    found = with_plate(issue(article("01/01")))
    made = card(site(), found)
    assert isinstance(made, Scaled)
    assert (made.width, made.height, made.top, made.format) == (1200, 1691, 630, "JPEG")
    assert head_image(site(), found) == of_issue(site(), found).image == HOST + made.path


def test_without_that_a_card_is_drawn_with_what_there_is() -> None:
    where = replace(site(), nameplate=NAMEPLATE)
    lead = article("01/02", rank="lead", title=Headline(("头条", "标题")))
    made = card(where, issue(article("01/01"), lead))
    assert isinstance(made, Card)
    assert (made.path, made.day, made.headline) == (
        "2022-04-01/media/card.jpg",
        "2022-04-01",
        "头条标题",
    )
    assert made.nameplate == "/paper/content/name.png"
    assert made.digests == (NAMEPLATE.digest, "")


def test_the_papers_own_typeface_is_named_with_its_digest() -> None:
    paper = replace(site().paper, pictures=PictureSettings(card_font="content/song.otf"))
    made = card(replace(site(), paper=paper, card_font="abc"), issue(article("01/01")))
    assert isinstance(made, Card)
    assert (made.font, made.digests) == ("/paper/content/song.otf", ("", "abc"))


def test_where_nothing_could_be_shown_there_is_no_card() -> None:
    found = issue(article("01/01"))
    assert (card(site(), found), card_path(site(), found)) == (None, "")
    assert head_image(site(), found) == ""


def test_where_nobody_knows_its_address_there_is_none_either() -> None:
    where = replace(site("/paper/"), nameplate=NAMEPLATE)
    assert card(where, with_plate(issue(article("01/01")))) is None


def test_each_address_that_a_page_names_is_planned() -> None:
    found = with_plate(issue(article("01/01"), article("01/02", photos=(PHOTO,))))
    planned = {HOST + output.path for output in plan_issue(site(), unit(found))}
    images = {of_article(site(), found, found.pages[0], a).image for a in found.articles}
    assert len(images) == 2
    assert images < planned
