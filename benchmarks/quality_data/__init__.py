"""What each public set measures: one module a set, and the shape of a figure."""
