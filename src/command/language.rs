//! In which language the program speaks, and its help in that language.

use crate::said::{self, Language};
use crate::words::data;
use clap::ValueEnum;
use std::ffi::OsString;

/// The option that names the language.
const OPTION: &str = "--lang";

/// What the option can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Tongue {
    /// English.
    En,
    /// Vietnamese.
    Vi,
    /// What is left to be read is left in both: that of the system first, the other in a folder of its own.
    Both,
}

/// The language of the command line, else of `CARECAST_LANG`, else of the system; English where none of
/// them names one. It is looked for before anything else is read, so that what is wrong with the command
/// line is said in it too.
pub fn set() {
    let typed = std::env::args_os();
    let variable = |name: &str| std::env::var(name).ok();
    let (language, in_each) = of(typed, variable);
    said::speak(language);
    if in_each {
        said::leave_in_each();
    }
}

/// The language that is spoken, and whether results are left in each.
fn of(
    typed: impl Iterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<String>,
) -> (Language, bool) {
    let typed: Vec<String> = typed
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let options = typed.iter().take_while(|word| *word != "--");
    let behind = options.zip(typed.iter().skip(1).map(Some).chain([None]));
    let asked = behind.filter_map(|(word, next)| match word.strip_prefix(OPTION) {
        Some("") => next.map(String::as_str),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    // The last one counts, as it does for every option.
    let last = asked
        .filter_map(|code| Tongue::from_str(code, false).ok())
        .last();
    match last {
        Some(Tongue::En) => return (Language::En, false),
        Some(Tongue::Vi) => return (Language::Vi, false),
        Some(Tongue::Both) | None => {}
    }
    let in_each = last.is_some();
    if let Some(language) = variable("CARECAST_LANG").as_deref().and_then(named) {
        return (language, in_each);
    }
    // The first that is set decides, as for every program of the system.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| {
            let value = variable(name);
            value.filter(|value| !value.is_empty())
        });
    match locale.is_some_and(|locale| locale.starts_with("vi")) {
        true => (Language::Vi, in_each),
        false => (Language::En, in_each),
    }
}

fn named(code: &str) -> Option<Language> {
    Language::ALL
        .into_iter()
        .find(|language| language.code() == code)
}

/// The program with its help in the language that is spoken.
pub fn spoken(program: clap::Command) -> clap::Command {
    match said::language() {
        Language::En => program,
        Language::Vi => translated(program),
    }
}

fn translated(mut command: clap::Command) -> clap::Command {
    let line = |text: Option<&clap::builder::StyledStr>| {
        text.map(|text| data::spoken(&text.to_string()).to_owned())
    };
    if let Some(about) = line(command.get_about()) {
        command = command.about(about);
    }
    if let Some(about) = line(command.get_long_about()) {
        command = command.long_about(about);
    }
    let ids: Vec<clap::Id> = command
        .get_arguments()
        .map(|a| a.get_id().clone())
        .collect();
    for id in ids {
        command = command.mut_arg(id, |argument| {
            let help = line(argument.get_help());
            let long = line(argument.get_long_help());
            let argument = match help {
                Some(help) => argument.help(help),
                None => argument,
            };
            match long {
                Some(long) => argument.long_help(long),
                None => argument,
            }
        });
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, translated)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn both_of(typed: &[&str], variables: &[(&str, &str)]) -> (Language, bool) {
        let typed = typed.iter().map(OsString::from);
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        of(typed, variable)
    }

    fn spoken_by(typed: &[&str], variables: &[(&str, &str)]) -> Language {
        both_of(typed, variables).0
    }

    /// Texts of a command, of its arguments and of what stands below it.
    fn texts(command: &clap::Command, all: &mut std::collections::BTreeSet<String>) {
        let mut put = |text: Option<&clap::builder::StyledStr>| {
            all.extend(text.map(ToString::to_string));
        };
        put(command.get_about());
        put(command.get_long_about());
        for argument in command.get_arguments() {
            put(argument.get_help());
            put(argument.get_long_help());
        }
        command.get_subcommands().for_each(|verb| texts(verb, all));
    }

    #[test]
    fn every_line_of_the_help_is_there_in_vietnamese() {
        let mut all = std::collections::BTreeSet::new();
        texts(&crate::command::Cli::command(), &mut all);
        assert!(all.len() > 100, "{}", all.len());
        let missing: Vec<&String> = said::within(Language::Vi, || {
            all.iter()
                .filter(|text| data::spoken(text) == text.as_str())
                .collect()
        });
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn the_command_line_comes_before_the_variable_and_this_before_the_system() {
        let (vi, en) = (Language::Vi, Language::En);
        let system = [("LANG", "vi_VN.UTF-8")];
        let both = [("CARECAST_LANG", "en"), ("LANG", "vi_VN.UTF-8")];
        assert_eq!(spoken_by(&["carecast"], &[]), en);
        assert_eq!(spoken_by(&["carecast"], &system), vi);
        assert_eq!(
            spoken_by(&["carecast"], &[("LC_ALL", "C"), ("LANG", "vi_VN")]),
            en
        );
        assert_eq!(spoken_by(&["carecast"], &both), en);
        assert_eq!(
            spoken_by(&["carecast", "run", "x", "--lang", "vi"], &both),
            vi
        );
        assert_eq!(spoken_by(&["carecast", "--lang=vi", "run", "x"], &both), vi);
        assert_eq!(
            spoken_by(&["carecast", "--lang", "vi", "--lang=en"], &system),
            en
        );
        assert_eq!(spoken_by(&["carecast", "--", "--lang=vi"], &[]), en);
        assert_eq!(both_of(&["carecast", "--lang=both"], &system), (vi, true));
        assert_eq!(both_of(&["carecast"], &system), (vi, false));
    }
}
