//! What is said of predictions that are put down with their date.

use super::hindcast::counted;
use super::number::{decimal, percent, trimmed};
use crate::said::Said;

/// Title of the page.
pub fn title(scenario: &str, day: &str) -> String {
    format!("{scenario}: predictions of {day}")
}

/// What the page is.
pub const WHAT: Said = Said::en(
    "Put down before the years they tell of, and never changed after. `carecast verify` lives them again; `carecast register` with `--score` holds them against what comes.",
);
/// Heading of the table.
pub const NATION: Said =
    Said::en("The nation: median, and between which values 80 of 100 futures lie");
/// First column of the table.
pub const INDICATOR: Said = Said::en("what");
/// Heading of the targets.
pub const TARGETS: Said = Said::en(
    "Targets of these years: the chance of each, and by each way that no figure decides between",
);
/// Columns of the targets.
pub const TARGET_COLUMNS: [Said; 3] = [Said::en("target"), Said::en("chance"), Said::en("by way")];
/// A chance in the table of targets.
pub fn share(chance: f64) -> String {
    percent((chance * 1000.0).round() / 1000.0)
}
/// Heading of what it was lived from.
pub const FROM: Said = Said::en("Lived from");

/// What was put down.
pub fn written(folder: &str, files: usize) -> String {
    format!("predictions put down in {folder} ({files} files); nothing will be written over them")
}

/// A registration that is there already.
pub fn taken(folder: &str) -> String {
    format!(
        "{folder} is there already, and what was put down is never written over\n  help: name another place with --out FOLDER"
    )
}

/// A folder that holds no run.
pub fn not_a_run(folder: &str) -> String {
    format!(
        "{folder} is neither the folder of one scenario's run nor a registration\n  help: predictions are put down from a run: carecast register out/baseline"
    )
}

/// A run that was to be scored.
pub fn put_down_first(folder: &str) -> String {
    format!(
        "{folder} is a run: what it says has not been put down\n  help: carecast register {folder}, then `--score` with the folder that it names"
    )
}

/// A registration without a table to hold it against.
pub fn score_what(folder: &str) -> String {
    format!(
        "{folder} is put down already\n  help: hold it against what came: carecast register {folder} --score FILE"
    )
}

/// A table that tells of nothing that was put down.
pub const NOTHING: Said = Said::en("no row tells of anything that was put down");

/// What would be told of.
pub fn tells_of(examples: &[&str], years: (&str, &str)) -> String {
    format!(
        "predictions.csv holds indicators such as {} for year-ends from {} to {}, of the nation (a table without the column `province`) and of provinces",
        examples.join(", "),
        years.0,
        years.1
    )
}

/// One value that came.
pub fn value(
    target: &str,
    location: &str,
    year: i32,
    [low, median, high]: [f64; 3],
    came: f64,
) -> String {
    let inside = if (low..=high).contains(&came) {
        "inside"
    } else if came > high {
        "above"
    } else {
        "below"
    };
    format!(
        "{target}, {location}, {year}: {} came, {inside} the 80% band ({} to {}, median {})",
        trimmed(came, 2),
        trimmed(low, 2),
        trimmed(high, 2),
        trimmed(median, 2)
    )
}

/// One chance, and what became of it.
pub fn chance(target: &str, year: i32, chance: f64, met: bool) -> String {
    let outcome = if met { "met" } else { "not met" };
    format!("{target}, {year}: given {}, {outcome}", percent(chance))
}

/// A chance by one way of going on, and what became of it.
pub fn variant(target: &str, year: i32, way: &str, chance: f64, met: bool) -> String {
    let outcome = if met { "met" } else { "not met" };
    format!(
        "{target}, {year}, {way}: given {}, {outcome}",
        share(chance)
    )
}

/// All of them together.
pub fn together(values: usize, inside: usize, chances: usize, brier: f64) -> String {
    let of_chances = match chances {
        0 => String::new(),
        n => format!(
            "; {} with a mean squared error of {}",
            counted(n, "chance"),
            decimal(brier, 3)
        ),
    };
    format!(
        "{} held against what came, {inside} of them inside their 80% band{of_chances}",
        counted(values, "prediction")
    )
}
