//! What the program says in a terminal: plain, short, and with a way out.

use super::number::grouped;
use crate::results::StopRule;
use crate::said::Said;
use crate::units::Year;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::Path;

/// The first line of a scenario that is written out.
pub const AS_RUN: Said = Said::en("// The scenario as it was run, every default written out.");

/// The file a line of a scenario comes from, where no file says it.
pub const NOWHERE: Said = Said::en("(default)");

/// A sweep over nothing.
pub const NOTHING_TO_SWEEP: Said =
    Said::en("say what to vary: --over NAME=LOW..HIGH:COUNT, with a name of the list above");

/// A length of time: `12 s`, `3 min 20 s`.
pub fn duration(seconds: f64) -> String {
    let s = seconds.max(0.0);
    if s < 9.95 {
        format!("{s:.1} s")
    } else if s < 99.5 {
        format!("{s:.0} s")
    } else {
        let whole = s.round() as u64;
        format!("{} min {} s", whole / 60, whole % 60)
    }
}

/// Said before the first future is lived.
pub fn setting_out(name: &str, futures: u32, most: bool, first: Year, last: Year) -> String {
    let most = if most { "at most " } else { "" };
    format!(
        "{name}: living {most}{} futures, {first} to {last}",
        grouped(f64::from(futures))
    )
}

/// Where a run stands.
pub fn under_way(name: &str, done: u32, total: u32, left: f64) -> String {
    format!(
        "{name}: {} of {} futures, about {} left",
        grouped(f64::from(done)),
        grouped(f64::from(total)),
        duration(left)
    )
}

/// The index of the library was written.
pub fn gallery_written(questions: usize, index: &str) -> String {
    format!("{questions} questions answered; open {index}")
}

/// Said while tables and pictures are made.
pub fn writing(name: &str) -> String {
    format!("{name}: writing tables, pictures and report")
}

/// How a run went, in three lines.
pub struct Went<'a> {
    /// Scenario.
    pub name: &'a str,
    /// Futures lived.
    pub futures: u32,
    /// Years in each.
    pub years: usize,
    /// Seconds from the first future to the results put together.
    pub seconds: f64,
    /// Futures a second.
    pub speed: f64,
    /// Worker threads.
    pub threads: usize,
    /// Conservation checks.
    pub checks: u64,
    /// Largest memory, MB.
    pub memory: Option<f64>,
    /// Futures taken over from a run that was cut short.
    pub taken_over: u32,
    /// Files written.
    pub files: usize,
    /// Seconds of writing.
    pub writing: f64,
    /// The page to read first.
    pub report: &'a str,
}

/// How a run went, for people.
pub fn went(w: &Went<'_>) -> String {
    let memory = w
        .memory
        .map(|mb| format!("; largest memory {} MB", grouped(mb)))
        .unwrap_or_default();
    let threads = if w.threads == 1 {
        "1 thread".to_string()
    } else {
        format!("{} threads", w.threads)
    };
    let kept = match w.taken_over {
        0 => String::new(),
        n => format!(", {} of them kept from before,", grouped(f64::from(n))),
    };
    let speed = match w.taken_over == w.futures {
        true => String::new(),
        false => format!("{} futures a second, ", grouped(w.speed)),
    };
    format!(
        "{}: {} futures of {} years{kept} in {} ({speed}{threads})\n\
         {} conservation checks, all kept{memory}\n\
         {} files in {}; start with {}",
        w.name,
        grouped(f64::from(w.futures)),
        w.years,
        duration(w.seconds),
        grouped(w.checks as f64),
        w.files,
        duration(w.writing),
        w.report
    )
}

/// What was finished before a run ended early.
pub fn nothing_written(name: &str, folders: &[String]) -> String {
    let before = match folders {
        [] => String::new(),
        all => format!(" Finished before it and kept: {}.", all.join(", ")),
    };
    format!("Nothing of {name} was written; what an earlier run left there is as it was.{before}")
}

/// Results that could not take their places.
pub fn as_before(why: &dyn Display, folder: &Path) -> String {
    format!(
        "{why}\n  Results are replaced all or none: {} is as it was before, and nothing of the new ones is left.",
        folder.display()
    )
}

/// Results that could not take their places, while those of before could not go back.
pub fn set_aside(why: &dyn Display, hidden: &Path) -> String {
    format!(
        "{why}\n  The results of before wait in {}, the new ones beside them: the next command that writes to the same folder puts those of before back first.",
        hidden.display()
    )
}

