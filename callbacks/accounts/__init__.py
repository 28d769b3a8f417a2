"""Who may do what: sessions, log in, log out, and the guards of the routes that write."""
