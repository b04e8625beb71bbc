"""Tests of importers/word."""
