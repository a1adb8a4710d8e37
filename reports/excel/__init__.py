"""Excel papers: sheets filled from templates and official forms, long lists, and sheets read and refreshed."""
