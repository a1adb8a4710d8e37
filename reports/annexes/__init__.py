"""What is made of a paper that is there already: its sources, what is no longer true, what a refresh changed."""
