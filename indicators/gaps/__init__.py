"""Ratios between groups of counties, their path, inequality, and figures that rest on small counts."""
