"""The exchange file: one JSON file with everything of an office, taken in record by record, written the same way."""

from forms.exchange.exporting import Exported, export
from forms.exchange.plan import Choice, Difference, ImportPlan, PlanLine
from forms.exchange.planning import plan_import
from forms.exchange.writing import carry_out, receipt

__all__ = [
    "Choice",
    "Difference",
    "Exported",
    "ImportPlan",
    "PlanLine",
    "carry_out",
    "export",
    "plan_import",
    "receipt",
]
