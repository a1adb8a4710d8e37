"""From records to finished Word and Excel files."""
