"""All forms, by kind, in the order of the exchange file."""

from importlib import import_module

from forms.fields import Form
from ward.kinds import KINDS

FORMS: dict[str, Form] = {kind: import_module(f"forms.kinds.{kind}").FORM for kind in KINDS}
