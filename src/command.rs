//! The front door: what the user typed becomes a question, and what went wrong becomes a sentence
//! and an exit code.
//!
//! 0 answered (a missed target is an answer), 1 could not run, 2 a file or the arguments are at
//! fault, 3 parts of a question are missing or spoilt, 70 an error of ours, 130 interrupted.

mod base;
mod calibrate;
mod check;
mod compare;
mod decide;
mod desk;
mod diff;
mod doors;
mod drivers;
mod explain;
mod facts;
mod fault;
mod gallery;
mod help;
mod hindcast;
mod language;
mod list;
mod new;
mod paper;
mod parts;
mod plot;
mod progress;
mod questions;
mod register;
mod run;
mod schema;
mod screen;
mod show;
mod stop;
mod submit;
mod sweep;
mod unfinished;
mod verify;

use crate::scenario::file::MOST_REPLICATES;
use crate::words;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;

/// How likely is each target to be met, what does the package cost, who pays, and which is better?
#[derive(Debug, Parser)]
#[command(
    name = "carecast",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    after_help = words::command::AFTER_HELP.text()
)]
struct Cli {
    /// Language of what people read [default: CARECAST_LANG, else that of the system where it is Vietnamese]
    #[arg(long, global = true, value_name = "LANGUAGE", value_enum)]
    lang: Option<language::Tongue>,
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    options: RunOptions,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Live each scenario in many futures and write its results to a folder of its own
    Run {
        /// Scenario files, or names of built-in scenarios such as baseline
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        #[command(flatten)]
        options: RunOptions,
    },
    /// Look for mistakes in scenario files without running them
    Check {
        /// Scenario files, or names of built-in scenarios
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        /// Folder of a base to check against, in place of the one the scenario names
        #[arg(long, value_name = "DIR")]
        base: Option<PathBuf>,
        /// Print each scenario with all it builds on, before each line the file it comes from
        #[arg(long)]
        show: bool,
    },
    /// Ask a scenario over and over with other numbers in it: how chances and costs follow
    Sweep {
        /// A scenario file, or the name of a built-in scenario
        #[arg(value_name = "FILE")]
        file: String,
        #[command(flatten)]
        options: SweepOptions,
    },
    /// Print what differs between two questions in meaning: inputs, units, targets
    Diff {
        /// A scenario file, the name of a built-in scenario, or the folder of a finished run
        a: String,
        /// What it is compared with
        b: String,
    },
    /// List what exists: policies, indicators, targets, provinces, facilities, assumptions, scenarios
    List(list::ListOptions),
    /// Print what the base holds of a province: every figure with its range, source and grade
    Facts(facts::FactsOptions),
    /// Explain a name: meaning, equation, unit, value, source, where it acts, an example to paste
    Explain(explain::ExplainOptions),
    /// Write a commented starter scenario; an existing file is never overwritten
    New {
        /// Name of the scenario; my-plan writes my-plan.ron
        name: String,
        /// Folder of the base it is about, in place of the built-in one
        #[arg(long, value_name = "DIR")]
        base: Option<PathBuf>,
    },
    /// Print the JSON Schema of scenario files, for editors and programs
    Schema,
    /// Print what makes a shell complete commands
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page, of the program or of one command
    Man {
        /// The command
        command: Option<String>,
    },
    /// Copy the built-in base, or a small made-up one, to a folder: to edit it in a spreadsheet
    #[command(group = clap::ArgGroup::new("which").required(true))]
    Base {
        /// New or empty folder to write the tables to
        #[arg(long, value_name = "DIR", group = "which")]
        write: Option<PathBuf>,
        /// New or empty folder for a made-up country of three provinces, to learn from
        #[arg(long, value_name = "DIR", group = "which")]
        example: Option<PathBuf>,
    },
    /// Compare options on the same draws: what each changes, how sure that is, what it costs
    Compare {
        /// Scenario files, built-in scenarios, or folders of finished runs; the first is the reference
        #[arg(required = true, value_name = "OPTION")]
        files: Vec<String>,
        #[command(flatten)]
        options: CompareOptions,
    },
    /// Ask what should be decided: which package is the cheapest that reaches what must hold, by when, what knowing more is worth
    Decide(decide::DecideOptions),
    /// Say which guess matters to each target, from the draws of a finished run
    Drivers(drivers::DriversOptions),
    /// Say what the futures of a finished run that miss a target have in common
    ExplainMisses(drivers::ReadOptions),
    /// Draw pictures of a finished run again, without living it again
    Plot {
        /// Folder of a finished run, such as out/baseline
        #[arg(value_name = "RUN")]
        run: PathBuf,
        #[command(flatten)]
        wish: PlotOptions,
    },
    /// Show a finished run again in another language: page, pictures and workbook; nothing is lived
    Show(show::ShowOptions),
    /// Forecast from earlier years by what was published then; hold it against what came
    Hindcast(HindcastOptions),
    /// Fit laws on what was published to a year and write them as a scenario; the base stays as it is
    Calibrate(CalibrateOptions),
    /// Put down what a run predicts, with its date and never over older ones; or score it as years come
    Register(RegisterOptions),
    /// Live the whole library of built-in questions and put their answers on one page
    Gallery(GalleryOptions),
    /// Live a finished run again and say whether it leaves the same bytes
    Verify {
        /// Folder of a finished run, such as out/baseline
        #[arg(value_name = "RUN")]
        run: PathBuf,
        #[command(flatten)]
        options: VerifyOptions,
    },
    /// Fix a question in a folder: to be lived in parts on any machine that has this program
    Freeze(FreezeOptions),
    /// Live one part of a frozen question; a part that is finished already is left as it is
    Part {
        /// Folder of a frozen question
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        options: PartOptions,
    },
    /// Print the commands that hand a frozen question to a cluster, or run them, wait, and heal what failed
    Submit {
        /// Folder of a frozen question
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        options: SubmitOptions,
    },
    /// Print which parts of a frozen question are missing or spoilt; nothing where all are there
    Missing {
        /// Folder of a frozen question
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        options: MissingOptions,
    },
    /// Put the parts of a frozen question together and write what living it at once would
    Merge {
        /// Folder of a frozen question
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        options: MergeOptions,
    },
}