/// Finished futures of a run cut short are kept.
pub fn can_be_resumed(name: &str) -> String {
    format!(
        "The futures {name} had finished are kept: the same command with --resume goes on from them."
    )
}

/// A run was over before anything was kept.
pub fn begins_anew(name: &str, seconds: u16) -> String {
    format!(
        "No futures of {name} are kept: that begins {seconds} seconds after a run does (--keep-after). The same command starts from the beginning."
    )
}

/// A run goes on from what was kept.
pub fn going_on(name: &str, futures: u32) -> String {
    format!(
        "{name}: going on from {} futures that an interrupted run has kept",
        grouped(f64::from(futures))
    )
}

/// Nothing was kept.
pub fn nothing_to_resume(name: &str) -> String {
    format!("{name}: no interrupted run has kept anything, so it starts from the beginning")
}

/// What was kept is of another question.
pub fn another_unfinished(name: &str) -> String {
    format!(
        "{name}: the interrupted run here had another scenario, base or seed, other futures, or another build of carecast; its futures are dropped and this run starts from the beginning"
    )
}

/// What was kept is not asked for.
pub fn started_anew(name: &str) -> String {
    format!(
        "{name}: starting anew; an interrupted run of the same question was here, and --resume would have gone on from it"
    )
}

/// A run of a list was finished before the list was cut short.
pub fn finished_before(name: &str, folder: &str) -> String {
    format!("{name}: finished before; {folder} stays as it is")
}

/// A run that was finished before, of which a file is not what it left.
pub fn spoilt_since(name: &str, file: &Path) -> String {
    format!(
        "{name}: finished before, but {} is not the file that run left; it is lived again",
        file.display()
    )
}

/// A run that was stopped.
pub const STOPPED: Said = Said::en("the run was stopped");

/// A law of the model that did not hold.
pub fn violation(of: &str, year: Year, future: u32, detail: &str) -> String {
    format!("{of} in {year} of future {future} {detail}")
}

/// Threads that could not be started.
pub fn no_threads(threads: usize, why: impl std::fmt::Display) -> String {
    format!("could not start {threads} worker threads: {why}")
}

/// Beds that would open later than they are followed.
pub fn long_lag(most: usize) -> String {
    format!(
        "capex.build_lag has more than {most} shares; beds on order are followed for {most} years"
    )
}

/// Reports that next to no future agrees with.
pub fn reports_do_not_fit(agree: usize, of: u32) -> String {
    format!(
        "of {of} futures looked at {agree} agree with what is reported of tasks: the reports lie outside what the model \
         thinks possible; correct `progress` (share done, date), let `from` and `to` of the policy fit it, or give the \
         report a larger `sd`"
    )
}

/// Futures that do not fit into memory.
pub fn too_many_futures(futures: u32, needs: u64, free: Option<u64>) -> String {
    let told = |bytes: u64| match bytes as f64 / 1e9 {
        giga if giga < 9.95 => format!("{giga:.1} GB"),
        giga => format!("{} GB", grouped(giga)),
    };
    let free = match free {
        Some(free) => format!("{} are free", told(free)),
        None => "the system does not lend them".to_owned(),
    };
    format!(
        "{} futures need about {} of memory, and {free}",
        grouped(f64::from(futures)),
        told(needs)
    )
}

/// What to do about futures that do not fit into memory.
pub fn fewer_futures(fit: u32) -> String {
    let known = match fit {
        0 => "ask for fewer futures with --replicates N".to_owned(),
        fit => format!(
            "about {} fit: --replicates {fit}, or fewer",
            grouped(f64::from(fit))
        ),
    };
    format!(
        "{known}; 10,000 know every chance to within a point, and `carecast run` with --until 1pt ends as soon as they do"
    )
}

/// Finished futures cannot be kept.
pub fn cannot_keep(name: &str, why: &str, help: &str) -> String {
    format!(
        "{name}: finished futures are no longer kept ({why}); the run goes on, but cannot be resumed\n  help: {help}"
    )
}

/// What the stop rule says at the end.
pub fn stopped_by_rule(name: &str, futures: u32, rule: &StopRule) -> String {
    let points = |share: f64| format!("{} points", super::number::trimmed(share * 100.0, 2));
    let asked = points(rule.half_width);
    let lived = grouped(f64::from(futures));
    match &rule.widest {
        None => format!(
            "{name}: no target has a probability to be known, so the run ended after {lived} futures"
        ),
        Some((target, half)) if rule.reached => format!(
            "{name}: every headline probability is known to {asked} after {lived} futures; least well {target}, to {}",
            points(*half)
        ),
        Some((target, half)) => format!(
            "{name}: not every headline probability is known to {asked}: {target} only to {} after {lived} futures, the most allowed; about {} would do\n  help: --until {} --replicates {} allows them",
            points(*half),
            grouped(f64::from(rule.needed)),
            format_args!("{}pt", rule.half_width * 100.0),
            rule.needed
        ),
    }
}

