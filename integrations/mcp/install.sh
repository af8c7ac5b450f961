#!/usr/bin/env bash
# Installs what the server needs, below integrations/mcp, with this copy of qualpath as its library, and builds it. The
# package qualpath itself never needs any of it. Run `npm ci` in the top folder first.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --silent
# In a published package the library is a peer dependency; here it is the copy around it.
ln -sfn ../../.. node_modules/qualpath
npm run --silent build
