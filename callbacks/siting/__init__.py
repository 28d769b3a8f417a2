"""The panel of siting on the coverage page."""