/// What is frozen: a run, unless another command is named.
#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
struct FreezeOptions {
    #[command(subcommand)]
    question: Option<Frozen>,
    #[command(flatten)]
    run: Option<RunAsks>,
    #[command(flatten)]
    into: Option<IntoParts>,
    #[command(flatten)]
    recorded: Recorded,
}

#[derive(Clone, Debug, Subcommand)]
enum Frozen {
    /// A run of one scenario: the same without the word
    Run {
        #[command(flatten)]
        asks: RunAsks,
        #[command(flatten)]
        into: IntoParts,
        #[command(flatten)]
        recorded: Recorded,
    },
    /// A comparison of options, with what splits the change of each over its decisions
    Compare {
        /// Scenario files, built-in scenarios, or folders of finished runs; the first is the reference
        #[arg(required = true, value_name = "OPTION")]
        files: Vec<String>,
        #[command(flatten)]
        asks: CompareAsks,
        #[command(flatten)]
        into: IntoParts,
    },
    /// A sweep over numbers of a scenario; without --replicates parts begin where a point does
    Sweep {
        /// A scenario file, or the name of a built-in scenario
        #[arg(value_name = "FILE")]
        file: String,
        #[command(flatten)]
        asks: SweepAsks,
        #[command(flatten)]
        into: IntoParts,
    },
    /// Forecasts from earlier years by the whole model
    Hindcast {
        #[command(flatten)]
        asks: HindcastAsks,
        #[command(flatten)]
        into: IntoParts,
    },
}

/// Into what a question is cut.
#[derive(Clone, Debug, Args)]
struct IntoParts {
    /// Number of parts
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=99_999))]
    parts: u32,
    /// New or empty folder for the frozen question and its parts
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// What is asked of a run that is frozen.
#[derive(Clone, Debug, Args)]
struct RunAsks {
    /// A scenario file, or the name of a built-in scenario
    #[arg(value_name = "FILE")]
    file: String,
    /// Number of futures, or a range of them such as 500..1000
    #[arg(long, value_name = "N", value_parser = replicates)]
    replicates: Option<Range<u32>>,
    /// Seed of all random numbers; the same seed gives the same results
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent of public money to the year of the targets: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
}

