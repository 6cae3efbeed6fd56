"""The file format of scenarios and house rules: load, with exact errors."""
