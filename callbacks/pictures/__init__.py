"""Maps and charts as files: from a page's address to the finished picture."""
