"""The page of policy targets."""
