#!/bin/sh
# Makes .venv with the program and its development tools, and sees that the system has what WeasyPrint needs.
# Says what it does; does nothing when all is there.
set -eu
cd "$(dirname "$0")/.."
. .ci/system.sh

PYTHON="${PYTHON:-python3}"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    need python3 && PYTHON=python3
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "reportgen needs Python 3.11 or later; $("$PYTHON" --version) is here. Name another: make PYTHON=python3.12" >&2
        exit 1
    }
}

wanted=""
"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
for library in libpango-1.0.so.0:libpango-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 libharfbuzz-subset.so.0:libharfbuzz-subset0; do
    "$PYTHON" -c "import ctypes; ctypes.CDLL('${library%%:*}')" 2>/dev/null || wanted="$wanted ${library##*:}"
done
# shellcheck disable=SC2086 # a list of packages
[ -z "$wanted" ] || need $wanted

[ -x .venv/bin/python ] || {
    echo "Making .venv with $("$PYTHON" --version)"
    "$PYTHON" -m venv .venv
}
stamp=.venv/installed
if [ ! -f "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    echo "Installing reportgen and its tools into .venv (a few minutes the first time)"
    .venv/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
    .venv/bin/python -m pip install --quiet --editable '.[prove]' --group dev
    touch "$stamp"
fi
