//! In which language the program speaks, and its help in that language.

use crate::said::{self, Language};
use crate::words::arguments as words;
use crate::words::data;
use clap::builder::StyledStr;
use clap::{Arg, ArgAction, ValueEnum};
use std::ffi::OsString;

/// The option that names the language.
pub const OPTION: &str = "--lang";

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

/// What a command line asks for: the last one counts, as it does for every option.
fn asked(typed: impl Iterator<Item = OsString>) -> Option<Tongue> {
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
    asked
        .filter_map(|code| Tongue::from_str(code, false).ok())
        .last()
}

/// The language as it was typed, for a command that is handed on.
pub fn typed() -> Option<String> {
    let asked = asked(std::env::args_os())?.to_possible_value()?;
    Some(asked.get_name().to_owned())
}

/// The language that is spoken, and whether results are left in each.
fn of(
    typed: impl Iterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<String>,
) -> (Language, bool) {
    let last = asked(typed);
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

/// A line of the help as it is spoken.
fn line(text: Option<&StyledStr>) -> Option<String> {
    text.map(|text| data::spoken(&text.to_string()).to_owned())
}

/// An argument with its help as it is spoken, under a heading of ours; what the parser adds by itself is said
/// by us too.
fn argument(own: Arg) -> Arg {
    let heading = match own.is_positional() {
        true => words::ARGUMENTS,
        false => words::OPTIONS,
    };
    let defaults: Vec<_> = own
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let possible: Vec<_> = own
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    let valued = own.get_action().takes_values();
    let around = words::of_argument(
        if valued { &defaults } else { &[] },
        if valued { &possible } else { &[] },
    );
    let help = line(own.get_help());
    let long = line(own.get_long_help());
    let own = own.help_heading(heading.text());
    let own = match valued {
        true => own.hide_default_value(true).hide_possible_values(true),
        false => own,
    };
    let own = match help {
        Some(help) => own.help(format!("{help}{around}")),
        None => own,
    };
    match long {
        Some(long) => own.long_help(format!("{long}{around}")),
        None => own,
    }
}

fn translated(mut command: clap::Command) -> clap::Command {
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
        command = command.mut_arg(id, argument);
    }
    command = command
        .disable_help_flag(true)
        .subcommand_help_heading(words::COMMANDS.text())
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words::PRINT_HELP.text())
                .help_heading(words::OPTIONS.text()),
        );
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words::PRINT_VERSION.text())
                .help_heading(words::OPTIONS.text()),
        );
    } else {
        command = command.help_template(words::help_of_command());
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, translated)
    })
}

/// What is wrong with the arguments, as it is spoken; the parser's own words where they are spoken.
pub fn refusal(error: &clap::Error) -> Option<String> {
    use clap::error::{ContextKind as Of, ErrorKind as Kind};
    if said::language() == Language::En {
        return None;
    }
    let of = |kind: Of| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, value) = (of(Of::InvalidArg), of(Of::InvalidValue));
    let why = std::error::Error::source(error).map(ToString::to_string);
    let says = match error.kind() {
        Kind::UnknownArgument => words::no_argument(&argument),
        Kind::InvalidSubcommand => words::no_command(&of(Of::InvalidSubcommand)),
        Kind::InvalidValue | Kind::ValueValidation if value.is_empty() => {
            words::no_value(&argument)
        }
        Kind::InvalidValue | Kind::ValueValidation => {
            words::wrong_value(&argument, &value, &of(Of::ValidValue), why.as_deref())
        }
        Kind::MissingRequiredArgument => words::missing_argument(&argument),
        Kind::MissingSubcommand => words::MISSING_COMMAND.to_owned(),
        Kind::ArgumentConflict => words::not_together(&argument, &of(Of::PriorArg)),
        Kind::NoEquals | Kind::TooManyValues | Kind::TooFewValues | Kind::WrongNumberOfValues => {
            words::number_of_values(&argument)
        }
        _ => return None,
    };
    let meant = [
        Of::SuggestedArg,
        Of::SuggestedSubcommand,
        Of::SuggestedValue,
    ];
    let meant = meant.into_iter().map(of).find(|text| !text.is_empty());
    let usage = of(Of::Usage);
    let usage = usage.trim().strip_prefix("Usage:").map(str::trim);
    Some(words::refused_arguments(&says, meant.as_deref(), usage))
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
