"""A name that is not there: it may be asked about and handed on, but any use of it raises."""

from typing import Any, NoReturn

from reports.language.faults import UnknownNameError


class Undefined:
    """Stands for a value that the template names and nobody has; `owner` is what should have had it."""

    __slots__ = ("name", "owner")

    def __init__(self, name: str, owner: object) -> None:
        self.name = name
        self.owner = owner

    def error(self) -> UnknownNameError:
        return UnknownNameError(self.name, self.owner)

    def _refuse(self, *_: Any) -> NoReturn:
        raise self.error()

    __str__ = __repr__ = __format__ = __bool__ = __len__ = __iter__ = __contains__ = __hash__ = _refuse
    __int__ = __float__ = __index__ = __neg__ = __pos__ = __abs__ = __getitem__ = __call__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __rmod__ = _refuse
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _refuse
