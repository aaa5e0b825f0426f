"""Claims of conduct in news text, held against Security Council provisions in force that day."""

__version__ = "0.1.0"
