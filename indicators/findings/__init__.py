"""What figures say, as numbers: which areas stand out, what changed, who has a state. The words stand elsewhere."""
