"""Every word on the screen, once: constants, and sentences made from values. Chinese only."""
