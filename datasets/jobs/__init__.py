"""Jobs that outlive a request."""
