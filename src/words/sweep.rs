//! What is said of a sweep: the same question asked over and over with other numbers in it.

use super::number::{self, grouped, short, trimmed};
use super::report;
use crate::base::Bound;
use crate::results::Unit;
use crate::results::sweep::{Axis, Effort, Point, Sweep};
use crate::said::Said;
use crate::units::Year;

/// A sweep that ended before its results were written.
pub const NOTHING_WRITTEN: Said =
    Said::en("Nothing of this sweep was written; what an earlier one left there is as it was.");

/// Unit of shares.
pub const SHARE: Said = Said::en("share");
/// Unit of years of the calendar.
pub const YEAR: Said = Said::en("year");
/// Unit of durations.
pub const YEARS: Said = Said::en("years");
/// Unit of beds.
pub const BEDS: Said = Said::en("beds");
/// Unit of multiples.
pub const TIMES: Said = Said::en("times the ordinary amount");

/// A field of a kind of policy.
pub fn field(kind: &str, path: &str) -> String {
    format!("{path} of {kind}")
}

/// What a target asks for.
pub fn target(
    indicator: &str,
    title: &str,
    unit: Unit,
    scope: &str,
    bound: Bound,
    year: Year,
) -> String {
    let claim = report::claim(indicator, title, unit, bound, year);
    if scope == "nation" {
        claim
    } else {
        format!("{claim} ({scope})")
    }
}

/// A value of a number that was varied.
pub fn value(axis: &Axis, value: f64) -> String {
    if axis.share {
        return format!("{}%", trimmed(value * 100.0, 2));
    }
    if axis.unit == YEAR {
        return format!("{value:.0}");
    }
    if value.abs() >= 1e6 {
        return short(value);
    }
    trimmed(value, if value.abs() < 0.1 { 5 } else { 3 })
}

/// The name of an axis with its unit.
pub fn axis(axis: &Axis) -> String {
    match axis.unit.as_str() {
        "" => axis.name.clone(),
        unit if *unit == *SHARE || ["fraction", "probability"].contains(&unit) => axis.name.clone(),
        unit => format!("{} ({unit})", axis.name),
    }
}

/// A point by its values.
pub fn at(sweep: &Sweep, point: &Point) -> String {
    let pairs = sweep.axes.iter().zip(&point.at);
    let said: Vec<String> = pairs
        .map(|(axis, v)| format!("{} {}", axis.name, value(axis, *v)))
        .collect();
    said.join(", ")
}

/// Title of a picture of several chances.
pub fn chances_title(number: &str) -> String {
    format!("The chance of each target over {number}")
}

/// A sentence about one of several targets.
pub fn one_of(said: &str, sentence: &str) -> String {
    format!("{}: {sentence}", report::upper_first(said))
}

/// How a chance runs over the points.
pub fn chance_range(sweep: &Sweep, low: (&Point, &str), high: (&Point, &str)) -> String {
    if low.1 == high.1 {
        return format!("The chance is {} at every point.", low.1);
    }
    format!(
        "The chance runs from {} (at {}) to {} (at {}).",
        low.1,
        at(sweep, low.0),
        high.1,
        at(sweep, high.0)
    )
}

/// Title of the picture of costs.
pub const COST_TITLE: Said = Said::en("What the policies cost");

/// How costs run over the points.
pub fn cost_range(sweep: &Sweep, low: f64, high: f64) -> String {
    format!(
        "Cost of all policies from {} to {}, mean over the futures, at prices of {}: {} to {} {}.",
        sweep.years.0,
        sweep.years.1,
        sweep.base_year,
        short(low),
        short(high),
        sweep.currency
    )
}

/// Caption over a picture of chances.
pub const CHANCE: Said = Said::en("chance");
/// Caption of the points of a Latin hypercube.
pub const DOTS: Said = Said::en("Each dot is one point; the other numbers differ from dot to dot.");
/// Label of the line of all payers.
pub const ALL_PAYERS: Said = Said::en("all payers");

/// Where the scenario itself stands.
pub fn stands(axis: &Axis) -> Option<String> {
    axis.stands
        .map(|v| format!("the scenario: {}", value(axis, v)))
}

/// Said of the outlined cell.
pub const OUTLINE: Said = Said::en("The outlined cell is the scenario as it stands.");

