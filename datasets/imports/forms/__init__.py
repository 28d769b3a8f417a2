"""Forms that an office fills in, and exports in the same layout."""
