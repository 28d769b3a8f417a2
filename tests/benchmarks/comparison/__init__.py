"""What a comparison of front ends is made of: worlds, servers, visits, screenshots and tables of ratios."""
