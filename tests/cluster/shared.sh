# What the tests of engines have in common: a question, sums of what was left of it, and the end of all that was
# started. Read by `slurm.sh` and `hyperqueue.sh`, not run.

program="$(realpath "${1:?the program to be tested}")"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# Such as daemons of clusters take: nobody else may write above their keys and sockets.
work="$(mktemp -d)"
chmod 755 "$work"
cd "$work"
started=()
command -v pgrep > /dev/null || { echo "no pgrep: apt-get install procps" > "${WHY:-/dev/stderr}"; exit 77; }

# All that was started ends here, however this ends; what a node runs ends with it.
end() {
    local status=$?
    trap - EXIT
    if [ "${#started[@]}" -gt 0 ]; then
        kill "${started[@]}" 2> /dev/null || true
        sleep 1
        kill -9 "${started[@]}" 2> /dev/null || true
        wait "${started[@]}" 2> /dev/null || true
    fi
    cd /
    rm -rf "$work"
    exit "$status"
}
trap end EXIT
trap 'exit 130' INT TERM

# The engine is not here, or does not start: nothing has been tested.
cannot() {
    echo "$1" > "${WHY:-/dev/stderr}"
    exit 77
}

# Waits until a command holds, for so many seconds at most.
until_true() {
    local seconds="$1" over
    shift
    over=$((SECONDS + seconds))
    until "$@" > /dev/null 2>&1; do
        [ "$SECONDS" -lt "$over" ] || return 1
        sleep 0.2
    done
}

# A port that nothing listens on, below those that the system gives away by itself.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 10000))
        # Nobody answers there.
        (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null || break
    done
    echo "$port"
}

# Futures of the question, and parts of a frozen one: enough that a part lasts some seconds.
futures="${FUTURES:-4608}"
parts=9

freeze() {
    "$program" freeze baseline --replicates "$futures" --parts "$2" --out "$1"
}

# Sums of every file of results but the manifest, which tells time and machine.
sums() {
    (cd "$1" && find . -type f ! -name manifest.json -print0 | sort -z | xargs -0 sha256sum)
}

# The same question in one process, and in seven parts lived here: what the engine's must equal.
expect() {
    "$program" run baseline --replicates "$futures" --out one --no-resume --quiet > /dev/null
    sums one/baseline > one.sums
    freeze seven 7
    for index in $(seq 0 6); do
        "$program" part seven "$index" --quiet > /dev/null
    done
    "$program" merge seven --out seven-out --quiet > /dev/null
    sums seven-out/baseline > seven.sums
    diff one.sums seven.sums
    echo "one process and seven parts: $(wc -l < one.sums) files with the same sums"
}

# Holds what was merged against that.
same_as_one() {
    sums "$1/baseline" > engine.sums
    diff one.sums engine.sums
    echo "$2: $(wc -l < engine.sums) files with the same sums as in one process"
}

# A process and all that it has started.
with_all_below() {
    local below
    echo "$1"
    for below in $(pgrep -P "$1"); do
        with_all_below "$below"
    done
}

# Tells the part that a process, or one that it has started, is at, if it has left something of it behind its head:
# who is killed now is killed in the midst of work.
at_work() {
    local process file
    for process in $(with_all_below "$1"); do
        for file in "/proc/$process/fd"/*; do
            case "$(readlink "$file")" in
                */.*.part-*) [ "$(stat -L -c %s "$file")" -lt 65536 ] || { readlink "$file"; return 0; } ;;
            esac
        done
    done
    return 1
}

# Waits until a process is at a part, and kills it then: what it was at is left as a beginning.
kill_at_work() {
    local process="$1" who="$2" part
    caught() { part="$(at_work "$process")"; }
    until_true 60 caught || { cat said; echo "$who got no work" >&2; exit 1; }
    kill -9 "$process"
    echo "$who was at $(basename "$part") and has been killed:"
    ls -lA frozen/parts
    test -s "$part"
}
