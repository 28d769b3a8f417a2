"""The part 选址 of the page 设施布局. assets/js/siting.js paints it from the trees that the server sends."""
