#!/usr/bin/env bash
# A frozen question on HyperQueue, in a network of its own that holds nothing but loopback: its server listens
# everywhere. Workers are killed while they work; what is merged has the sums of one process.
#
# With the program `hq`: a server and three workers, one of which loses its power. Without it, with its Python package
# alone: `tests/cluster/hq` in its place, whose server and workers are one process, and that is killed.
#
#   tests/cluster/hyperqueue.sh PROGRAM     exit code 77: HyperQueue is not here or does not start; $WHY gets the reason
set -euo pipefail

if [ -z "${CARECAST_ALONE:-}" ]; then
    why="${WHY:-/dev/stderr}"
    # The host's name is one that needs no network.
    alone=(unshare --net --uts)
    command -v ip > /dev/null || { echo "no ip: apt-get install iproute2" > "$why"; exit 77; }
    "${alone[@]}" true 2> /dev/null || { echo "no network of its own can be made here" > "$why"; exit 77; }
    exec "${alone[@]}" env CARECAST_ALONE=1 sh -c 'hostname localhost && ip link set lo up && exec "$@"' sh "$0" "$@"
fi
. "$(dirname "$0")/shared.sh"

if command -v hq > /dev/null; then
    whole=yes
    hq --version
else
    whole=
    python3 -c 'import hyperqueue' 2> /dev/null || cannot "no hq, and no package of it: pip install hyperqueue"
    python3 -c 'import hyperqueue.ffi as f; print("hyperqueue", f.get_version(), "as a Python package, without hq")'
    PATH="$here:$PATH"
fi
export HQ_SERVER_DIR="$work/server"
# Number of another array, as where workers run as jobs of Slurm: it must not be taken for a part's.
export SLURM_ARRAY_TASK_ID=4

listed() {
    [ "$(hq worker list --output-mode quiet | wc -l)" = "$1" ]
}

start() {
    local name
    declare -gA node=()
    hq server start --host localhost > told-server 2>&1 &
    started+=($!)
    until_true 20 hq server info || { cat told-server; cannot "the server does not start"; }
    for name in one two three; do
        # A space of processes of its own: with its first process all others go, as when its power goes.
        unshare --fork --pid --mount-proc --kill-child hq worker start --cpus 1 --hostname "$name" > "told-$name" 2>&1 &
        started+=($!)
        node[$name]=$!
    done
    until_true 20 listed 3 || { tail -n 5 told-*; cannot "the workers do not come up"; }
    hq worker list
}

[ -z "$whole" ] || start
expect
freeze frozen "$parts"
"$program" submit frozen --with hyperqueue --go --out merged > said 2>&1 &
submitting=$!
started+=("$submitting")
if [ -n "$whole" ]; then
    kill_at_work "${node[two]}" "worker two"
    until_true 60 listed 2 || { echo "nobody has seen that worker two is gone" >&2; exit 1; }
    hq job list --all
    hq worker list --all
else
    until_true 20 test -s "$HQ_SERVER_DIR/pid"
    kill_at_work "$(cat "$HQ_SERVER_DIR/pid")" "the process of the workers"
fi
wait "$submitting" || { cat said; exit 1; }
cat said
# Workers that go with their server leave nobody to give the work out again: that is healed by a second round.
[ -n "$whole" ] || grep -q 'round 2' said
same_as_one merged "HyperQueue, with workers killed while they worked"
