"""audiodream renders a story into an audio drama."""

__version__ = "0.1.0"
