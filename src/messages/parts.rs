//! Messages about a question that is lived in parts.

use crate::said::{messages, sentences};

messages! {
    not_cut(what) = "{what} lives no futures: there is nothing to be cut into parts"
        => "do it on one machine; `carecast freeze --help` names what can be frozen";
    no_question(folder, detail) = "{folder} holds no question that this version has frozen{detail}"
        => "give the folder that `carecast freeze` made, or make one: carecast freeze baseline --parts 8 --out frozen";
    another_question(folder) = "{folder} holds another frozen question, with its parts"
        => "choose another folder with --out, or remove this one first";
    other_build(folder, version, ours) = "{folder} was frozen by carecast {version}, built from other sources than this one ({ours})"
        => "use the program that froze it, built for any machine; or freeze the question again, into another folder";
    of_a_run_alone(flag, name, folder) = "{flag} keeps futures of a run one by one, and what {folder} asks is no run: {name}"
        => "leave {flag} out, or live one of its scenarios by itself: carecast run FILE {flag}";
    touched(folder, detail) = "what {folder} asks is not what was frozen: {detail}"
        => "copy the folder anew from where it was frozen, or freeze the question again, into another folder";
    no_part(index, last) = "there is no part {index}" => "parts are numbered from 0 to {last}";
    no_index(names) = "it is not said which part"
        => "write its number after the folder, or --index-from-env NAME; without them one of {names} says it";
    not_an_index(name, value) = "{name} is `{value}`, which is no number of a part"
        => "parts are numbered from 0";
    unset(name) = "{name} is not set" => "write the number of the part after the folder";
    indices_differ(said) = "the machine says two numbers of a part: {said}"
        => "say which one counts, such as --index-from-env SLURM_ARRAY_TASK_ID";
    incomplete(few, parts, flaws, folder, ranges)
        = "{few} of {parts} parts cannot be put together:\n{flaws}"
        => "`carecast part {folder} INDEX` for {ranges}; `carecast missing {folder} --ranges` prints these numbers for an array of jobs";
}

/// What lives no futures.
pub(crate) const FIT: &str = "a fit of laws";
/// What lives no futures.
pub(crate) const LAW_ALONE: &str = "looking back on the law alone";

/// Why a part cannot be used.
pub(crate) const MISSING: &str = "not there yet";
/// Why a part cannot be used.
pub(crate) const SPOILT: &str = "cut short, or changed since it was written";
/// Why a part cannot be used.
pub(crate) const OTHER_BUILD: &str = "made by another version, or by a build from other sources";
/// Why a part cannot be used.
pub(crate) const ANOTHER: &str = "of another question, or another part of this one";

sentences! {
    unreadable(why) = "cannot be read ({why})";
    flawed(which: &str, why: &str) = "part {which}: {why}";
    other_base(found) = "its base has the fingerprint {found}";
    frozen(name, folder, many, parts: u32, last: u32) = "{name}: {many} in {parts} parts; `carecast part {folder} INDEX` lives one, from 0 to {last}, and `carecast merge {folder}` puts them together";
    frozen_before(name, folder) = "{name}: {folder} holds this very question already, with the parts that are finished";
    living(name, index: u32, parts: u32, many) = "{name}: living part {index} of {parts}, {many}";
    going_on(index: u32, futures) = "part {index} goes on from {futures} futures that an earlier try has left";
    finished(index: u32, file) = "part {index} is finished: {file}";
    finished_before(index: u32, file) = "part {index} was finished before: {file}";
    cut_short(index: u32) = "Part {index} is not finished. What was lived of it is kept: the same command goes on from there.";
    merging(name, many, parts: u32) = "{name}: putting together {many} of {parts} parts";
    submitting(name: &str, ranges, round: u16) = "{name}: submitting parts {ranges} (round {round})";
    parts_there(name: &str, there: u32, parts: u32) = "{name}: {there} of {parts} parts are there";
    engine_ended(engine: &str, status) = "{engine} ended with {status}; what it lived is kept, the rest is submitted again";
    engine_ended_last(engine: &str, status) = "{engine} ended with {status}; what it lived is kept";
    kept(folder) = "What was lived is kept. `carecast missing {folder}` says what is not there yet; the same command goes on from there.";
    no_engine_said(engine: &str) = "{engine} is not on this machine\n  help: run this where jobs are submitted; without --go the commands are only printed, to be copied there";
    logs_of_jobs(folder) = "What each job says goes to {folder}; make that folder first.";
    beyond_array(last: u32, usual: u32) = "Part {last} lies beyond what Slurm takes unless it is set up for more (MaxArraySize, usually {usual}): freeze into fewer parts, or ask for more.";
    no_longer_waiting(name: &str, folder) = "No longer waiting for {name}. Jobs that were submitted go on; `carecast missing {folder}` says what is not there yet, and the same command goes on from there.";
    futures(n) = "{n} futures";
    points(n: usize) = "{n} points";
    left_alone(name) = "Nothing of {name} was written; its parts are as they were.";
}
