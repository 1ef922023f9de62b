"""`python -m audiodream`."""

from audiodream.cli import main

main()
