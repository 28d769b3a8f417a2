"""What two years, or the townships of one county, come to beside each other, as data for screen, paper and tables."""
