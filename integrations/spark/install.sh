#!/usr/bin/env bash
# Installs PySpark into a virtual environment of its own, integrations/spark/.venv, for trying and for the tests. It needs
# Java 8, 11 or 17. The package never needs it.
set -euo pipefail
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check 'pyspark==3.5.*'
