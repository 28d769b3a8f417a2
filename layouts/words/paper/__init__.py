"""The words of pictures and documents."""
