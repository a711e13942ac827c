#!/usr/bin/env bash
# What it costs to cut a question into parts, and how well two cores share them.
#
#   cargo build --release && benches/parts.sh target/release/carecast
#
# FUTURES=2048 and ROUNDS=3 change what is asked for. Every figure is the median of the rounds, which take turns, so
# that what else the machine does falls on all alike. Seconds of work are those that the processes used, whoever else uses
# the machine; seconds by the clock mean something on an idle one only: the load is told before and after.
set -euo pipefail
program="$(realpath "${1:?the program}")"
futures="${FUTURES:-2048}"
rounds="${ROUNDS:-3}"
counts="${COUNTS:-1 2 4 8 16 32 64}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

# Seconds by the clock and seconds of work of a command, as a row: what it was, clock, worked.
took() {
    local what="$1" clock user system
    shift
    TIMEFORMAT='%R %U %S'
    read -r clock user system < <({ time "$@" > said 2> told || { cat told >&2; exit 1; }; } 2>&1)
    echo "$what $clock $(awk "BEGIN { print $user + $system }")" >> rows
}

freeze() {
    rm -rf "$1"
    "$program" freeze baseline --replicates "$2" --parts "$3" --out "$1"
}

# All parts of a folder, so many at a time, each on one core.
live() {
    seq 0 $(($2 - 1)) | xargs -P "$3" -I{} "$program" part "$1" {} --threads 1 --quiet
}

# The median of one column of the rows of a name.
median() {
    awk -v what="$1" -v column="$2" '$1 == what { print $column }' rows | sort -g \
        | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

load() {
    cut -d' ' -f1-3 /proc/loadavg
}

echo "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2), $(nproc) cores; load before: $(load)"
for round in $(seq "$rounds"); do
    for parts in $counts; do
        took "freeze-$parts" freeze cut "$futures" "$parts"
        took "live-$parts" live cut "$parts" 1
        took "merge-$parts" "$program" merge cut --threads 1 --out "out-$parts" --quiet
    done
    took "run" "$program" run baseline --replicates "$futures" --threads 1 --no-resume --quiet --out at-once
    # The same eight parts by one worker and by two at once, in turn.
    for pair in 1 2; do
        freeze two "$futures" 8 > said
        took "one-worker" live two 8 1
        freeze two "$futures" 8 > said
        took "two-workers" live two 8 2
        tail -n 2 rows | awk '{ c[NR] = $2; w[NR] = $3 }
            END { print "efficiency", c[1] / (2 * c[2]), w[1] / w[2] }' >> ratios
    done
    # Four times as many, for what merging costs a future.
    freeze many $((4 * futures)) 8 > said
    took "live-many" live many 8 2
    took "merge-many" "$program" merge many --threads 1 --out out-many --quiet
    rm -rf out-many at-once out-*
done
echo "load after: $(load); medians of $rounds rounds, $futures futures"
echo
echo "| parts | freeze, s | living, ms of work a future | merge, s |"
echo "|---|---|---|---|"
for parts in $counts; do
    awk -v n="$parts" -v f="$(median "freeze-$parts" 2)" -v l="$(median "live-$parts" 3)" -v m="$(median "merge-$parts" 2)" \
        -v futures="$futures" 'BEGIN { printf "| %d | %.2f | %.2f | %.2f |\n", n, f, 1000 * l / futures, m }'
done
echo
awk -v r="$(median run 3)" -v futures="$futures" 'BEGIN { printf "in one process, all of it: %.2f ms of work a future\n", 1000 * r / futures }'
awk -v a="$(median merge-8 3)" -v b="$(median merge-many 3)" -v futures="$futures" \
    'BEGIN { printf "merging: %.2f s of work, and %.2f ms more for each future\n", a, 1000 * (b - a) / (3 * futures) }'
column() {
    cut -d' ' -f"$1" ratios | sort -g | tr '\n' ' '
}
echo "two cores, by the clock: $(column 2)"
echo "two cores, by the work of a future: $(column 3)"
