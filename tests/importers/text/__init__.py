"""Tests of importers/text."""
