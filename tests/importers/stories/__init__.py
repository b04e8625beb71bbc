"""Tests of importers/stories."""
