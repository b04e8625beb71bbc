"""The output folder: what an earlier build left there, and how a new site takes its place.

comparison.py    the previous output held against the plan
run_folder.py    where one run alone puts what it draws
record.py        the mark: whose the site is, and the digest of every file that we wrote
ownership.py     what is others': refused, and never removed
staged_files.py  files waiting in a staging folder, and into their places
publishing.py    announced, moved, removed
size_budget.py   what the site weighs, and what its host takes

May import the pipeline's stores, jobs and results. Never touches a file that no build of this
paper wrote.
"""
