"""The two censuses, shipped for every county of the country, and what they say of a region."""