/// Whether what is finished is kept while it lasts, and gone on from.
#[derive(Clone, Debug, Args)]
struct ResumeOptions {
    /// Go on from the futures that an interrupted run of the same question has kept
    #[arg(long, conflicts_with = "no_resume")]
    resume: bool,
    /// Keep no finished futures on the disk while the run lasts
    #[arg(long)]
    no_resume: bool,
    /// Keep them from so many seconds on: a run that is over before is quick to live again
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 20,
        conflicts_with = "no_resume"
    )]
    keep_after: u16,
}

/// Whether every future is kept beside the findings.
#[derive(Clone, Debug, Args)]
struct Drawn {
    /// Keep every future of every indicator in draws.parquet (large: some 400 MB for 10,000 futures)
    #[cfg(feature = "parquet")]
    #[arg(long)]
    keep_draws: bool,
    /// Keep what was assumed in this many of the first futures, and which targets each of them meets, in assumptions.parquet
    /// [default: 10000]
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "N")]
    draws: Option<u32>,
}

/// Of how many of the first futures assumptions are kept where nobody says.
#[cfg(feature = "parquet")]
const FIRST_DRAWS: u32 = 10_000;

impl Drawn {
    /// The option that asks for anything, if one does.
    fn asked(&self) -> Option<&'static str> {
        #[cfg(feature = "parquet")]
        return match (self.keep_draws, self.draws) {
            (true, _) => Some("--keep-draws"),
            (false, Some(_)) => Some("--draws"),
            (false, None) => None,
        };
        #[cfg(not(feature = "parquet"))]
        None
    }

    fn all(&self) -> bool {
        #[cfg(feature = "parquet")]
        return self.keep_draws;
        #[cfg(not(feature = "parquet"))]
        false
    }

    /// Of how many of the first futures assumptions are kept.
    fn first(&self) -> u32 {
        #[cfg(feature = "parquet")]
        return self.draws.unwrap_or(FIRST_DRAWS);
        #[cfg(not(feature = "parquet"))]
        0
    }
}

/// Whether pictures are painted.
#[derive(Clone, Debug, Default, Args)]
struct Painted {
    /// Paint pictures as PNG beside the SVG
    #[cfg(feature = "png")]
    #[arg(long)]
    png: bool,
}

impl Painted {
    fn png(&self) -> bool {
        #[cfg(feature = "png")]
        return self.png;
        #[cfg(not(feature = "png"))]
        false
    }
}

/// What is recorded of facilities.
#[derive(Clone, Debug, Args)]
struct Recorded {
    /// Record every hospital and station by year in facilities.parquet and the hospitals in summary.xlsx, in this many of the first futures
    #[cfg(any(feature = "parquet", feature = "xlsx"))]
    #[arg(long, value_name = "N", default_value_t = 2000)]
    facilities: u32,
}

impl Recorded {
    /// In how many of the first futures facilities are recorded.
    fn futures(&self) -> u32 {
        #[cfg(any(feature = "parquet", feature = "xlsx"))]
        return self.facilities;
        #[cfg(not(any(feature = "parquet", feature = "xlsx")))]
        0
    }
}

/// How a part is lived, and which.
#[derive(Clone, Debug, Args)]
struct PartOptions {
    /// Number of the part, from 0 [default: what the array of jobs says: HQ_TASK_ID,
    /// SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX or PBS_ARRAY_INDEX]
    #[arg(value_name = "INDEX")]
    index: Option<u32>,
    /// Take the number from this variable of the environment
    #[arg(long, value_name = "NAME", conflicts_with = "index")]
    index_from_env: Option<String>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Say nothing but that it is finished and what goes wrong
    #[arg(long, short)]
    quiet: bool,
}

/// How parts go to an engine that hands out work.
#[derive(Clone, Debug, Args)]
struct SubmitOptions {
    /// The engine
    #[arg(long, value_enum, value_name = "ENGINE")]
    with: submit::Engine,
    /// Run the commands, wait, submit again what failed, and put the parts together
    #[arg(long)]
    go: bool,
    /// Cores of each job
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=1024))]
    cores: u16,
    /// The program on the machines of the cluster [default: this one]
    #[arg(long, value_name = "PATH")]
    program: Option<PathBuf>,
    /// How often parts that did not come are submitted
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=100))]
    rounds: u16,
    #[command(flatten)]
    merge: MergeOptions,
    /// Handed on to the engine, behind --: partition, account, time
    #[arg(last = true, value_name = "ARGUMENTS")]
    more: Vec<String>,
}

