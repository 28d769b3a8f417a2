"""What figures say."""
