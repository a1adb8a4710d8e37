"""Tables that other people made (Excel files, pasted cells), read into rows that the book can take."""
