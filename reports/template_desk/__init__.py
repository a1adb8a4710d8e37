"""The office's templates: copies and originals, the fields that they may use, and every mistake told."""
