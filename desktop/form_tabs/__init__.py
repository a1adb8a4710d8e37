"""What stands below a form: results, evidence, history, and where the record is used."""

from desktop.form_tabs.tabs import FormTabs

__all__ = ["FormTabs"]
