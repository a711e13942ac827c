#!/usr/bin/env bash
# A frozen question on Slurm: a controller and three nodes as plain processes that listen on loopback, without an
# accounting database. One node loses its power while it works; what is merged has the sums of one process.
#
#   tests/cluster/slurm.sh PROGRAM     exit code 77: Slurm is not here or does not start; $WHY gets the reason
set -euo pipefail
. "$(dirname "$0")/shared.sh"

for needed in slurmctld slurmd sbatch munged; do
    command -v "$needed" > /dev/null || cannot "no $needed: apt-get install slurm-wlm munge"
done
[ "$(id -u)" = 0 ] || cannot "it takes root to run a node's daemon"
# A node is a space of processes of its own: with its first process all others go, as when its power goes.
node_of_its_own=(unshare --fork --pid --mount-proc --kill-child)
"${node_of_its_own[@]}" true 2> /dev/null || cannot "no space of processes of its own can be made here"

nodes=(one two three)
configure() {
    local name
    cat << END
ClusterName=loop
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=$(free_port)
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool-%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobRequeue=1
ReturnToService=2
SlurmdTimeout=10
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
    for name in "${nodes[@]}"; do
        echo "NodeName=$name NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1"
    done
}

start_node() {
    "${node_of_its_own[@]}" slurmd -D -N "$1" > "told-$1" 2>&1 &
    started+=($!)
    node[$1]=$!
}

# In what state a node is, as the controller sees it.
state_of() {
    sinfo --noheader --Node --nodes "$1" --format %T
}

all_idle() {
    [ "$(sinfo --noheader --Node --format %T | grep -c '^idle$')" = "${#nodes[@]}" ]
}

start() {
    local name
    declare -gA node=()
    export SLURM_CONF="$work/slurm.conf"
    (umask 077 && head -c 1024 /dev/urandom > munge.key)
    munged --foreground --key-file "$work/munge.key" --socket "$work/munge.socket" --log-file "$work/munged.log" \
        --pid-file "$work/munged.pid" --seed-file "$work/munged.seed" > told-munged 2>&1 &
    started+=($!)
    until_true 10 test -S munge.socket || { cat told-munged; cannot "munged does not start"; }
    configure > slurm.conf
    mkdir state
    slurmctld -D -i > told-slurmctld 2>&1 &
    started+=($!)
    for name in "${nodes[@]}"; do
        mkdir "spool-$name"
        start_node "$name"
    done
    until_true 60 all_idle || { tail -n 5 told-*; cannot "the nodes do not come up"; }
}

start
sbatch --version
sinfo --Node --long
expect
freeze frozen "$parts"
"$program" submit frozen --with slurm --go --out merged > said 2>&1 &
submitting=$!
started+=("$submitting")
kill_at_work "${node[two]}" "node two"
gone() { state_of two | grep -q '^down'; }
until_true 120 gone || { echo "nobody has seen that node two is gone" >&2; exit 1; }
sinfo --Node --long
squeue --format "%.12i %.10T %.10N %.20R %.20S"
# It comes back, as machines do.
start_node two
wait "$submitting" || { cat said; tail -n 40 told-slurmctld; exit 1; }
cat said
# That it was killed in the midst of its work, and that its work was given out again, is what this is about.
grep 'requeue job .* due to failure of node two' told-slurmctld
same_as_one merged "Slurm, with a node killed while it worked"
