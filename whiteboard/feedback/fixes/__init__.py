"""Fixes: the smallest edits of a board that mend a problem, each proved before it is offered."""
