"""The ledger of the policy: targets, progress, shortfalls, the index."""
