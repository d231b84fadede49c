"""Every id and name of a project, gathered on the trees, and what refers to them."""
