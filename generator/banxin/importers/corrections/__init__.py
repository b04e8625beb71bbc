"""What an editor sets right before anything is written, as functions over stories.

words.py      what somebody typed, tidied; what a story prints; words that are left out, remembered
fields.py     the text of fields, captions and photographers
paragraphs.py paragraphs to where they belong: a field, a 小标题, a story of their own, nowhere
wording.py    the words of a paragraph
moves.py      the words of fields to others, or to the text
ordering.py   in which order the stories of a page are numbered
choices.py    all that was chosen on one sheet, as it was shown there
joining.py    two stories to one; pictures from one to another
drafts.py     all stories that lie on the desk: joined, cut, left out and taken back

Nothing here reads a file, serves a page or asks anybody: stories go in, and stories come out.
"""
