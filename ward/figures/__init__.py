"""Figures: exact values with their words, their claims, and the checks that never change them."""

from ward.exact import as_pair, from_pair, show_number
from ward.figures.checking import Sum, adds_up, computed_ratio, improves, ratio_agrees, ratio_of, rounded
from ward.figures.claims import Claim, ClaimQuestion, show_claim
from ward.figures.clauses import split_statement
from ward.figures.comparing import parse_claims
from ward.figures.computing import agrees, computed
from ward.figures.reading import parse_figure
from ward.figures.showing import show_figure, understood
from ward.figures.values import Figure, FigureQuestion

__all__ = [
    "Claim",
    "ClaimQuestion",
    "Figure",
    "FigureQuestion",
    "Sum",
    "adds_up",
    "agrees",
    "as_pair",
    "computed",
    "computed_ratio",
    "from_pair",
    "improves",
    "parse_claims",
    "parse_figure",
    "ratio_agrees",
    "ratio_of",
    "rounded",
    "show_claim",
    "show_figure",
    "show_number",
    "split_statement",
    "understood",
]
