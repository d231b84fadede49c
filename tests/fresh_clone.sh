#!/bin/sh
# Prove the README's first command where only git, make, a shell and python3 are on the PATH.
# Usage: tests/fresh_clone.sh [PYTHON]   (run from anywhere inside the checkout; what is committed is what is tried)
set -eu
python=${1:-python3}
here=$(git rev-parse --show-toplevel)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
for tool in git make sh; do ln -s "$(command -v "$tool")" "$scratch/bin/$tool"; done
ln -s "$("$python" -c 'import sys; print(sys.executable)')" "$scratch/bin/python3"
git clone --quiet "$here" "$scratch/clone"
cd "$scratch/clone"
PATH="$scratch/bin" make site | tee "$scratch/first"
PATH="$scratch/bin" make site > "$scratch/second"
/bin/grep -q 'site/index.html$' "$scratch/first"
/bin/grep -q 'site/index.html$' "$scratch/second"
if /bin/grep -q Installing "$scratch/second"; then echo 'The second run installed something.' >&2; exit 1; fi
test -x .venv/bin/hornbook
test -s site/index.html
echo 'A fresh clone builds with nothing but git, make, a shell and python3.'
