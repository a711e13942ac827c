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
# So many that not every one is kept by itself, and three times as many: what merging costs a future.
few="${FEW:-12288}" many="${MANY:-36864}"
for size in few many; do
    freeze "$size" "${!size}" 8 > said
    live "$size" 8 2 > said
done
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
    for size in few many; do
        took "merge-$size" "$program" merge "$size" --threads 1 --out "out-$size" --quiet
    done
    rm -rf out-* at-once
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
awk -v a="$(median merge-few 3)" -v b="$(median merge-many 3)" -v few="$few" -v many="$many" 'BEGIN {
    printf "merging on one core: %d futures in %.1f s of work, %d in %.1f s: %.2f ms for each more\n",
        few, a, many, b, 1000 * (b - a) / (many - few) }'
column() {
    cut -d' ' -f"$1" ratios | sort -g | tr '\n' ' '
}
echo "two cores, by the clock: $(column 2)"
echo "two cores, by the work of a future: $(column 3)"

# What follows from it for a million futures, if the disk keeps up and every core is like these: the parts that a core
# gets, one after the other, each with its fixed cost, by the efficiency of two cores; then one core that merges.
first="$(echo "$counts" | cut -d' ' -f1)" last="$(echo "$counts" | rev | cut -d' ' -f1 | rev)"
echo
echo "| cores | parts | living, min | merging, min | together, min |"
echo "|---|---|---|---|---|"
for cores in 10 100 1000; do
    awk -v cores="$cores" -v first="$first" -v last="$last" -v futures="$futures" \
        -v one="$(median "live-$first" 3)" -v cut="$(median "live-$last" 3)" \
        -v a="$(median merge-few 3)" -v b="$(median merge-many 3)" -v few="$few" -v many="$many" \
        -v shared="$(cut -d' ' -f2 ratios | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }')" 'BEGIN {
            fixed = (cut - one) / (last - first); if (fixed < 0) fixed = 0
            each = (one - first * fixed) / futures
            parts = cores < 200 ? 200 : cores
            rounds = int((parts + cores - 1) / cores)
            living = rounds * (1e6 / parts * each + fixed) / (shared > 1 ? 1 : shared)
            merging = a + (1e6 - few) * (b - a) / (many - few)
            printf "| %d | %d | %.1f | %.1f | %.1f |\n", cores, parts, living / 60, merging / 60, (living + merging) / 60 }'
done
