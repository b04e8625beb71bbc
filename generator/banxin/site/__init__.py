"""The model to pages: every file of the site, with everything that its template may see.

May import content, layout and model. Never reads a file: of a picture it knows size and digest.

What is planned together is an issue, a year, or the site as a whole: a pure function of one frozen
value (inputs.py). When the digest of that value hasn't changed, its outputs haven't either, and
neither its sources nor its pages need to be looked at.
"""
