# Every recipe needs only python3: what it uses is installed into .venv from requirements/, checked by hash.
PYTHON ?= python3

.PHONY: site test serve check bench mutants lock embeds

site: ## Build the knowledge base into site/.
	@$(PYTHON) requirements/install.py site
	@.venv/bin/hornbook site

test: ## Run every check and every test.
	@$(PYTHON) requirements/install.py test
	@.venv/bin/python tests/run_all.py

serve: ## Show the site while you edit.
	@$(PYTHON) requirements/install.py site
	@.venv/bin/hornbook serve

check: ## Check the glossary.
	@$(PYTHON) requirements/install.py site
	@.venv/bin/hornbook check --strict

bench: ## Measure builds, logic and drawings against peers, into benchmarks/results.md; BENCH=--small takes a few minutes.
	@$(PYTHON) requirements/install.py test
	@$(PYTHON) requirements/install.py bench
	@.venv/bin/python -m benchmarks.run $(BENCH)

embeds: ## Try what is said on use elsewhere in Docusaurus, Mermaid, LaTeX and Jupyter (needs npm and Chromium; LaTeX if there).
	@$(PYTHON) requirements/install.py test
	@$(PYTHON) requirements/install.py embeds
	@npm ci --silent --ignore-scripts --no-audit --no-fund --prefix tests/embeds/docusaurus
	@.venv/bin/python -m pytest -q -rs tests/embeds

mutants: ## Break the logic in a hundred small ways and see whether its tests notice; MUTANTS="logic --all" in every way.
	@$(PYTHON) requirements/install.py test
	@$(PYTHON) requirements/install.py mutants
	@.venv-mutants/bin/python tools/mutants.py $(or $(MUTANTS),logic)

lock: ## Renew requirements/*.txt from pyproject.toml (needs uv), and the list of what a site is made with.
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build pyproject.toml -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra test -c requirements/site.txt pyproject.toml -o requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group embeds -c requirements/test.txt -o requirements/embeds.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group audit -o requirements/audit.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group bench -o requirements/bench.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-package yattag --group mutants -o requirements/mutants.txt
	@$(PYTHON) requirements/install.py test
	@.venv/bin/python tools/parts.py
