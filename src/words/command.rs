//! What the program says in a terminal: plain, short, and with a way out.

use super::number::whole;
use crate::units::Year;

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
pub fn setting_out(name: &str, futures: u32, first: Year, last: Year) -> String {
    format!(
        "{name}: living {} futures, {first} to {last}",
        whole(f64::from(futures))
    )
}

/// Where a run stands.
pub fn under_way(name: &str, done: u32, total: u32, left: f64) -> String {
    format!(
        "{name}: {} of {} futures, about {} left",
        whole(f64::from(done)),
        whole(f64::from(total)),
        duration(left)
    )
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
        .map(|mb| format!("; largest memory {} MB", whole(mb)))
        .unwrap_or_default();
    let threads = if w.threads == 1 {
        "1 thread".to_string()
    } else {
        format!("{} threads", w.threads)
    };
    format!(
        "{}: {} futures of {} years in {} ({} futures a second, {threads})\n\
         {} conservation checks, all kept{memory}\n\
         {} files in {}; start with {}",
        w.name,
        whole(f64::from(w.futures)),
        w.years,
        duration(w.seconds),
        whole(w.speed),
        whole(w.checks as f64),
        w.files,
        duration(w.writing),
        w.report
    )
}

/// What was finished before a run ended early.
pub fn kept(name: &str, folders: &[String]) -> String {
    let before = match folders {
        [] => String::new(),
        all => format!(" Finished before it and kept: {}.", all.join(", ")),
    };
    format!("Nothing of {name} was written; what an earlier run left there is as it was.{before}")
}

/// Said at the first Ctrl-C.
pub const STOPPING: &str = "stopping; press Ctrl-C once more to leave at once";

/// Said of a fault of ours.
pub const OUR_FAULT: &str = "Something went wrong inside carecast. This is our fault, not yours.";

/// What to do about a fault of ours.
pub const SEND_US: &str = "Please report these lines together with your scenario file. A run with another --seed may get through, but do not trust its results before this is understood.";

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

/// A folder that already holds something.
pub fn folder_taken(folder: &str) -> String {
    format!(
        "the folder {folder} already holds files, which would be mixed with the base\n  help: give a new or empty folder"
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

/// A manual page of a command that does not exist.
pub fn no_such_command(name: &str, help: &str) -> String {
    format!("there is no command \"{name}\"\n  help: {help}")
}

/// A range of futures that holds none.
pub const NO_FUTURES: &str =
    "give a number of futures such as 1000, or a range such as 500..1000 that holds at least one";

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
        assert!(kept("b", &["out/a".into()]).contains("out/a"));
        assert!(!kept("b", &[]).contains("kept"));
    }
}
