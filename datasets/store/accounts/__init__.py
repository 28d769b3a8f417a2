"""Accounts, sessions, passwords."""
