"""What `hornbook ask` and `hornbook explain` answer, as text and as data."""