/// How missing parts are told.
#[derive(Clone, Debug, Args)]
struct MissingOptions {
    /// Only their numbers, as an array of jobs takes them: 3,7-9
    #[arg(long)]
    ranges: bool,
}

/// How parts are put together.
#[derive(Clone, Debug, Args)]
struct MergeOptions {
    /// Folder under which the question gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: paper::Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
    #[command(flatten)]
    drawn: Drawn,
}

/// How the library is lived.
#[derive(Clone, Debug, Args)]
struct GalleryOptions {
    /// Only these built-in scenarios, beside the baseline
    #[arg(value_name = "NAME")]
    only: Vec<String>,
    /// Futures of each; those of its file if left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_REPLICATES)))]
    replicates: Option<u32>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder for the index and a folder of results for each question
    #[arg(long, value_name = "DIR", default_value = "out/gallery")]
    out: PathBuf,
    /// No progress
    #[arg(long, short)]
    quiet: bool,
}

/// What is asked of the past.
#[derive(Clone, Debug, Args)]
struct HindcastAsks {
    /// Years to forecast from [default: 2008,2011,2013,2018,2020,2022]
    #[arg(long, value_name = "YEARS", value_delimiter = ',')]
    origin: Vec<String>,
    /// A table of what came, in the columns of actual_panel34.csv (provinces) or actual_national.csv
    #[arg(long, value_name = "FILE")]
    actual: Option<PathBuf>,
    /// Refuse every row used that was published after this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=2100))]
    known_by: Option<i32>,
    /// Futures of the whole model to live from each origin by each way of going on; 0 looks back on the
    /// law of official counts alone
    #[arg(long, value_name = "N", default_value_t = crate::study::hindcast::FUTURES, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    replicates: u32,
}

/// How is looked back.
#[derive(Clone, Debug, Args)]
struct HindcastOptions {
    #[command(flatten)]
    asks: HindcastAsks,
    #[command(flatten)]
    resume: ResumeOptions,
    /// Folder to write to
    #[arg(
        long,
        alias = "output",
        value_name = "DIR",
        default_value = "out/hindcast"
    )]
    out: PathBuf,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: paper::Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// What is put down, or scored.
#[derive(Clone, Debug, Args)]
struct RegisterOptions {
    /// Folder of a finished run, such as out/baseline; with --score, of what was put down
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Hold what was put down against this table of what came
    #[arg(long, value_name = "FILE")]
    score: Option<PathBuf>,
    /// Folder under which predictions get their own
    #[arg(long, value_name = "DIR", default_value = "register")]
    out: PathBuf,
}

/// How laws are fitted.
#[derive(Clone, Debug, Args)]
struct CalibrateOptions {
    /// Fit on rows to the end of this year and on none after it
    #[arg(long, value_name = "YEAR", default_value = "2025")]
    origin: String,
    /// Scenario file to write; its table goes beside it, as .csv
    #[arg(long, alias = "out", value_name = "FILE")]
    output: PathBuf,
    /// Overwrite what is there
    #[arg(long)]
    force: bool,
}

/// Which pictures are drawn again, and how large. Without a choice, all that belong to the run.
#[derive(Clone, Debug, Default, Args)]
struct PlotOptions {
    /// Only this chart, such as fan
    #[arg(long, value_name = "ID")]
    chart: Option<String>,
    /// A province or region by its code, or nation
    #[arg(long, value_name = "CODE")]
    scope: Option<String>,
    /// An indicator, such as doctors_per_10k; for a bridge, a stock such as doctors
    #[arg(long, value_name = "ID")]
    indicator: Option<String>,
    /// Year of the question, where a picture shows one
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    /// Width in pixels, 480 to 2400, to lay the pictures out for; letters keep their size, and the
    /// PNG has twice as many pixels [default: 960, maps 860]
    #[arg(long, value_name = "PX")]
    width: Option<u32>,
    /// Folder to draw into [default: redrawn/ in the folder of the run]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    painted: Painted,
    /// Say nothing but what goes wrong
    #[arg(long, short)]
    quiet: bool,
}

