"""The pack as a Word report."""
