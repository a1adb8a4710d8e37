"""Giấy khen and giấy chứng nhận: one sheet for each recipient, drawn by us or printed on pre-printed blanks."""
