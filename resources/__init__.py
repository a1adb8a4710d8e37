"""Files, not code: law packs, catalogues, icons and the sample ward."""