/// Said of a ceiling that is no amount.
pub const NO_AMOUNT: Said = Said::en("an amount of money from 0 on, such as 60000");

/// Half-widths are given in points.
pub const NO_POINTS: Said = Said::en(
    "give percentage points from 0.05pt to 25pt, such as 1pt: a probability of 37 % is then known as 36 to 38 %",
);

/// Said at the first Ctrl-C.
pub const STOPPING: Said = Said::en("stopping; press Ctrl-C once more to leave at once");

/// Said of a fault of ours.
pub const OUR_FAULT: Said =
    Said::en("Something went wrong inside carecast. This is our fault, not yours.");

/// What a fault of ours leaves.
pub const KEPT_WHOLE: Said = Said::en(
    "Results that were already written are whole; nothing half-written takes their place.",
);

/// What to do about a fault of ours.
pub const SEND_US: Said = Said::en(
    "Please report these lines together with your scenario file. A run with another --seed may get through, but do not trust its results before this is understood.",
);

/// Two questions would write to one folder.
pub fn same_folder(one: &str, other: &str, folder: &str) -> String {
    format!(
        "\"{one}\" and \"{other}\" would both write to {folder}\n  help: rename one of the files, or run them one after the other with different --out folders"
    )
}

/// A name that cannot be a folder.
pub fn no_folder_name(file: &str) -> String {
    format!(
        "\"{file}\" has no name that could name its folder of results\n  help: rename the file, for example to my-scenario.ron"
    )
}

/// Neither a file nor a scenario we carry.
pub fn no_such_scenario(word: &str, suggestion: &str) -> String {
    format!(
        "there is no file \"{word}\" and no built-in scenario of that name\n  help: {suggestion}"
    )
}

/// The built-in scenarios.
pub fn built_in_scenarios(names: &str) -> String {
    format!("built-in scenarios are: {names}")
}

/// A question that passes every check and cannot be put into a world.
pub fn cannot_be_asked(file: &str, why: &str) -> String {
    format!("{file} cannot be run: {why}")
}

/// A folder that already holds something.
pub fn folder_taken(folder: &str) -> String {
    format!(
        "the folder {folder} already holds files, which would be mixed with the base\n  help: give a new or empty folder"
    )
}

/// The built-in base was copied.
pub fn base_written(folder: &str) -> String {
    format!(
        "The base was written to {folder}.\nEdit its tables, then run: carecast run baseline --base {folder}"
    )
}

/// The made-up country was copied.
pub fn example_written(folder: &str) -> String {
    format!(
        "A made-up country of three provinces was written to {folder}.\nWrite a question about it: carecast new first --base {folder}"
    )
}

/// A starter was written.
pub fn starter_written(file: &str) -> String {
    format!(
        "A starter was written to {file}.\nChange it, then: carecast check {file}, and carecast run {file}"
    )
}

/// A file that is there already.
pub fn file_taken(file: &str) -> String {
    format!(
        "the file {file} exists already and stays as it is\n  help: give another name, or move the old file away"
    )
}

/// A starter is commented, and JSON has no comments.
pub fn starter_is_ron(file: &str) -> String {
    format!(
        "a starter is full of comments, and JSON has none: {file} cannot be one\n  help: give a name without ending, or with the ending .ron"
    )
}

/// A file that cannot be written.
pub fn cannot_write(file: &str, why: &str) -> String {
    format!(
        "cannot write {file}: {why}\n  help: check that the folder exists, that the disk has room and that you may write there"
    )
}

/// What was to be printed did not arrive.
pub fn answers_lost(why: &str) -> String {
    format!(
        "the answer could not be printed whole: {why}\n  help: free some space where the output goes, or send it to another place; files that were written are whole"
    )
}

/// A looking back that was made again.
pub fn looked_back_alike(folder: &Path, files: usize) -> String {
    format!(
        "identical: {}, looked back again, {files} files",
        folder.display()
    )
}

