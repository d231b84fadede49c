"""Other people's vocabularies as files of a project: SKOS, CSV, Markdown and π-Base, and what could not be carried.

Each module of a format maps bytes to drafts (`values`); `terms` gives them ids and makes records of them; `projects`
puts these where they belong. Nothing here reads or writes a file of the disk but through what it is handed.
"""
