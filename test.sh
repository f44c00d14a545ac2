#!/usr/bin/env bash
# Installs what the tests need (each only if missing), builds, runs every test, ends with «N passed, N failed».
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results="$PWD/TestResults"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_debian() { # package, command that shows it is there
  command -v "$2" > /dev/null || {
    echo "Installing $1…"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" > /dev/null
  }
}

install_npm() { # package, version
  [ "$(node -p "require('./.tools/node_modules/$1/package.json').version" 2> /dev/null)" = "$2" ] || {
    echo "Installing $1 $2…"
    npm install --prefix .tools --no-audit --no-fund --silent "$1@$2"
  }
}

install_debian nodejs node
install_debian npm npm
install_debian chromium chromium
install_debian dovecot-imapd dovecot
install_debian nginx-light nginx
install_debian caddy caddy
install_npm azurite 3.37.0
install_npm smtp-server 3.21.6

dotnet build ComplaintFlow.sln --configuration Release --verbosity quiet
rm -rf "$results"
status=0
dotnet test ComplaintFlow.sln --configuration Release --no-build --logger trx --results-directory "$results" --verbosity quiet -m:1 || status=$?
# A few scenarios of each folder once more on Table Storage; all of them: docs/azure.md.
COMPLAINTFLOW_TEST_STORAGE=azurite dotnet test tests/ComplaintFlow.Scenarios --configuration Release --no-build --logger trx \
  --results-directory "$results" --verbosity quiet --filter "$(sed 's/^/FullyQualifiedName~/' tests/ComplaintFlow.Scenarios/on-azurite.txt | paste -sd '|')" || status=$?

count() { # attribute of the counters of all result files, added up
  cat "$results"/*.trx 2> /dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}

passed=$(count passed)
failed=$(count failed)
[ "$passed" -gt 0 ] || status=1
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed"
exit "$status"
