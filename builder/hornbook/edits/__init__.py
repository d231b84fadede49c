"""What commands and editors change in a project's files: an edit is a stretch of a file with its new text.

Everything here makes values; `writing` alone touches the disk.
"""
