"""Tests of the one writer of content files."""
