"""A site's list of its own addresses, as it is read back."""

from __future__ import annotations

from banxin.site.address_book import read


def test_a_line_is_an_address_and_perhaps_its_signature() -> None:
    signature = "a" * 22
    assert dict(read(f"2022-04-01/\n2022-04-01/01/01/ {signature}\na%20b/ \n")) == {
        "2022-04-01/": "",
        "2022-04-01/01/01/": signature,
        "a b/": "",
    }


def test_lines_of_another_form_and_what_was_cut_off_are_left_out() -> None:
    text = f"<html>\n# note\n/abs/ {'a' * 22}\n\n2022-04-01/ short\n2022-04-02/\n2022-04-0"
    assert dict(read(text)) == {"2022-04-02/": ""}
