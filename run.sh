#!/usr/bin/env bash
# Runs ComplaintFlow on this machine: restores and builds when something changed, then starts the embedded host.
# Further arguments go to the program, and so does a signal.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
project="$root/functions/ComplaintFlow.Functions/ComplaintFlow.Functions.csproj"
program="$root/functions/ComplaintFlow.Functions/bin/Release/net10.0/ComplaintFlow.Functions.dll"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

is_stale() {
  [ ! -f "$program" ] || [ -n "$(find "$root/functions" "$root/infra/local" "$root"/*.props "$root/host.json" "$root/BannedSymbols.txt" \
    \( -name bin -o -name obj \) -prune -o -type f -newer "$program" -print -quit)" ]
}

if is_stale; then
  echo "Construction / building…" >&2
  dotnet build "$project" --configuration Release --verbosity quiet >&2
  # A build that found nothing to compile leaves the program as it was; it is up to date all the same.
  touch "$program"
fi

# What it keeps is about persons: for the account that runs it, and no other.
umask 077
exec dotnet "$program" "$@"
