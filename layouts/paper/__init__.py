"""The views on paper: pictures by matplotlib, and the documents they go into. No Dash, no reading of files."""