/// How many futures each point was given, and why.
pub fn effort(sweep: &Sweep) -> String {
    let points = sweep.points.len();
    match &sweep.effort {
        Effort::Fixed(n) => format!(
            "{} points with the same {} futures each",
            grouped(points as f64),
            grouped(f64::from(*n))
        ),
        Effort::Adaptive {
            first,
            most,
            lines,
            narrow,
        } => {
            let few = sweep
                .points
                .iter()
                .map(|p| p.futures)
                .min()
                .unwrap_or(*first);
            let many = sweep
                .points
                .iter()
                .map(|p| p.futures)
                .max()
                .unwrap_or(*first);
            let lines: Vec<String> = lines.iter().map(|l| number::percent(*l)).collect();
            let open = sweep.points.iter().filter(|p| !p.clear).count();
            let open = match open {
                0 => String::new(),
                1 => format!(
                    "; at 1 point it still does after {} futures",
                    grouped(f64::from(*most))
                ),
                n => format!(
                    "; at {n} points it still does after {} futures",
                    grouped(f64::from(*most))
                ),
            };
            format!(
                "{} points with {} to {} of the same futures each: more where a 95% interval wider than ±{} points straddles {}{open}",
                grouped(points as f64),
                grouped(f64::from(few)),
                grouped(f64::from(many)),
                trimmed(narrow * 100.0, 1),
                lines.join(", ")
            )
        }
    }
}

/// The footer of a picture.
pub fn footer(sweep: &Sweep) -> String {
    format!(
        "Source: carecast, sweep of {}, seed {}, {}",
        sweep.scenario,
        sweep.seed,
        effort(sweep)
    )
}

/// Said before the first point is lived.
pub fn setting_out(name: &str, points: usize, effort: &Effort) -> String {
    let futures = match effort {
        Effort::Fixed(n) => grouped(f64::from(*n)),
        Effort::Adaptive { first, most, .. } => {
            format!(
                "{} to {}",
                grouped(f64::from(*first)),
                grouped(f64::from(*most))
            )
        }
    };
    format!(
        "{name}: {} points, {futures} futures each",
        grouped(points as f64)
    )
}

/// How a sweep went.
pub fn went(name: &str, sweep: &Sweep, seconds: f64, files: usize, report: &str) -> String {
    let futures = sweep.futures() as f64;
    format!(
        "{name}: {} futures at {} points in {} ({} futures a second)\n{files} files; start with {report}",
        grouped(futures),
        grouped(sweep.points.len() as f64),
        super::command::duration(seconds),
        grouped(futures / seconds.max(1e-9))
    )
}

/// Title of the page.
pub fn page_title(title: &str) -> String {
    format!("{title}: a sweep")
}

/// What was varied.
pub const VARIED: Said = Said::en("What was varied");
/// What was found.
pub const CHANCES: Said = Said::en("The chance of each target");
/// Costs and indicators.
pub const COSTS: Said = Said::en("What it costs, and what it serves");
/// How it was done.
pub const HOW: Said = Said::en("How it was done");
/// Same futures.
pub const SAME_FUTURES: Said = Said::en(
    "Every point lives the same futures: two points differ only by the numbers that were set. An interval is that of sampling alone (95%); what is not known about the world is in the report of a single run.",
);
/// Whose cost it is, and what it leaves out.
pub const COST_IS: Said = Said::en(
    "Cost is the money of the policies alone (`policy_costs.csv` of a run): all payers, all simulated years, constant prices. What an option costs in a comparison counts the same payers and years at the same prices, and besides the running of the beds and staff that it adds.",
);
/// A narrower interval than chosen futures allow.
pub const CHOSEN: Said = Said::en(
    "Futures were added where the answer was not clear yet, so the intervals there are a little too narrow.",
);
/// What a number of a base assumption means here.
pub const FIXED: Said = Said::en(
    "An assumption that is varied is not drawn: it has the value of the point in every future.",
);

/// The list of numbers that can be varied.
pub fn list_heading(scenario: &str) -> String {
    format!("Numbers of {scenario} that --over can vary; of an assumption the range of the base:")
}

/// What stands where an argument is at fault.
pub const ARGUMENT: &str = "--over";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_people_write_them() {
        let axis = |unit: &str, share| Axis {
            name: "a.b".into(),
            what: String::new(),
            unit: unit.into(),
            share,
            stands: None,
            values: Vec::new(),
        };
        assert_eq!(value(&axis("", false), 0.75), "0.75");
        assert_eq!(value(&axis(SHARE, true), 0.125), "12.5%");
        assert_eq!(value(&axis(YEAR, false), 2030.0), "2030");
        assert_eq!(value(&axis("", false), 0.00123), "0.00123");
        assert_eq!(
            super::axis(&axis("billion VND", false)),
            "a.b (billion VND)"
        );
    }
}
