#!/bin/sh
# Installs what is missing, and only that: setup.sh [build] [test] [bench] [package] [test-package]
set -eu

command -v swift >/dev/null || {
  echo "setup.sh: no swift on the path; see https://www.swift.org/install/linux/ (6.2 or later)" >&2
  exit 1
}

wanted=
for purpose in "$@"; do
  case $purpose in
    build)
      wanted="$wanted libzip-dev libdeflate-dev libxlsxwriter-dev libmimalloc-dev"
      wanted="$wanted pkg-config git ca-certificates"
      ;;
    test)
      wanted="$wanted python3 python3-venv valgrind binutils parallel"
      wanted="$wanted chromium chromium-driver fonts-noto-cjk"
      ;;
    bench) wanted="$wanted python3 python3-venv valgrind binutils" ;;
    package) wanted="$wanted dpkg-dev patchelf binutils" ;;
    test-package) wanted="$wanted debootstrap lintian" ;;
    *) echo "setup.sh: unknown purpose $purpose" >&2; exit 2 ;;
  esac
done

# pkg-config may come from pkgconf, python3 from elsewhere: what works is not installed again.
missing=
for package in $wanted; do
  case $package in
    pkg-config) command -v pkg-config >/dev/null && continue ;;
    git) command -v git >/dev/null && continue ;;
    python3) command -v python3 >/dev/null && continue ;;
    valgrind) command -v valgrind >/dev/null && continue ;;
    parallel) command -v parallel >/dev/null && continue ;;
    chromium) command -v chromium >/dev/null && continue ;;
    chromium-driver) command -v chromedriver >/dev/null && continue ;;
    binutils) command -v strip >/dev/null && continue ;;
    python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null && continue ;;
    ca-certificates) [ -e /etc/ssl/certs/ca-certificates.crt ] && continue ;;
  esac
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed && continue
  missing="$missing $package"
done

if [ -n "$missing" ]; then
  echo "installing:$missing" >&2
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  for tool in apt-get $sudo; do
    command -v "$tool" >/dev/null || {
      echo "setup.sh: no $tool here; install the packages named above, then run this again" >&2
      exit 1
    }
  done
  # Only complaints are shown; they go to standard error.
  $sudo apt-get update -qq >/dev/null
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

case " $* " in
  *" test "*)
    here=$(cd "$(dirname "$0")/.." && pwd)
    venv=$here/.build/venv
    need=$here/Tests/acceptance/requirements.txt
    if ! cmp -s "$need" "$venv/requirements.installed"; then
      python3 -m venv "$venv"
      # A copy of the folder keeps the paths of its origin in its scripts, not in its interpreter.
      "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$need"
      cp "$need" "$venv/requirements.installed"
    fi
    ;;
esac
