"""Every kind of record, declared once: its fields, labels, checks and exchange form."""