/// A folder without pictures.
pub fn no_pictures(folder: &Path) -> String {
    format!(
        "{} holds predictions that were put down, and no pictures\n  help: give the folder of the run they were put down from",
        folder.display()
    )
}

/// A manual page of a command that does not exist.
pub fn no_such_command(name: &str, help: &str) -> String {
    format!("there is no command \"{name}\"\n  help: {help}")
}

/// A range of futures that holds none.
pub const NO_FUTURES: Said = Said::en(
    "give a number of futures such as 1000, or a range such as 500..1000 that holds at least one",
);

/// Futures that are to be kept find no room on the disk.
pub fn not_put_aside(why: &std::io::Error) -> String {
    format!(
        "the futures of draws.parquet could not be put aside beside the results, some 80 kB each while the run lasts: {why}"
    )
}

/// A range of more futures than are lived at once.
pub fn more_than(most: u32) -> String {
    format!(
        "at most {} futures: so many know every chance to 0.1 points, which what is assumed moves far more; others are \
         lived by their numbers, such as {most}..{}",
        grouped(f64::from(most)),
        2 * most
    )
}

/// A folder without a manifest.
pub fn not_a_run(folder: &Path) -> String {
    format!(
        "{} is not a finished run: it holds no manifest.json\n  help: give the folder of one scenario's results, such as out/baseline; a run that was cut short goes on with `carecast run` and --resume",
        folder.display()
    )
}

/// A saved file that cannot be understood.
pub fn unreadable_run(path: &Path, detail: &str) -> String {
    format!(
        "{} cannot be understood: {detail}\n  help: it may come from another version of the program; make the run again with `carecast run`",
        path.display()
    )
}

/// A saved file that another version wrote in another form.
pub fn run_of_another_version(path: &Path, version: &str, detail: &str) -> String {
    format!(
        "{} was written by carecast {version} and cannot be opened by carecast {}: {detail}\n  help: make the run again with `carecast run`, or open it with carecast {version}",
        path.display(),
        env!("CARGO_PKG_VERSION"),
    )
}

/// A saved file that was changed.
pub fn touched(path: &Path) -> String {
    format!(
        "{} is not the file the run left: its fingerprint is not the one in manifest.json\n  help: `carecast verify` names what changed; make the run again to have it whole",
        path.display()
    )
}

/// A listed file is gone.
pub fn missing_file(name: &str) -> String {
    format!("{name}: the saved run lacks this file")
}

/// A file no run makes now.
pub fn extra_file(name: &str) -> String {
    format!("{name}: the saved run has this file, and the same run made now does not")
}

/// A file that only the manifest knows.
pub fn listed_only(name: &str) -> String {
    format!("{name}: manifest.json lists this file, and neither run has it")
}

/// A file differs.
pub fn differs(name: &str, place: &str) -> String {
    format!("{name}: {place}")
}

/// A line differs.
pub fn line_differs(line: usize, saved: &str, again: &str) -> String {
    format!("line {line}\n  saved: {saved}\n  now:   {again}")
}

/// A cell of a table differs.
pub fn cell_differs(line: usize, key: &str, column: &str, saved: &str, again: &str) -> String {
    format!("line {line} ({key}), column {column}\n  saved: {saved}\n  now:   {again}")
}

/// A row of a table differs.
pub fn row_differs(row: usize, saved: &str, again: &str) -> String {
    format!("row {row}\n  saved: {saved}\n  now:   {again}")
}

/// A cell of a table without lines differs.
pub fn cell_of_row_differs(
    row: usize,
    key: &str,
    column: &str,
    saved: &str,
    again: &str,
) -> String {
    format!("row {row} ({key}), column {column}\n  saved: {saved}\n  now:   {again}")
}

/// Said of files that have no rows.
pub const DIFFERENT_BYTES: Said = Said::en("its bytes differ; what it shows may look the same");
/// Said of a table that cannot be opened.
pub const UNREADABLE_TABLE: Said = Said::en("the saved table cannot be opened");
/// Where one file ends before the other.
pub const NO_LINE: Said = Said::en("nothing");
/// Where one table ends before the other.
pub const A_ROW: Said = Said::en("one more row");

/// A code or year a saved run does not know.
pub fn unknown_in_run(what: &str, code: &str, help: &str) -> String {
    format!("this run holds no {what} called \"{code}\"\n  help: {help}")
}

/// The codes a saved run knows.
pub fn known_codes(known: &[&str]) -> String {
    format!("it holds {}", known.join(", "))
}

/// The years a saved run holds.
pub fn years_from_to(first: Year, last: Year) -> String {
    format!("it holds {first} to {last}")
}

