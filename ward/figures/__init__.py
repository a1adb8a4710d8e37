"""Figures: exact values with their words, their claims, and the checks that never change them."""

from ward.figures.claims import Claim, ClaimQuestion, show_claim
from ward.figures.numerals import as_pair, from_pair, show_number
from ward.figures.values import Figure, FigureQuestion

__all__ = [
    "Claim",
    "ClaimQuestion",
    "Figure",
    "FigureQuestion",
    "as_pair",
    "from_pair",
    "show_claim",
    "show_number",
]
