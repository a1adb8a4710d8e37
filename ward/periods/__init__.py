"""Periods as wards say them: "quý III năm 2023", "9 tháng đầu năm", "nhiệm kỳ 2020-2025", "đến năm 2030"."""

from ward.periods.reading import parse_period
from ward.periods.values import Period, PeriodQuestion, show_period

__all__ = ["Period", "PeriodQuestion", "parse_period", "show_period"]
