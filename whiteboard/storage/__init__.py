"""Sessions, revisions and assessments in a database."""