/// What is asked of options.
#[derive(Clone, Debug, Args)]
struct CompareAsks {
    /// The option the others are held against, by file or name [default: the first]
    #[arg(long, value_name = "OPTION")]
    reference: Option<String>,
    /// Number of futures of every option, or a range of them such as 500..1000
    #[arg(long, value_name = "N", value_parser = replicates)]
    replicates: Option<Range<u32>>,
    /// Seed of all random numbers, the same for every option
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent of public money to the year of the targets: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Folder of a base, in place of the one the scenarios name
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Do not split changes over the single decisions
    #[arg(long)]
    no_attribution: bool,
}

/// How options are compared.
#[derive(Clone, Debug, Args)]
struct CompareOptions {
    #[command(flatten)]
    asks: CompareAsks,
    #[command(flatten)]
    resume: ResumeOptions,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder to write to
    #[arg(long, value_name = "DIR", default_value = "out/compare")]
    out: PathBuf,
    /// Say nothing but the verdicts and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: paper::Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// How a run is verified.
#[derive(Clone, Debug, Default, Args)]
struct VerifyOptions {
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Where the folder of the base lies now, if it was moved
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Do not compare pictures
    #[arg(long)]
    no_charts: bool,
    /// Say nothing but the verdict and what goes wrong
    #[arg(long, short)]
    quiet: bool,
}

/// What is varied in a sweep, and what is asked.
#[derive(Clone, Debug, Default, Args)]
struct SweepAsks {
    /// A number and its values: money-2027.amount=0.5..2:7, or post.match=0.8,0.9; given twice, a grid
    #[arg(long, value_name = "NAME=VALUES")]
    over: Vec<String>,
    /// A Latin hypercube of so many points in place of a grid; then --over takes NAME=LOW..HIGH
    #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u32).range(2..=5000))]
    latin: Option<u32>,
    /// Ask this target, by its id; may be given more than once [default: the headline targets]
    #[arg(long, value_name = "ID")]
    target: Vec<String>,
    /// The same number of futures at every point [default: more only where the answer is not clear]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_REPLICATES)))]
    replicates: Option<u32>,
    /// Most futures of a point whose answer is not clear [default: 2000]
    #[arg(long, value_name = "N", conflicts_with = "replicates", value_parser = clap::value_parser!(u32).range(16..=i64::from(MOST_REPLICATES)))]
    most: Option<u32>,
    /// Seed of all random numbers
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
}

/// How a sweep is carried out.
#[derive(Clone, Debug, Args)]
struct SweepOptions {
    #[command(flatten)]
    asks: SweepAsks,
    #[command(flatten)]
    resume: ResumeOptions,
    /// Print every number that can be varied, and live nothing
    #[arg(long)]
    list: bool,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder under which the sweep gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: paper::Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// How scenarios are run.
#[derive(Clone, Debug, Args)]
struct RunOptions {
    /// Number of futures, or a range of them such as 500..1000
    #[arg(long, value_name = "N", value_parser = replicates)]
    replicates: Option<Range<u32>>,
    /// Seed of all random numbers; the same seed gives the same results
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent of public money to the year of the targets: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder under which each scenario gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Live futures until every headline probability is known to this half-width (95%), such as 1pt,
    /// and no more than --replicates [default then: 50,000]
    #[arg(long, value_name = "PT", value_parser = points)]
    until: Option<f64>,
    #[command(flatten)]
    resume: ResumeOptions,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: paper::Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    recorded: Recorded,
}

impl RunOptions {
    /// What is kept beside the findings.
    fn keep(&self) -> doors::Keep {
        doors::Keep {
            draws: self.drawn.all(),
            facilities: self.recorded.futures(),
            assumptions: self.drawn.first(),
        }
    }
}

/// An amount of money from 0 on: `60000`, `60_000`.
fn money(text: &str) -> Result<f64, String> {
    let plain = text.trim().replace('_', "");
    let amount = plain.parse::<f64>().ok();
    let amount = amount.filter(|a| a.is_finite() && *a >= 0.0);
    amount.ok_or_else(|| words::command::NO_AMOUNT.to_string())
}

/// `1000`, or `500..1000` (the last one not included).
fn replicates(text: &str) -> Result<Range<u32>, String> {
    let number = |s: &str| s.trim().replace(['_', ','], "").parse::<u32>().ok();
    let range = match text.split_once("..") {
        Some((from, to)) => number(from).zip(number(to)).map(|(from, to)| from..to),
        None => number(text).map(|n| 0..n),
    };
    match range.filter(|r| !r.is_empty()) {
        None => Err(words::command::NO_FUTURES.into()),
        Some(r) if r.len() > MOST_REPLICATES as usize => {
            Err(words::command::more_than(MOST_REPLICATES))
        }
        Some(r) => Ok(r),
    }
}

/// `1pt` or `0.5pt`: percentage points, as a fraction.
fn points(text: &str) -> Result<f64, String> {
    let number = text.trim().strip_suffix("pt").unwrap_or_default().trim();
    let points = number.parse::<f64>().ok();
    points
        .filter(|p| (0.05..=25.0).contains(p))
        .map(|p| p / 100.0)
        .ok_or_else(|| words::command::NO_POINTS.to_string())
}

/// Why the program ends without an answer. Each carries what the user reads.
#[derive(Debug, PartialEq)]
enum Failure {
    /// Could not run.
    CannotRun(String),
    /// A file or the arguments are at fault.
    Refused(String),
    /// Parts of a question are missing or spoilt.
    Incomplete(String),
    /// An error of ours.
    Ours(String),
    /// Interrupted.
    Interrupted(String),
    /// A saved run is not what it says it is; the answer has been told.
    Differs,
}

impl Failure {
    fn code(&self) -> u8 {
        match self {
            Failure::CannotRun(_) | Failure::Differs => 1,
            Failure::Refused(_) => 2,
            Failure::Incomplete(_) => 3,
            Failure::Ours(_) => 70,
            Failure::Interrupted(_) => 130,
        }
    }

