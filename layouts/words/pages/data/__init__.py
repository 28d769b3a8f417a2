"""The words of the page 数据."""
