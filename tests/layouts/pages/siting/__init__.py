"""Tests of layouts.pages.siting."""
