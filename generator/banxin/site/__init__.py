"""Model to plan: every file the site consists of, with everything its template may see.

The site is planned in units: each issue, each year, and the site as a whole. A unit is a pure
function of one frozen value; when the digest of that value hasn't changed, the unit's outputs
haven't either, and neither its sources nor its pages need to be looked at.
"""
