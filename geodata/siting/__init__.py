"""Location-allocation: where new facilities serve the most people."""
