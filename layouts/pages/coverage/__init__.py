"""The page of coverage (设施布局)."""
