"""The way of an award: rounds, nominations, councils, decisions, submissions, money, register and registration."""
