"""What a meeting needs beside the pages."""
