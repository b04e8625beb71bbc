from __future__ import annotations

from banxin.pipeline.incremental.memo import Memo


def test_only_new_and_other_values_are_worked_on_and_what_is_gone_is_dropped() -> None:
    asked: list[int] = []

    def double(value: int) -> int:
        asked.append(value)
        return 2 * value

    nothing: Memo[int, int] = Memo()
    first = nothing.updated(double, {"a": 1, "b": 2, "c": 3})
    asked.clear()
    second = first.updated(double, {"a": 1, "b": 5, "d": 1})
    assert asked == [5, 1]
    assert second.outputs == {"a": 2, "b": 10, "d": 2}
    assert first.outputs == {"a": 2, "b": 4, "c": 6}
