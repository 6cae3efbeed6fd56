"""From findings to the assessment, and from the assessment to a report."""
