"""Tests of importers/corrections."""
