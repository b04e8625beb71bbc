"""The model to pages: every file of the site, with everything that its template may see.

May import content, layout and model. Never reads a file: of a picture it knows size and digest.

The site is planned in units: each issue, each year, and the site as a whole. A unit is a pure
function of one frozen value; when the digest of that value hasn't changed, the unit's outputs
haven't either, and neither its sources nor its pages need to be looked at.
"""
