"""What the address of a page asks for: every query string as typed choices, and what of it was ignored."""
