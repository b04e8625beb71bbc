"""署名: the line under a headline or a picture, as newspapers print it, to credits.

The grammar and the forms it knows: docs/bylines.md. It may import the model; it reads no files,
complains of nothing, and makes nobody a person who isn't surely one.
"""

from __future__ import annotations

from banxin.content.bylines.names import is_somebody
from banxin.content.bylines.namesakes import parted
from banxin.content.bylines.reader import credits, names

__all__ = ["credits", "is_somebody", "names", "parted"]
