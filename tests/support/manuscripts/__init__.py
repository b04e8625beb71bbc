"""Manuscripts whose right fields are known: made-up stories, and Word files as several hands make
them."""
