"""Files of an office on their way into the store: read, understood, checked, and told about before anything is kept."""
