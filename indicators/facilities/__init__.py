"""Facility types, travel rules, and the coverage indicators made from them."""
