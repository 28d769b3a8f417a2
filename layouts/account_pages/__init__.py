"""The pages of accounts: log in, set up, choose a password."""
