"""A body's Markdown to HTML, plain text, and what it points at.

reader.py reads a body, dialect.py is the Markdown of newspapers, fast_path.py reads what is nothing
but paragraphs. May import content's links and pictures. Never resolves an address: a link stays a
mark until a page is planned.
"""
