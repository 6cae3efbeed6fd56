"""Scenarios and house rules: files that people write, loaded with every error and its place."""

from whiteboard.scenarios.load import load_house_rules, load_scenario
from whiteboard.scenarios.shelf import Library, load_library, shipped_folder

__all__ = ["Library", "load_house_rules", "load_library", "load_scenario", "shipped_folder"]
