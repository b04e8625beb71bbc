"""What ``banxin import`` does at its edges: it finds the sources, shows the plan, writes it.

sources.py    files, folders and the clipboard to stories
clipboard.py  what was copied, on each system
issue.py      the issue that they go into, and the paper's own names
listing.py    the plan as a list in the terminal
known_texts.py  which of them are there already, and what differs
page.py       the plan as a page of the local server
writing.py    the plan to files: all of them, or none
"""
