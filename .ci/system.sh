# need PACKAGE...: installs Debian packages where this user may, else names the command and stops. Sourced by the other scripts.
need() {
    install="apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" = 0 ]; then
        as=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as="sudo"
    else
        echo "Missing system packages. Run this, then try again:" >&2
        echo "  sudo apt-get update && sudo $install" >&2
        exit 1
    fi
    command -v apt-get >/dev/null 2>&1 || {
        echo "Missing system packages, and no apt-get here. Install what your system calls: $*" >&2
        exit 1
    }
    echo "Installing system packages: $*"
    $as apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as $install >/dev/null
}
