"""What records say, as sentences of a paper."""
