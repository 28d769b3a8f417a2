"""The version that readers see."""
