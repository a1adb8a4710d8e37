"""A round's dossier: which papers it lacks, what in them contradicts, and all of it made in one folder."""
