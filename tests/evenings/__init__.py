"""Evenings that nobody tuned the pages for: made by seed from a grammar of what papers print,
built with the bundled themes, and measured in a browser at nine widths.

    python -m tests.evenings --seed 7 --count 3

prints a table of what a page designer would object to. ``test_evenings.py`` holds fixed seeds, and
a new one each run, to the limits.
"""
