"""What earlier builds found out, so that a build reads and plans only what changed.

database.py      a cache as an SQLite file, thrown away when it is damaged
store.py         issues as they were read; the manifest of an output folder
published.py     the manifest's jobs, sealed and added up
file_state.py    how a source looked when it was read
loading.py       the archive, read as far as it changed
slug_cache.py    address keys that are known from the last time
memo.py          outputs of a pure function, kept for equal inputs
state.py         all of it that a preview carries from build to build

May import the jobs and the output folder's states beside content and what lies below it. Never
holds anything that can't be made again from the sources.
"""
