"""What is asked of a city, page by page: typed queries, and the tables that answer them."""
