"""Tests of the tables of the pages."""
