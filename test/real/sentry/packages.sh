# Read by start and describe: Debian packages and Pythons, and which of them are missing.
# shellcheck shell=bash

# find_python CONDITION NAME...: the first of these Pythons that fulfils the condition and can make a venv.
find_python() {
  local wanted=$1 candidate
  shift
  for candidate in "$@"; do
    if "$candidate" -c "import ensurepip, sys, venv; sys.exit(not ($wanted))" 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

pyenv_pythons() {
  local root
  for root in "${PYENV_ROOT:-$HOME/.pyenv}" "$HOME/.pyenv"; do
    compgen -G "$root/versions/$1/bin/python3" || true
  done
}

python_for_sentry() {
  local found
  mapfile -t found < <(pyenv_pythons '3.8*')
  find_python 'sys.version_info[:2] == (3, 8)' python3.8 "${found[@]}"
}

python_for_clickhouse() {
  local found
  mapfile -t found < <(pyenv_pythons '3.1[1-3]*'; pyenv_pythons '3.9*'; pyenv_pythons '3.10*')
  find_python 'sys.version_info >= (3, 9)' python3.11 python3.12 python3.13 python3 "${found[@]}"
}

has_sentry_venv() { is_stamped sentry-venv "$(hash_of requirements.txt)"; }
has_clickhouse_venv() { is_stamped clickhouse-venv "$(hash_of requirements-clickhouse.txt)"; }

missing_debian_packages() {
  [[ -x $(postgres_bin)/initdb ]] || echo postgresql
  command -v redis-server >/dev/null && command -v redis-cli >/dev/null || echo redis-server
  has_sentry_venv || command -v gcc >/dev/null || printf '%s\n' gcc libc6-dev
  has_clickhouse_venv || python_for_clickhouse >/dev/null || echo python3-venv
}

can_install_debian_packages() { ((!EUID)) && command -v apt-get >/dev/null; }

# Says in one sentence what keeps Sentry from starting here; nothing if nothing does.
what_is_missing() {
  local packages
  if ! has_sentry_venv && ! python_for_sentry >/dev/null; then
    echo 'Python 3.8 is missing: put python3.8 on PATH, or install it with pyenv.'
    return
  fi
  mapfile -t packages < <(missing_debian_packages)
  if ((${#packages[@]})) && ! can_install_debian_packages; then
    echo "these Debian packages are missing, and only root can install them: ${packages[*]}"
  fi
}

install_debian_packages() {
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

install_python_packages() {
  local venv=$1 requirements=$2 python=$3
  shift 3
  rm -rf "$venv"
  "$python" -m venv "$venv"
  "$venv/bin/pip" install --disable-pip-version-check setuptools==56.0.0 wheel==0.40.0
  "$venv/bin/pip" install --disable-pip-version-check --prefer-binary "$@" -r "$HERE/$requirements"
  hash_of "$requirements" >"stamps/$venv"
}
