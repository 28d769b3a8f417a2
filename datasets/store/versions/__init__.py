"""Versions of datasets, and the scenarios that rest on them."""
