"""Bytes to text: which files a project has, what their texts may hold, and where in them something stands."""