    fn message(&self) -> &str {
        match self {
            Failure::CannotRun(m)
            | Failure::Refused(m)
            | Failure::Incomplete(m)
            | Failure::Ours(m)
            | Failure::Interrupted(m) => m,
            Failure::Differs => "",
        }
    }
}

/// The program as it is typed: its commands stand in groups.
fn program() -> clap::Command {
    let spoken = language::spoken(Cli::command());
    let groups = help::grouped(&spoken);
    spoken.help_template(words::command::help_page(&groups))
}

/// Runs the program on the arguments it was given.
pub fn main() -> ExitCode {
    fault::speak_plainly();
    language::set();
    let typed = program().try_get_matches();
    let code = match typed.and_then(|typed| Cli::from_arg_matches(&typed)) {
        Ok(cli) => match std::panic::catch_unwind(|| dispatch(cli)) {
            Ok(Ok(())) => 0,
            Ok(Err(failure)) => {
                screen::note(failure.message());
                failure.code()
            }
            Err(_) => 70, // the hook has spoken
        },
        Err(said) if said.use_stderr() => match language::refusal(&said) {
            None => said.exit(),
            Some(text) => {
                screen::note(&text);
                2
            }
        },
        // Help and the version are answers too.
        Err(said) => {
            screen::note_lost(said.print());
            0
        }
    };
    paper::tell();
    match screen::lost() {
        None => ExitCode::from(code),
        Some(why) => {
            let lost = Failure::CannotRun(words::command::answers_lost(&why.to_string()));
            screen::note(lost.message());
            ExitCode::from(if code == 0 { lost.code() } else { code })
        }
    }
}

/// Names of the commands, as they are typed.
#[cfg(any(test, feature = "internals"))]
pub fn verbs() -> Vec<String> {
    let program = Cli::command();
    let names = program.get_subcommands().map(|verb| verb.get_name());
    names.map(String::from).collect()
}

/// Whether what is typed, the program's name first, has the form of one of our commands; nothing is done.
///
/// # Errors
///
/// What is wrong with it.
#[cfg(any(test, feature = "internals"))]
pub fn understood(words: &[&str]) -> Result<(), String> {
    let typed = Cli::command().try_get_matches_from(words);
    typed.map(drop).map_err(|why| why.to_string())
}

/// Names the instructions that kernels compute with, in place of the widest of this machine.
const INSTRUCTIONS: &str = "CARECAST_INSTRUCTIONS";

/// What kernels compute with, where the user has a wish.
fn choose_instructions() -> Result<(), Failure> {
    let wish = std::env::var_os(INSTRUCTIONS).filter(|name| !name.is_empty());
    let Some(name) = wish.map(|name| name.to_string_lossy().into_owned()) else {
        return Ok(());
    };
    crate::lanes::compute_with(&name).map_err(|there| {
        let there = there.join(", ");
        let said = crate::messages::arguments::no_instructions(INSTRUCTIONS, name, there);
        Failure::Refused(crate::messages::with_help(said.text, said.help))
    })
}

fn dispatch(cli: Cli) -> Result<(), Failure> {
    choose_instructions()?;
    match cli.verb {
        None => run::run(&["baseline".to_string()], &cli.options),
        Some(Verb::Run { files, options }) => run::run(&files, &options),
        Some(Verb::Check { files, base, show }) => check::check(&files, base.as_deref(), show),
        Some(Verb::Sweep { file, options }) => sweep::sweep(&file, &options),
        Some(Verb::Diff { a, b }) => diff::diff(&a, &b),
        Some(Verb::List(options)) => list::list(&options),
        Some(Verb::Facts(options)) => facts::facts(&options),
        Some(Verb::Explain(options)) => explain::explain(&options),
        Some(Verb::New { name, base }) => new::new(&name, base.as_deref()),
        Some(Verb::Schema) => schema::schema(),
        Some(Verb::Completions { shell }) => help::completions(Cli::command(), shell),
        Some(Verb::Man { command }) => help::man(Cli::command(), command.as_deref()),
        Some(Verb::Base { write, example }) => {
            write.map_or(Ok(()), |folder| base::write(&folder))?;
            example.map_or(Ok(()), |folder| base::example(&folder))
        }
        Some(Verb::Show(options)) => show::show(&options),
        Some(Verb::Hindcast(options)) => hindcast::hindcast(&options),
        Some(Verb::Calibrate(options)) => calibrate::calibrate(&options),
        Some(Verb::Register(options)) => register::register(&options),
        Some(Verb::Gallery(options)) => gallery::gallery(&options),
        Some(Verb::Compare { files, options }) => compare::compare(&files, &options),
        Some(Verb::Decide(options)) => decide::decide(&options),
        Some(Verb::Drivers(options)) => drivers::drivers(&options),
        Some(Verb::ExplainMisses(options)) => drivers::explain_misses(&options),
        Some(Verb::Plot { run, wish }) => plot::plot(&run, &wish),
        Some(Verb::Verify { run, options }) => verify::verify(&run, &options),
        Some(Verb::Freeze(options)) => parts::freeze(&options),
        Some(Verb::Part { folder, options }) => parts::part(&folder, &options),
        Some(Verb::Submit { folder, options }) => submit::submit(&folder, &options),
        Some(Verb::Missing { folder, options }) => parts::missing(&folder, &options),
        Some(Verb::Merge { folder, options }) => parts::merge(&folder, &options),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn futures_are_a_number_or_a_range() {
        let cases = [
            ("1000", Some(0..1000)),
            ("10,000", Some(0..10_000)),
            ("500..1000", Some(500..1000)),
            ("0", None),
            ("7..7", None),
            ("9..3", None),
            ("-1", None),
            ("many", None),
            ("5000000000", None),
            ("1000000", Some(0..1_000_000)),
            ("1000001", None),
            ("4000000000..4000001000", Some(4_000_000_000..4_000_001_000)),
        ];
        for (text, expected) in cases {
            assert_eq!(replicates(text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn a_half_width_is_given_in_points() {
        let cases = [
            ("1pt", Some(0.01)),
            ("0.5 pt", Some(0.005)),
            ("1", None),
            ("1%", None),
            ("0pt", None),
            ("60pt", None),
            ("NaNpt", None),
        ];
        for (text, expected) in cases {
            assert_eq!(points(text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn every_ending_has_its_code() {
        let says = String::new;
        let codes = [
            (Failure::CannotRun(says()), 1),
            (Failure::Differs, 1),
            (Failure::Refused(says()), 2),
            (Failure::Incomplete(says()), 3),
            (Failure::Ours(says()), 70),
            (Failure::Interrupted(says()), 130),
        ];
        for (failure, code) in codes {
            assert_eq!(failure.code(), code);
        }
    }
}
