"""Rules over a whole archive: what can only be seen with every issue before one's eyes.

An archive and its link targets become problems. May import site and what lies below it. Never reads
a file, and never changes what it looks at.
"""
