//! What the workbook of a sweep says.

use super::{CHANCE, COSTS, CURRENCY, Column, OPTIONS, TARGETS, about, column};
use crate::results::sweep::Sweep;
use crate::units::Year;
use crate::words::number::grouped;

/// What a sheet of a sweep's workbook shows.
pub fn about_sweep(sheet: &str) -> &'static str {
    match sheet {
        OPTIONS => {
            "Every point in a row: futures, the chance of each target, what the policies serve, and what they cost"
        }
        TARGETS => "Every target at every point, with the interval that sampling leaves",
        SURFACE => "The chance of each target over the first number, with charts",
        COSTS => "Money by payer at every point, with sums that follow their cells",
        VARIED => {
            "The numbers that were varied, from where to where, and where the scenario stands"
        }
        _ => about(sheet),
    }
}

/// Names of the facts about a sweep, in order.
pub const SWEEP_FACTS: [&str; 10] = [
    "Scenario",
    "Country",
    "Years",
    "Points and futures",
    "Seed",
    "Money",
    "Base",
    "Fingerprint of the scenario",
    "Fingerprint of the base",
    "Program",
];

/// Which sweep it is, in a line.
pub fn run_of_sweep(title: &str, sweep: &Sweep, base: &str) -> String {
    format!(
        "{title}: {} points, {} futures in all, seed {}, base {base}",
        grouped(sweep.points.len() as f64),
        grouped(sweep.futures() as f64),
        sweep.seed
    )
}

/// Sheet of the chances over the first number.
pub const SURFACE: &str = "Chances over one number";
/// Sheet of what was varied.
pub const VARIED: &str = "Varied numbers";
/// Title of the points.
pub const POINTS_TITLE: &str = "Every point: chances, figures and costs";
/// Below it.
pub fn points_lead(currency: &str) -> String {
    format!(
        "Each row is the scenario with these numbers in it, lived in the same futures. Costs are means over the \
         futures, {currency}, all years and payers of all policies."
    )
}
/// Head of a mean.
pub fn mean_in(title: &str, year: Year) -> String {
    format!("{title}, {year} (mean)")
}
/// Title of the chances.
pub const TARGETS_OVER: &str = "How likely each target is at every point";
/// Below it.
pub const TARGETS_OVER_LEAD: &str = "At least and at most are the 95% interval that sampling leaves. Points lie in the same futures: between two of them less is left to chance than their intervals say.";
/// Title of the chances over the first number.
pub fn surface_title(over: &str) -> String {
    format!("The chance of each target over {over}")
}
/// Below it.
pub const SURFACE_LEAD: &str = "Charts are drawn for targets that are neither certain nor out of reach at every point, up to seven lines each.";
/// Title of the costs.
pub const COSTS_OVER: &str = "What it costs at every point, and who pays";
/// Below it.
pub fn costs_over_lead(currency: &str, base: Year, (first, last): (Year, Year)) -> String {
    format!(
        "Costs of all policies from {first} to {last}, means over the futures, {currency} at the prices of {base}. \
         The last column is a formula over the cells it adds. Standard errors are in sweep.csv."
    )
}
/// Title of what was varied.
pub const VARIED_TITLE: &str = "What was varied";
/// Below it.
pub const VARIED_LEAD: &str = "Everything else stands as the scenario says; what is uncertain is drawn, except a number that was varied, which is set.";

/// A number that was varied.
pub const AXIS: Column = column(
    "A number that was varied",
    "its own",
    "the value it was given at the point",
);
/// Futures of a point.
pub const SWEEP_FUTURES: Column = column("Futures", "", "futures lived at the point");
/// Chance of a target at a point.
pub const SWEEP_CHANCE: Column = column("A target", CHANCE, "share of the futures that meet it");
/// Mean of an indicator at a point.
pub const SWEEP_MEAN: Column = column(
    "An indicator",
    "its own",
    "mean over the futures at the end of the year",
);
/// Cost at a point.
pub const SWEEP_COST: Column = column(
    "Cost of all policies",
    CURRENCY,
    "mean over the futures of what all payers spend on all policies in all years, constant prices",
);
/// What a payer spends at a point.
pub const SWEEP_PAYER: Column = column(
    "A payer",
    CURRENCY,
    "mean over the futures of what it spends on all policies in all years, constant prices",
);
/// The targets at every point.
pub const SWEEP_CHANCES: [Column; 6] = [
    column("Target", "", "what is asked"),
    column("Year", "", "year at whose end it is asked"),
    column("Chance", CHANCE, "share of the futures that meet it"),
    column(
        "At least",
        CHANCE,
        "lower end of the 95% interval of sampling",
    ),
    column("At most", CHANCE, "upper end of it"),
    column("Futures", "", "futures lived at the point"),
];
/// The first columns of the chances over the first number; one for each of its values follows.
pub const SWEEP_SURFACE: [Column; 2] = [
    column("Target", "", "what is asked"),
    column(
        "Line",
        "",
        "value of the second number, where two were varied",
    ),
];
/// The numbers that were varied.
pub const VARIED_COLUMNS: [Column; 7] = [
    column("Number", "", "its name: policy or assumption, and field"),
    column("What it is", "", "in words"),
    column("Unit", "", "unit of its values"),
    column(
        "The scenario",
        "its own",
        "what the scenario itself says, where that is one number",
    ),
    column("From", "its own", "lowest value"),
    column("To", "its own", "highest value"),
    column("Values", "", "how many different values it took"),
];
