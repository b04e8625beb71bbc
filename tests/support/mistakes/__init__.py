"""Every mistake that reading knows: the files that make it, and where it is reported."""
