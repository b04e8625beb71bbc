"""The calendar of the index."""

from __future__ import annotations

from banxin.search.index.bundles import MOST_ARTICLES, cut


def keys(counts: dict[str, int]) -> list[str]:
    return [bundle.key for bundle in cut(counts)]


def year(number: int, articles: int) -> dict[str, int]:
    return {f"{number}-{month:02}": articles for month in range(1, 13)}


def test_the_newest_year_has_a_bundle_a_month_and_an_older_year_one() -> None:
    counts = {"2021-03": 40, "2021-11": 30, "2022-01": 50, "2022-04": 10}
    assert keys(counts) == ["2022-04", "2022-01", "2021"]
    assert cut(counts)[2].months == ("2021-11", "2021-03")


def test_a_year_without_articles_has_no_bundle() -> None:
    assert keys({"2021-03": 0, "2022-01": 1}) == ["2022-01"]
    assert keys({}) == []


def test_a_large_year_is_cut_into_equal_parts() -> None:
    counts = {"2022-01": 1, **year(2021, MOST_ARTICLES // 3)}
    assert keys(counts) == ["2022-01", "2021-10-12", "2021-07-09", "2021-04-06", "2021-01-03"]


def test_of_a_large_newest_year_only_the_part_being_written_has_months() -> None:
    half = {key: MOST_ARTICLES // 6 for key in year(2022, 1) if key < "2022-09"}
    assert keys(half) == ["2022-08", "2022-07", "2022-01-06"]


def test_no_month_is_left_out_or_counted_twice() -> None:
    counts = {**year(2022, 500), **year(2021, 700), **year(2020, 80), "2019-06": 5}
    months = [month for bundle in cut(counts) for month in bundle.months]
    assert months == sorted(counts, reverse=True)


def test_a_month_that_is_too_large_by_itself_is_one_bundle_all_the_same() -> None:
    counts = {"2022-01": 1, "2021-03": MOST_ARTICLES + 1, "2021-02": 1}
    assert keys(counts) == ["2022-01", "2021-03-03", "2021-02-02"]
