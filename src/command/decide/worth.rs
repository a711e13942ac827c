//! What the draws of a finished comparison say of what it is worth to know more before choosing. Nothing is
//! lived.

use crate::command::drivers::{Left, leave};
use crate::command::verify::not_opened;
use crate::command::{Failure, Painted, money, stop};
use crate::report::guesses::From;
use crate::report::saved::{self, Kind};
use crate::report::{comparison, worth as report};
use crate::results::comparison::{Choices, Comparison, TOGETHER};
use crate::study::worth::{self as study, Asks};
use crate::words::{compare, guesses, worth as words};
use clap::Args;
use std::path::{Path, PathBuf};

/// How the draws of a finished comparison are read.
#[derive(Clone, Debug, Args)]
pub struct WorthOptions {
    /// Folder of a finished comparison, such as out/compare
    #[arg(value_name = "COMPARISON")]
    folder: PathBuf,
    /// Judge the choice by this target alone, by its id, or by all `together` [default: together, where some
    /// option meets all, and each]
    #[arg(long, value_name = "ID")]
    target: Option<String>,
    /// What it is worth to meet the question, billion [default: what makes two options tie, where knowing is
    /// worth most]
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    value: Option<f64>,
    /// People that a survey asks about a guess that is a share of people
    #[arg(long, value_name = "N", default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    people: u32,
    /// Print all that was found as JSON
    #[arg(long)]
    json: bool,
    /// Folder to write to [default: worth/ in the folder of the comparison]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// Says what knowing is worth.
pub fn worth(options: &WorthOptions) -> Result<(), Failure> {
    stop::listen();
    let folder = &options.folder;
    let shown = folder.display().to_string();
    match saved::kind(folder).map_err(|e| not_opened(&e))? {
        Kind::Comparison => {}
        Kind::Run => return Err(Failure::Refused(words::no_choice(&shown))),
        _ => return Err(Failure::Refused(words::not_a_comparison(&shown))),
    }
    let c = comparison::saved(folder).map_err(|e| not_opened(&e))?;
    let (choices, draws) = drawn(folder, &c)?;
    let known = study::known(&choices);
    if let Some(id) = options.target.as_deref().filter(|id| !known.contains(id)) {
        return Err(Failure::Refused(guesses::no_such_target(id, &known)));
    }
    let says = |id: &str| match c.questions.iter().find(|q| q.id == id) {
        Some(question) => compare::question(&c, question),
        None => words::together(choices.asked.iter().filter(|id| *id != TOGETHER).count()),
    };
    let asks = Asks {
        only: options.target.clone(),
        value: options.value,
        people: options.people,
    };
    let found = study::worth(&c, &choices, &asks, &says);
    let write =
        |from: &From<'_>, out: &Path| report::write(&c, &found, from, out, &stop::requested);
    let left = Left {
        folder,
        out: options.out.as_deref(),
        draws: &draws,
        kind: report::KIND,
        pictures: (options.no_charts, options.painted.png()),
        json: options.json,
        quiet: options.quiet,
    };
    leave(&found, &left, &write, report::said(&found))
}

/// The draws of a comparison, and the sha-256 of their table.
#[cfg(feature = "parquet")]
fn drawn(folder: &Path, c: &Comparison) -> Result<(Choices, String), Failure> {
    use crate::report::columns;
    let held = columns::draws(folder).map_err(|e| not_opened(&e))?;
    let none = || Failure::Refused(words::no_draws(&folder.display().to_string()));
    let (all, draws) = held.ok_or_else(none)?;
    Ok((columns::choices(all, c), draws))
}

#[cfg(not(feature = "parquet"))]
fn drawn(_: &Path, _: &Comparison) -> Result<(Choices, String), Failure> {
    Err(Failure::Refused(guesses::NO_COLUMNS.to_owned()))
}
