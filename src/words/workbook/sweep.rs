//! What the workbook of a sweep says.

use super::{CHANCE, COSTS, CURRENCY, Column, NO_UNIT, OPTIONS, TARGETS, about, column};
use crate::results::sweep::Sweep;
use crate::said::Said;
use crate::units::Year;
use crate::words::number::grouped;

/// What a sheet of a sweep's workbook shows.
pub fn about_sweep(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *OPTIONS => {
            "Every point in a row: futures, the chance of each target, what the policies serve, and what they cost"
        }
        s if *s == *TARGETS => {
            "Every target at every point, with the interval that sampling leaves"
        }
        s if *s == *SURFACE => "The chance of each target over the first number, with charts",
        s if *s == *COSTS => "Money by payer at every point, with sums that follow their cells",
        s if *s == *VARIED => {
            "The numbers that were varied, from where to where, and where the scenario stands"
        }
        _ => about(sheet),
    }
}

/// Names of the facts about a sweep, in order.
pub const SWEEP_FACTS: [Said; 10] = [
    Said::en("Scenario"),
    Said::en("Country"),
    Said::en("Years"),
    Said::en("Points and futures"),
    Said::en("Seed"),
    Said::en("Money"),
    Said::en("Base"),
    Said::en("Fingerprint of the scenario"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
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
pub const SURFACE: Said = Said::en("Chances over one number");
/// Sheet of what was varied.
pub const VARIED: Said = Said::en("Varied numbers");
/// Title of the points.
pub const POINTS_TITLE: Said = Said::en("Every point: chances, figures and costs");
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
pub const TARGETS_OVER: Said = Said::en("How likely each target is at every point");
/// Below it.
pub const TARGETS_OVER_LEAD: Said = Said::en(
    "At least and at most are the 95% interval that sampling leaves. Points lie in the same futures: between two of them less is left to chance than their intervals say.",
);
/// Title of the chances over the first number.
pub fn surface_title(over: &str) -> String {
    format!("The chance of each target over {over}")
}
/// Below it.
pub const SURFACE_LEAD: Said = Said::en(
    "Charts are drawn for targets that are neither certain nor out of reach at every point, up to seven lines each.",
);
/// Title of the costs.
pub const COSTS_OVER: Said = Said::en("What it costs at every point, and who pays");
/// Below it.
pub fn costs_over_lead(currency: &str, base: Year, (first, last): (Year, Year)) -> String {
    format!(
        "Costs of all policies from {first} to {last}, means over the futures, {currency} at the prices of {base}. \
         The last column is a formula over the cells it adds. Standard errors are in sweep.csv."
    )
}
/// Title of what was varied.
pub const VARIED_TITLE: Said = Said::en("What was varied");
/// Below it.
pub const VARIED_LEAD: Said = Said::en(
    "Everything else stands as the scenario says; what is uncertain is drawn, except a number that was varied, which is set.",
);

/// A number that was varied.
pub const AXIS: Column = column(
    Said::en("A number that was varied"),
    Said::en("its own"),
    Said::en("the value it was given at the point"),
);
/// Futures of a point.
pub const SWEEP_FUTURES: Column = column(
    Said::en("Futures"),
    NO_UNIT,
    Said::en("futures lived at the point"),
);
/// Chance of a target at a point.
pub const SWEEP_CHANCE: Column = column(
    Said::en("A target"),
    CHANCE,
    Said::en("share of the futures that meet it"),
);
/// Mean of an indicator at a point.
pub const SWEEP_MEAN: Column = column(
    Said::en("An indicator"),
    Said::en("its own"),
    Said::en("mean over the futures at the end of the year"),
);
/// Cost at a point.
pub const SWEEP_COST: Column = column(
    Said::en("Cost of all policies"),
    CURRENCY,
    Said::en(
        "mean over the futures of what all payers spend on all policies in all years, constant prices",
    ),
);
/// What a payer spends at a point.
pub const SWEEP_PAYER: Column = column(
    Said::en("A payer"),
    CURRENCY,
    Said::en(
        "mean over the futures of what it spends on all policies in all years, constant prices",
    ),
);
/// The targets at every point.
pub const SWEEP_CHANCES: [Column; 6] = [
    column(Said::en("Target"), NO_UNIT, Said::en("what is asked")),
    column(
        Said::en("Year"),
        NO_UNIT,
        Said::en("year at whose end it is asked"),
    ),
    column(
        Said::en("Chance"),
        CHANCE,
        Said::en("share of the futures that meet it"),
    ),
    column(
        Said::en("At least"),
        CHANCE,
        Said::en("lower end of the 95% interval of sampling"),
    ),
    column(Said::en("At most"), CHANCE, Said::en("upper end of it")),
    column(
        Said::en("Futures"),
        NO_UNIT,
        Said::en("futures lived at the point"),
    ),
];
/// The first columns of the chances over the first number; one for each of its values follows.
pub const SWEEP_SURFACE: [Column; 2] = [
    column(Said::en("Target"), NO_UNIT, Said::en("what is asked")),
    column(
        Said::en("Line"),
        NO_UNIT,
        Said::en("value of the second number, where two were varied"),
    ),
];
/// The numbers that were varied.
pub const VARIED_COLUMNS: [Column; 7] = [
    column(
        Said::en("Number"),
        NO_UNIT,
        Said::en("its name: policy or assumption, and field"),
    ),
    column(Said::en("What it is"), NO_UNIT, Said::en("in words")),
    column(Said::en("Unit"), NO_UNIT, Said::en("unit of its values")),
    column(
        Said::en("The scenario"),
        Said::en("its own"),
        Said::en("what the scenario itself says, where that is one number"),
    ),
    column(
        Said::en("From"),
        Said::en("its own"),
        Said::en("lowest value"),
    ),
    column(
        Said::en("To"),
        Said::en("its own"),
        Said::en("highest value"),
    ),
    column(
        Said::en("Values"),
        NO_UNIT,
        Said::en("how many different values it took"),
    ),
];
