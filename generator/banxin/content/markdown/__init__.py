"""A body's Markdown (docs/markdown.md) to HTML, plain text, and what it points at.

reader.py reads a body, dialect.py puts the rules together, fast_path.py reads what is nothing but
paragraphs, and completeness.py holds that nothing was swallowed. May import content's links and
pictures. Never resolves an address: a link stays a mark until a page is planned; and never leaves
out a character that an editor typed without a problem that says where.
"""
