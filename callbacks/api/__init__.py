"""The open API under ``/api/v1``, its description, and the geometry files."""
