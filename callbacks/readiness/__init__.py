"""The check before a meeting (会前自检): the same lines for the command line and for the page."""
