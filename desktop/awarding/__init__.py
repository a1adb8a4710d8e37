"""The way of an award on screen: rounds, registrations, the register, rules and blanks."""
