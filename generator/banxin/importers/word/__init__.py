"""A .docx to a ``Manuscript``.

package.py    the archive, opened with limits: no bomb, no entity, no name is trusted
xml_parts.py  a part of it as a tree
styles.py     how a style looks, its ancestors included
numbers.py    the number that is printed before a paragraph of a list
contents.py   tables of contents that it made, marked
wrappers.py   what stands around a document's text, taken away
upright.py    a headline whose letters stand one above the other
prepared.py   the document as mammoth reads all of it: text boxes once, formulas, rubies, fields
rows.py       rows and cells of tables that nobody sees
tables.py     a table's cells, in the order in which they are read
forms.py      a contributor's form: 标题, 作者, 正文 in cells
unlike_rows.py lines of one paragraph that look unlike each other
blocks.py     mammoth's model to paragraphs, tables, pictures
heavy.py      黑体, which is as heavy as bold
cover_letter.py what a contributor wrote to the office around the manuscript
broken_lines.py lines that were broken at a width, joined
reader.py     all of these in their order
"""
