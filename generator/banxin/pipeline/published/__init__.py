"""Which addresses readers were given, so that none of them dies unnoticed.

knowledge.py   what is known, from wherever it is at hand
kept.py        from the last build on this computer
git_history.py from the history of content/
live_site.py   from the site itself, where a fresh computer knows nothing else

It reads the site's address book and the content's fields; what to make of it is the checks' concern
(checks/addresses.py).
"""
