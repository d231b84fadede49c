"""`python -m builder` is `hornbook`."""

from builder.cli import main

if __name__ == "__main__":
    main()
