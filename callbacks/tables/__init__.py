"""The tables of every page as files: what a page shows for its address, with full numbers and where they come from."""
