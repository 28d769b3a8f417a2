"""What surrounds every page: the navigation, the checks of a request, the page of a dataset without data."""
