"""The part 选址 of the page 设施布局, as texts. assets/js/siting puts them on the page."""
