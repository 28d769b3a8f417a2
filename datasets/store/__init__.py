"""The database: datasets in versions, what they hold, who did what, and the accounts. Nobody else speaks SQL."""
