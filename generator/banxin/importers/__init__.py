"""Manuscripts to content files: what came as Word or as text becomes articles that build.

manuscript.py   what every kind of source becomes: paragraphs with their looks, tables, pictures
word/           a .docx to that; text/ a text file to that; formats.py says which file is which
office.py       what LibreOffice, where it is installed, makes of files that neither takes
web_archive.py  the page within a file that a browser or Word made of one
web_page.py     that page for LibreOffice; web_hidden.py what it hides, taken out
pictures.py     pictures as files that a browser shows; metafiles.py those of Windows
naming.py       what files' names say; pages.py what lines say of pages
known.py        whether a story is there already, and what differs
stories/        paragraphs to stories: headlines, bylines, captions, sign-offs, what is doubtful
corrections/    what an editor sets right before anything is written
body/           a story's text as Banxin's Markdown, held against the reader of content
article_head.py the fields of an article, guesses marked, what is noted
planning.py     stories to files that may be written: numbers, pictures, marks of guesses

May import content, model, problems and texts. It never writes a file and asks nobody: a plan is a
value, which the command line shows and writes. A source of another kind (a page's PDF, a scan, an
old site) is a module that gives a ``Manuscript``.
"""
