"""Tests of importers/body."""