/// The folder of a run's own pictures is asked for.
pub fn pictures_of_the_run(folder: &Path) -> String {
    format!(
        "{} holds the pictures the run itself left, which manifest.json lists\n  help: choose another folder with --out FOLDER, or leave it out to draw into redrawn/",
        folder.display()
    )
}

/// Nothing of a wish could be drawn.
pub fn nothing_drawn(reasons: &[&str]) -> String {
    format!(
        "there is nothing to draw: {}\n  help: leave out --year, --scope or --indicator, or choose another",
        reasons.join("; ")
    )
}

/// A picture is asked for that is too narrow or too wide.
pub fn no_such_width(asked: u32, widths: &RangeInclusive<u32>) -> String {
    format!(
        "a picture is {} to {} pixels wide, not {asked}\n  help: the letters keep their size, so a narrower picture would lose its labels; half a page takes about 480, a wide screen 2000",
        widths.start(),
        widths.end()
    )
}

/// A picture stays wider than asked for.
pub fn least_width(name: &str, least: f64) -> String {
    format!("{name} needs {least} pixels for its columns and is drawn that wide")
}

/// A run made by another version.
pub fn another_version(theirs: &str, ours: &str) -> String {
    format!(
        "this run was made by carecast {theirs}, and this is carecast {ours}: numbers may have moved between the two, see \"Changes that move the numbers\" in README.md"
    )
}

/// No temporary folder.
pub fn no_room_to_verify(why: &str) -> String {
    format!(
        "a temporary folder to live the run again could not be made: {why}\n  help: set the environment variable TMPDIR to a folder with room"
    )
}

/// A saved run is the same as the one made now.
pub fn identical(folder: &Path, files: usize, futures: u64, seed: u64) -> String {
    format!(
        "identical: {} ({files} files, {} futures, seed {seed})",
        folder.display(),
        grouped(futures as f64)
    )
}

/// A saved gallery is the same as the one made now.
pub fn gallery_identical(folder: &Path, files: usize, runs: usize) -> String {
    format!(
        "identical: {} ({files} files, {runs} runs)",
        folder.display()
    )
}

/// An index whose questions are not those of this program.
pub fn index_not_made_again(name: &str) -> String {
    format!(
        "the index is not compared: the scenario {name} is not the one this program carries; its run is"
    )
}

/// A file that is not the one that was left.
pub fn spoilt(name: &str) -> String {
    format!("{name}: its fingerprint is not the one in manifest.json")
}

/// A run that could not be made.
pub fn could_not_run(name: &str, why: &str, kept: &str) -> String {
    format!("{name} could not run: {why}\n{kept}")
}

/// Said before the files are read.
pub fn reading(version: &str, files: &str) -> String {
    format!("carecast {version}: reading {files}")
}

/// What is said of the schema in the schema.
pub const THIS_SCHEMA: Said = Said::en("this schema, for editors; nothing is read from it");

/// The commands by what they are for; those that stand in no group are named behind the list.
pub const GROUPS: [(&str, &[&str]); 5] = [
    ("Ask", &["run", "compare", "sweep", "gallery"]),
    ("Decide", &["decide", "drivers", "explain-misses"]),
    (
        "Write a question",
        &["new", "check", "diff", "list", "facts", "explain", "base"],
    ),
    (
        "How right it would have been",
        &["hindcast", "calibrate", "register"],
    ),
    ("Again, elsewhere", &["plot", "verify", "freeze"]),
];

/// The page of `--help` around the commands.
pub fn help_page(groups: &str) -> String {
    format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{groups}Options:\n{{options}}{{after-help}}"
    )
}

/// The end of the help.
pub const AFTER_HELP: Said = Said::en(
    "Without a command, the built-in baseline runs into out/baseline/.\n\nA question in parts, on any number of machines: freeze, submit, part, missing, merge. For shells, editors and programs: completions, man, schema.\n\nExit codes: 0 answered, 1 could not run, 2 a file or the arguments are at fault, 3 parts of a question are missing or spoilt, 70 an error of ours, 130 interrupted.",
);

/// Results whose pictures are drawn as they are.
pub const A_COMPARISON: Said = Said::en("a comparison");
/// Results whose pictures are drawn as they are.
pub const A_SWEEP: Said = Said::en("a sweep");
/// Results whose pictures are drawn as they are.
pub const A_TIMING: Said = Said::en("an answer about when to decide");
/// Results whose pictures are drawn as they are.
pub const A_SEARCH: Said = Said::en("a search");
/// Results whose pictures are drawn as they are.
pub const A_HINDCAST: Said = Said::en("a looking back");

