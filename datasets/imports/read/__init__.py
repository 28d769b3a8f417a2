"""From the bytes of an upload to sheets or features."""
