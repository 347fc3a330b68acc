"""Dates in the lines of a head: their forms, what stands beside them, which is meant."""
