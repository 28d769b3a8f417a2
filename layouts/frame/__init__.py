"""What surrounds every page, and the parts that pages share."""
