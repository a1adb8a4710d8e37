"""PDF files of papers, by a program of this machine."""
