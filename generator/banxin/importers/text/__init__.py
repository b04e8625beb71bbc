"""A text file, or what was copied, to a ``Manuscript``.

decoding.py  which encoding it is in
cleaning.py  what recognising a scan does to Chinese text, put right where that is sure
mail.py      a mail's own lines, set aside
wrapping.py  lines that were broken at a width, joined
reader.py    paragraphs and what is doubtful
"""
