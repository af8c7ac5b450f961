#!/usr/bin/env bash
# Installs solvers that have a Python interface into a virtual environment of their own, bench/.venv, where
# `qualpath bench` looks for them: those named, or all. The package never needs them.
#
#     bench/python/install.sh [PACKAGE ...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$#" -gt 0 ] || set -- ortools highspy pyscipopt clingo
python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check "$@"
