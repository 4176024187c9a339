#!/bin/sh
# What the page tests drive: Chromium, Node and the packages of tests/pages/browser. Says what it does.
set -eu
cd "$(dirname "$0")/.."
. .ci/system.sh

wanted=""
command -v chromium >/dev/null 2>&1 || wanted="$wanted chromium"
command -v node >/dev/null 2>&1 || wanted="$wanted nodejs"
command -v npm >/dev/null 2>&1 || wanted="$wanted npm"
# shellcheck disable=SC2086 # a list of packages
[ -z "$wanted" ] || need $wanted

if [ ! -d .tools/node/node_modules/axe-core ] || [ tests/pages/browser/package.json -nt .tools/node/node_modules ]; then
    echo "Installing axe and the browser driver into .tools/node"
    mkdir -p .tools/node
    cp tests/pages/browser/package.json .tools/node/
    (cd .tools/node && PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts --no-audit --no-fund --silent)
    touch .tools/node/node_modules
fi