/// A file or folder that could not be written.
pub fn could_not_write(path: &Path, why: &dyn Display) -> String {
    format!("could not write {}: {why}", path.display())
}

/// A file that could not be read.
pub fn could_not_read(path: &Path, why: &dyn Display) -> String {
    format!("could not read {}: {why}", path.display())
}

/// A picture that could not be drawn.
pub fn no_picture(why: &dyn Display) -> String {
    format!("a picture could not be made: {why}")
}

/// Another run writes to the same folder.
pub fn busy(path: &Path) -> String {
    format!(
        "another run is writing to {} at this moment",
        path.display()
    )
}

/// The user asked to stop.
pub const STOPPED_BEFORE: Said = Said::en("stopped before the results were written");
/// What to do where a picture could not be drawn.
pub const WITHOUT_PICTURES: Said =
    Said::en("run again with --no-charts to have the tables and the report without pictures");
/// What to do where another run writes.
pub const WAIT: Said =
    Said::en("wait until it has ended, or choose another folder with --out FOLDER");
/// What to do after a stop.
pub const RUN_AGAIN: Said = Said::en("run the same command again; it gives the same results");
/// What to do where a disk is full.
pub const DISK_FULL: Said =
    Said::en("the disk is full: free some space, or choose another disk with --out FOLDER");
/// What to do where nothing can be written.
pub const CLOSED: Said = Said::en(
    "this place cannot be written to: close programs that have the file open, or choose another folder with --out FOLDER",
);
/// What to do where a file could not be written.
pub const ANOTHER_FOLDER: Said =
    Said::en("choose another folder with --out FOLDER, and run the same command again");

/// What to do where something of the same name lies.
pub fn in_the_way(path: &Path) -> String {
    format!(
        "something else is in the way at {}: rename it, or choose another folder with --out FOLDER",
        path.display()
    )
}

/// Findings that lack some.
pub fn too_few_summaries(found: usize, belong: usize) -> String {
    format!("{found} summaries where {belong} belong")
}

/// A wish that belongs to pictures of a run.
pub fn only_for_runs(flag: &str, of: &str) -> String {
    format!(
        "pictures of {of} are drawn as they are: {flag} is for those of a run\n  help: leave it out, or choose a kind with --chart"
    )
}

/// A kind of results of another version.
pub fn unknown_kind(kind: &str) -> String {
    format!("its kind is \"{kind}\"")
}

/// A gallery that ended before it was written.
pub const NO_GALLERY: Said =
    Said::en("Nothing of this gallery was written; what an earlier one left there is as it was.");

/// A saved run is not the same as the one made now.
pub fn not_identical(place: &str) -> String {
    format!("not identical: {place}")
}

/// The base has changed since the run.
pub fn base_changed(base: &str, then: &str, now: &str) -> String {
    let short = |digest: &str| digest.chars().take(12).collect::<String>();
    format!(
        "the base \"{base}\" has changed since the run, so nothing was lived again\n  sha-256 then: {}\n  sha-256 now:  {}\n  help: give the folder of the base as it was with --base FOLDER",
        short(then),
        short(now)
    )
}

/// Two files of a run tell two stories.
pub fn run_contradicts_itself(what: &str, manifest: u64, file: u64) -> String {
    format!(
        "manifest.json says {what} {manifest}, scenario.resolved.ron says {file}: one of them was changed after the run"
    )
}

/// A kind of file this program cannot make.
pub fn cannot_compare(name: &str) -> String {
    format!("{name} is not compared: this program was built without the part that makes it")
}

/// A file that names the version that made it, and shows what others hold.
pub fn names_its_version(name: &str) -> String {
    format!(
        "{name} is not compared: it names the version that made it; what it shows is in the tables"
    )
}

/// What a check leaves behind.
pub const NOTHING_CHANGED: Said = Said::en("The saved run is as it was.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_as_people_tell_them() {
        let cases = [
            (0.04, "0.0 s"),
            (3.21, "3.2 s"),
            (12.4, "12 s"),
            (200.0, "3 min 20 s"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(duration(seconds), expected);
        }
    }

    #[test]
    fn what_was_kept_is_named() {
        assert!(nothing_written("b", &["out/a".into()]).contains("out/a"));
        assert!(!nothing_written("b", &[]).contains("kept"));
    }
}
