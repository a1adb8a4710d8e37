"""What the filters of a template ask for and give: “letter” wants a number, “first” gives an item of a list."""

from reports.language.nodes import Const, Filter
from reports.template_desk.shapes import ANY, NUMBER, TEXT, Shape

_TO_ITEM = ("first", "last", "min", "max")
_TO_NUMBER = ("length", "count", "int", "wordcount")
_OF_TEXT = ("upper", "lower", "capitalize", "title", "trim", "replace", "truncate", "string")
_SAME = ("list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "e", "escape",
         "forceescape", "default", "d", "abs")  # fmt: skip
_WANTED = (
    (_OF_TEXT, ("text", "number"), "chữ"),
    (("letter",), ("number",), "số thứ tự"),
    (("length", "count", "first", "last", "join", "reverse", "list", "unique"), ("list", "text"), "danh sách"),
    (("map", "sort", "select", "reject", "selectattr", "rejectattr", "groupby", "sum", "min", "max"), ("list",),
     "danh sách"),
)  # fmt: skip
_BY_FIRST = ("selectattr", "rejectattr", "groupby")
_BY_NAMED = ("join", "sort", "unique", "map", "sum", "min", "max")


def wanted_instead(name: str, shape: Shape) -> str:
    """What a filter is for, in words, when it is not for this; "" when it is, or when that cannot be told."""
    for names, kinds, words in _WANTED:
        if name in names and shape.kind not in (*kinds, "any"):
            return words
    return ""


def attribute_asked_for(node: Filter) -> str:
    """The field of each item that a filter looks at: sort(attribute="name"), selectattr("name"); or ""."""
    asked = dict(node.given.named).get("attribute") if node.name in _BY_NAMED else None
    if node.name in _BY_FIRST and node.given.places:
        asked = node.given.places[0]
    return asked.value if isinstance(asked, Const) and isinstance(asked.value, str) else ""


def given_by(name: str, shape: Shape, asked: Shape | None) -> Shape:
    """What a filter gives of a value; `asked`: the field of each item that it looks at."""
    if name in _TO_NUMBER:
        return NUMBER
    if name in _TO_ITEM:
        return shape.items if shape.kind == "list" else ANY
    if name == "map":
        return Shape("list", asked or ANY)
    if name in _SAME:
        return shape
    return TEXT if name in (*_OF_TEXT, "join", "letter") else ANY
