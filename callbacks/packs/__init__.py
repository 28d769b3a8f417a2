"""Briefing packs: from a request to the finished documents."""
