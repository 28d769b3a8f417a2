"""Scenarios: proposed sites, what they change, and which sites to propose."""
