"""What may go wrong while a template is read or run, before it is told with its place."""


class SyntaxFault(Exception):
    """A tag that cannot be read; `str(fault)` is the Vietnamese sentence, without the place."""


class UnknownNameError(Exception):
    """A template asked for a name that the context, or one of its values, does not have."""

    def __init__(self, name: str, owner: object) -> None:
        super().__init__(name)
        self.name = name
        self.owner = owner


class UnprintableError(Exception):
    """A template prints what is no text: a whole record, a list, or a number computed inexactly."""


class ForbiddenError(Exception):
    """A template calls something that templates may not call."""


class TooMuchError(Exception):
    """A template asks for more text, items or repetitions than any paper needs."""


def misspelt() -> SyntaxFault:
    """A tag that does not follow the language."""
    return SyntaxFault("Thẻ này viết sai cú pháp.")


def forbidden() -> SyntaxFault:
    """A tag that calls what is no method of a text, list or mapping."""
    return SyntaxFault("Thẻ này gọi điều mẫu không được làm.")


def too_deep() -> SyntaxFault:
    """A tag, or blocks, nested deeper than anybody writes by hand."""
    return SyntaxFault("Thẻ này lồng quá nhiều tầng. Hãy tách nó ra.")
