//! A commented starter scenario is written, ready to be changed and run; nothing is overwritten.

use super::explain::example_of;
use super::{Failure, desk, screen};
use crate::base::{Base, Level, Owner};
use crate::said::Said;
use crate::scenario::file::USUAL_YEARS;
use crate::words::command as words;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The starter; `{title}` is filled in.
const STARTER: Said = Said::new(
    include_str!("../words/model/starter.ron"),
    include_str!("../words/model/starter.vi.ron"),
);

/// The starter of a base in a folder; what stands in `{}` is filled in from its tables.
const STARTER_OF_BASE: Said = Said::new(
    include_str!("../words/model/starter_of_base.ron"),
    include_str!("../words/model/starter_of_base.vi.ron"),
);

/// Writes the starter to NAME.ron.
pub fn new(name: &str, folder: Option<&Path>) -> Result<(), Failure> {
    let path = path(name).ok_or_else(|| Failure::Refused(words::no_folder_name(name)))?;
    let shown = path.display().to_string();
    if path.extension().is_some_and(|e| e == "json") {
        return Err(Failure::Refused(words::starter_is_ron(&shown)));
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = match folder {
        None => starter(&stem),
        Some(folder) => {
            let base = desk::base(Some(folder))?;
            starter_of(&stem, &base, &seen_from(&path, folder))
        }
    };
    let mut options = std::fs::OpenOptions::new();
    // One step: a file that appears in the meantime is not overwritten either.
    let opened = options.write(true).create_new(true).open(&path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => {
            screen::answer(&words::starter_written(&shown));
            Ok(())
        }
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::Refused(words::file_taken(&shown)))
        }
        Err(e) => Err(Failure::CannotRun(words::cannot_write(
            &shown,
            &e.to_string(),
        ))),
    }
}

/// The file a name stands for: `my-plan` is `my-plan.ron`.
fn path(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    path.file_name()?;
    Some(match path.extension() {
        Some(e) if e == "ron" || e == "json" => path.to_owned(),
        _ => {
            let mut whole = path.as_os_str().to_owned();
            whole.push(".ron");
            PathBuf::from(whole)
        }
    })
}

/// The folder of a base as a file names it: as it was typed where both lie in the working folder,
/// else in full.
fn seen_from(file: &Path, folder: &Path) -> String {
    let beside = file.parent().is_none_or(|p| p.as_os_str().is_empty());
    let seen = match folder.is_relative() && beside {
        true => folder.to_owned(),
        false => std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()),
    };
    seen.to_string_lossy().into_owned()
}

/// A text inside quotes.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// A name of a file as a title.
fn title(stem: &str) -> String {
    quoted(stem.replace(['-', '_'], " ").trim())
}

/// The text of a starter with this name as its title.
pub fn starter(stem: &str) -> String {
    STARTER.replace("{title}", &title(stem))
}

/// The same about a base in a folder.
fn starter_of(stem: &str, base: &Base, folder: &str) -> String {
    let first = base.year.plus(1);
    let known = base.population_path.last().map(|(year, _)| *year);
    let usual = base.year.plus(USUAL_YEARS);
    let last = known.map_or(usual, |known| known.min(usual));
    // One hospital of each kind of owner shows what can be decided about it.
    let owners = [Owner::Province, Owner::Ministry, Owner::Private];
    let shown = owners.iter().filter_map(|owner| {
        let all = base.facilities.iter().enumerate();
        let mut own = all.filter(|(_, f)| f.owner == *owner && f.level != Level::Commune);
        own.find_map(|(at, _)| example_of(at, base))
    });
    let examples: String = shown.map(|e| format!("        // {e}\n")).collect();
    let province = base.provinces.first().map_or("", |p| p.code.as_str());
    // The names last: they may hold anything.
    STARTER_OF_BASE
        .text()
        .replace("{first}", &first.to_string())
        .replace("{last}", &last.to_string())
        .replace("{province}", province)
        .replace("{examples}", &examples)
        .replace("{base}", &quoted(folder))
        .replace("{title}", &title(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;
    use crate::scenario::Scenario;
    use crate::scenario::file::from_text;
    use crate::scenario::grammar::SCENARIO;
    use crate::shape::Shape;

    #[test]
    fn the_starter_is_sound_and_decides_what_the_baseline_decides() {
        let read = from_text("my-plan.ron", &starter("my-plan"), Base::builtin());
        let (scenario, warnings) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        assert!(warnings.is_empty(), "{:?}", warnings.all);
        assert_eq!(scenario.title, "my plan");
        let (baseline, _) = Scenario::built_in("baseline").unwrap();
        assert_eq!(scenario.policies, baseline.policies);
        assert_eq!(scenario.targets, baseline.targets);
    }

    #[test]
    fn the_starter_shows_every_field_a_scenario_can_have() {
        let Shape::Record(_, fields) = SCENARIO else {
            panic!("a scenario is a record")
        };
        let text = starter("x");
        for field in *fields {
            assert!(
                text.contains(&format!("{}: ", field.name)),
                "{}",
                field.name
            );
        }
    }

    #[test]
    fn names_become_files() {
        for (name, file) in [
            ("my-plan", Some("my-plan.ron")),
            ("plans/x.ron", Some("plans/x.ron")),
            ("v1.2", Some("v1.2.ron")),
            ("..", None),
            ("/", None),
        ] {
            assert_eq!(path(name), file.map(PathBuf::from), "{name}");
        }
    }

    #[test]
    fn a_title_with_quotes_stays_one_text() {
        let read = from_text("a.ron", &starter("a \"b\" \\c"), Base::builtin());
        assert_eq!(read.unwrap().0.title, "a \"b\" \\c");
    }
}
