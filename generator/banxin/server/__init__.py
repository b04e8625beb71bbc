"""Web servers for this computer alone: the preview of the site, and the page to draw hot areas.

preview/ watches, builds and reloads; regions/ shows printed pages and writes hot areas into
articles. May import the pipeline and what lies below it. Never answers another computer's page, and
never takes a path from a request for a file.
"""
