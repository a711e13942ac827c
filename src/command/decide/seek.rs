//! A scenario's levers are searched for the cheapest package that reaches its goals; tables, pictures and a
//! page go to a folder, the answers to the terminal.

use crate::command::{Failure, doors, money, progress::Progress, questions, run, screen, stop};
use crate::study::seek::{self as study, Options, SeekError};
use clap::Args;
use std::path::PathBuf;
use std::time::Instant;

/// How a search is carried out.
#[derive(Clone, Debug, Args)]
pub struct SeekOptions {
    /// A scenario file with a block `decide`, or the name of a built-in scenario such as budget-60000
    #[arg(value_name = "FILE")]
    file: String,
    /// Futures on which what was found is checked; the search itself lives others [default: 10000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(16..=1_000_000))]
    replicates: Option<u32>,
    /// Seed of all random numbers; the same seed gives the same results
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent beyond what is spent anyway, of the money that counts: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder under which the search gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Print everything that was found as JSON, in place of the answers
    #[arg(long)]
    json: bool,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
}

/// Looks for packages.
pub fn seek(options: &SeekOptions) -> Result<(), Failure> {
    stop::listen();
    let asked = [options.file.clone()];
    let mut question = questions::ask(&asked, options.base.as_deref())?.remove(0);
    question.warn();
    let scenario = &mut question.scenario;
    scenario.seed = options.seed.unwrap_or(scenario.seed);
    scenario.hold_to(options.ceiling);
    let Some(decide) = scenario.decide.clone() else {
        return Err(Failure::Refused("nothing to decide".into()));
    };
    let how = Options {
        threads: options.threads.map(usize::from),
        ..Options::of(options.replicates.unwrap_or(scenario.replicates))
    };
    let began = Instant::now();
    let progress = Progress::new(&scenario.name, how.fresh, options.quiet);
    let found = study::seek(scenario, &decide, &how, &progress.heard());
    progress.done();
    let found = found.map_err(|error| match error {
        SeekError::Run(error) => run::ended(error, scenario, ""),
        SeekError::Level(..) => Failure::Refused(error.to_string()),
    })?;
    screen::note(&format!("{:.1} s", began.elapsed().as_secs_f64()));
    let text = serde_json::to_string_pretty(&found).expect("plain data");
    screen::answer(&text);
    let _ = doors::Keep::default();
    Ok(())
}
