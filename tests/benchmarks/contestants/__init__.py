"""The programs that the front end is compared with, each as its documentation teaches it, and where to click in it."""
