"""A paper's folder to a website's folder: load, check, plan, compare, draw, publish.

build.py        the phases in order; the only module that knows it
context.py      one build under way: its caches, problems and staging folder
jobs.py         what the site consists of, what each part depends on, and how it is planned
planning.py     everything that is known before the first page is drawn
drawing.py      which jobs are drawn where; worker.py draws one; parallel.py has the processes,
                which lifeline.py lets end with this one
incremental/    what earlier builds found out
output/         the output folder: what lies there, what goes there
partial_build.py  years built apart and joined; explanation.py why a page is drawn again
open_files.py   the limit of files that are open at a time

May import everything but server, scaffold and cli. Never prints, and writes nothing to the output
before everything is known to be good.
"""
