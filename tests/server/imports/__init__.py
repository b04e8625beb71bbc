"""Tests of server/imports."""
