"""What ``banxin import`` does at its edges: it finds the sources, shows the plan, writes it.

sources.py    files, folders and the clipboard to stories
clipboard.py  what was copied, on each system
issue.py      the issue that they go into, and the paper's own names; new_pages.py its pages
listing.py    the plan as a list in the terminal
already.py    which of them the paper has already; known_texts.py says so, and what differs
plans.py      what would be written of some stories
desk.py       the stories while an editor sets them right; forms.py what came with a form
page.py       the desk as a page of the local server; page_story.py one story; controls.py a control
asking.py     the question there and in the terminal; question.py its words
writing.py    the plan to files: all of them, or none
"""
