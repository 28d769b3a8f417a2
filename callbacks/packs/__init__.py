"""Packs: from a request to the finished documents."""
