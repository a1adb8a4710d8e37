"""Texts as XML says them; the standard library's own module would load the whole of its network code."""

_SPACES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str) -> str:
    """The text for the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """The text for the value of an attribute, with its quotes."""
    text = escape(text)
    for space, written in _SPACES.items():
        text = text.replace(space, written)
    if '"' not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else '"' + text.replace('"', "&quot;") + '"'
