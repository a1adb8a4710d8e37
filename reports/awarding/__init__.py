"""The papers of awards: of a round, of one nomination, of a meeting, of a decision."""
