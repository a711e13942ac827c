//! Tasks: who does what by when, what is there then, what it costs, and what a policy waits for.

use super::number::{decimal, percent, threshold, trimmed, whole};
use super::report::{lower_first, upper_first};
use crate::results::Unit;
use crate::units::Year;

/// A few names in a row, the rest counted: `A, B and 6 more`.
fn named(all: &[&str]) -> String {
    const SHOWN: usize = 4;
    match all {
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ if all.len() <= SHOWN + 1 => {
            let (last, others) = all.split_last().expect("more than one");
            format!("{} and {last}", others.join(", "))
        }
        _ => format!("{} and {} more", all[..SHOWN].join(", "), all.len() - SHOWN),
    }
}

/// The product of links between hospitals: all of them open.
pub fn links(satellites: &[&str], links: usize) -> String {
    let links = if links == 1 {
        "1 link".to_owned()
    } else {
        format!("{links} links")
    };
    format!("{links} open to {}", named(satellites))
}

/// The product of a campus: it is open.
pub fn campus(beds: f64, hospital: &str, province: &str) -> String {
    let noun = if beds == 1.0 { "bed" } else { "beds" };
    format!("{} {noun} of {hospital} open in {province}", whole(beds))
}

/// The product of handovers: the hospitals are the provinces'.
pub fn handed_over(hospitals: &[&str]) -> String {
    let passed = if hospitals.len() == 1 {
        "handed to its province"
    } else {
        "handed to their provinces"
    };
    format!("{} {passed}", named(hospitals))
}

/// The product of money: nine tenths of it are spent.
pub fn money(amount: &str, purposes: &[&str]) -> String {
    format!("nine tenths spent of {amount}, for {}", named(purposes))
}

/// An amount of money each year.
pub fn a_year(amount: f64, currency: &str) -> String {
    format!("{} {currency} a year", money_figure(amount))
}

/// An amount of money given over some years.
pub fn over_years(amount: f64, currency: &str, years: usize) -> String {
    let years = if years == 1 {
        "in one year".to_owned()
    } else {
        format!("over {years} years")
    };
    format!("{} {currency} {years}", money_figure(amount))
}

/// A total that an assumption gives.
pub fn assumed_total(median: f64, currency: &str, id: &str) -> String {
    format!("about {} {currency} in all (`{id}`)", money_figure(median))
}

/// Money measured by ordinary capital: what is added to it or cut from it.
pub fn multiple(times: f64) -> String {
    let part = trimmed((times - 1.0).abs() * 100.0, 1);
    if times < 1.0 {
        format!("a cut of {part}% of ordinary capital")
    } else {
        format!("{part}% more ordinary capital")
    }
}

/// The first class that a policy added has studied, practised and been licensed.
pub fn first_class(plural: &str, years: u32) -> String {
    format!(
        "{plural} of the first added class licensed, after {years} years of study and one of practice"
    )
}

/// An allowance is paid.
pub fn allowance(points: f64, starting: Option<f64>) -> String {
    let points = trimmed(points, 1);
    match starting {
        Some(share) => format!(
            "an allowance of {points} points of pay and starting pay {} higher in force",
            percent(share)
        ),
        None => format!("an allowance of {points} points of pay in force"),
    }
}

/// Doctors at stations: lent a year, recruited (posts, or a standard), places bound.
pub fn station_doctors(
    lent: Option<f64>,
    recruited: Option<(Option<f64>, Option<f64>)>,
    bound: Option<f64>,
) -> String {
    let mut said = Vec::new();
    if let Some(doctors) = lent {
        said.push(format!(
            "{} doctors a year lent to stations",
            whole(doctors)
        ));
    }
    match recruited {
        Some((Some(posts), _)) => said.push(format!("{} posts added and filled", whole(posts))),
        Some((None, Some(standard))) => said.push(format!(
            "posts for {} doctors at every station added and filled",
            trimmed(standard, 1)
        )),
        _ => {}
    }
    if let Some(places) = bound {
        said.push(format!(
            "the first of {} bound students a year at a station",
            whole(places)
        ));
    }
    said.join("; ")
}

/// Staff work on.
pub fn work_on(plural: &str, share: f64, age: u32) -> String {
    format!(
        "{} of the {plural} who would retire kept at work, to {age} at most",
        percent(share)
    )
}

/// Private hospitals are drawn in.
pub fn private_hospitals(openings: f64, size: f64, expansion: f64, money: f64) -> String {
    let mut said = Vec::new();
    if openings != 1.0 {
        said.push(format!("{} times the openings", trimmed(openings, 2)));
    }
    if size != 1.0 {
        said.push(format!("hospitals {} times as large", trimmed(size, 2)));
    }
    if expansion != 0.0 {
        said.push(format!(
            "{} more beds a year where they stand",
            percent(expansion)
        ));
    }
    if money > 0.0 {
        said.push("public money for part of the beds".to_owned());
    }
    format!(
        "private beds beyond those that come anyway: {}",
        said.join(", ")
    )
}

/// Stations brought to standard, so many a year.
pub fn stations_a_year(number: f64) -> String {
    format!("{} stations a year at standard", whole(number))
}

/// Stations brought to standard, a share each year.
pub fn share_of_stations(share: f64) -> String {
    format!("{} of the stations at standard each year", percent(share))
}

/// An initiative runs.
pub fn initiative(title: &str, amount: &str) -> String {
    format!("{}: moved by {amount}", lower_first(title))
}

/// A purpose of money.
pub fn purpose(id: &str) -> &str {
    match id {
        "new_beds" => "new beds",
        "expansion" => "beds in standing hospitals",
        "stations" => "commune stations",
        "equipment" => "equipment and repair",
        "training_places" => "teaching places",
        other => other,
    }
}

/// An amount as a task shows it: whole, with one decimal where it is small.
pub fn money_figure(amount: f64) -> String {
    if amount.abs() < 99.95 {
        let text = decimal(amount, 1);
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    } else {
        whole(amount)
    }
}

/// An indicator and the place it is read in.
pub fn what(title: &str, place: Option<&str>) -> String {
    let title = lower_first(title);
    match place {
        Some(place) => format!("{title} ({place})"),
        None => title,
    }
}

fn distance(unit: Unit, margin: f64) -> String {
    match unit {
        Unit::Share => format!("{} points", trimmed(margin * 100.0, 2)),
        _ => threshold(unit, margin),
    }
}

/// Waits for futures that fall behind a target.
pub fn waits_behind(what: &str, unit: Unit, margin: f64, by: Year) -> String {
    let by_much = if margin == 0.0 {
        String::new()
    } else {
        format!(" by more than {}", distance(unit, margin))
    };
    format!("{what}: behind the straight line to the target of {by}{by_much}")
}

/// Waits for futures below a level.
pub fn waits_below(what: &str, unit: Unit, level: f64) -> String {
    format!("{what}: below {}", threshold(unit, level))
}

/// Waits for futures above a level.
pub fn waits_above(what: &str, unit: Unit, level: f64) -> String {
    format!("{what}: above {}", threshold(unit, level))
}

/// What the table of tasks is.
pub fn lead(currency: &str) -> String {
    format!(
        "One row for each policy. Cost is the mean over all futures and simulated years in {currency} at constant \
         prices, with the range of 8 in 10 futures; it is a part of *What it costs*, not an addition to it. *On time* \
         asks whether the product is there at the end of the deadline's year; of a task whose product is money it asks \
         nothing, and *spent in time* says whether nine tenths of the money are spent by then. The same by year is in `policies.csv` and \
         `policy_costs.csv`, the table itself in `tasks.csv`."
    )
}

/// Columns of the table of tasks.
pub const COLUMNS: [(&str, &str); 9] = [
    ("task_marked", "Task"),
    ("responsible_or_nobody", "Responsible"),
    ("by", "By when"),
    ("product_said", "Product"),
    ("cost_said", "Cost"),
    ("paid_by", "Paid by"),
    ("on_time_said", "Chance on time"),
    ("money_said", "Promised, spent, unspent"),
    ("in_time_said", "Chance spent in time"),
];

/// Said in place of a chance on time, where the product is money.
pub const ITS_PRODUCT_IS_MONEY: &str = "its product is money";

/// Said where no amount is promised.
pub const NO_PROMISE: &str = "no amount is promised";

/// Said in place of a chance that money is spent, where the product is something else.
pub const NOT_MONEY: &str = "its product is not money";

/// Money promised, spent and unspent.
pub fn promised(promised: f64, spent: f64, unspent: f64) -> String {
    [promised, spent, unspent].map(money_figure).join("; ")
}

/// What cannot be spent of the money a policy promises.
pub fn cannot_be_spent(promised: f64, spent: f64, unspent: f64, currency: &str) -> String {
    let [promised, spent, unspent] = [promised, spent, unspent].map(money_figure);
    format!(
        "Of {promised} {currency} promised, {spent} are spent and {unspent} are not: what is not spent lapses, waits past \
         the last year or finds nothing to buy, and helps nobody."
    )
}

/// What is left of the things a policy buys.
pub fn residual(left: f64, cost: f64, last: Year, currency: &str) -> String {
    format!(
        "Residual value: at the end of {last} what it buys is still worth {} of its {} {currency} (constant prices; each thing \
         loses as much of its worth every year after it opens, over the life of its kind).",
        money_figure(left),
        money_figure(cost)
    )
}

/// A task by its id and what it does.
pub fn task(id: &str, summary: &str) -> String {
    format!("`{id}`: {summary}")
}

/// Said where nobody, or no year, is named.
pub const NOT_NAMED: &str = "not named";

/// Said where nothing is paid.
pub const NOBODY: &str = "nobody: no cost";

/// A cost with its range.
pub fn cost(mean: f64, low: f64, high: f64) -> String {
    let [mean, low, high] = [mean, low, high].map(money_figure);
    if low == high && mean == low {
        mean
    } else {
        format!("{mean} ({low} to {high})")
    }
}

/// The chance that a product is there in time; `of_those` where the policy acts in some futures only.
pub fn on_time(chance: &str, sampling: &str, of_those: bool) -> String {
    let of = if of_those { ", where it acts" } else { "" };
    format!("{chance}{of} ({sampling})")
}

/// The chance that a product is there at the end of a run that sees no deadline.
pub fn there_by(chance: &str, last: Year) -> String {
    format!("{chance} by {last}")
}

/// Said of a policy that no future gives cause to act.
pub const NEVER_ACTS: &str = "it acts in no future lived";

/// What is said of a policy, by its id.
pub fn of_policy(id: &str, said: &str) -> String {
    format!("`{id}`: {}", lower_first(said))
}

/// Money that was offered and could not be absorbed.
pub fn not_absorbed(offered: f64, spent: f64, over: f64, currency: &str) -> String {
    format!(
        "Of {} {currency} offered, {} are spent; {} lapse because they cannot be absorbed: there is no room for more \
         beds or stations a year.",
        money_figure(offered),
        money_figure(spent),
        money_figure(over)
    )
}

/// What a policy waits for.
pub fn waits(what: &str) -> String {
    format!(
        "What it waits for: {what}. A future is judged at each year-end; the policy acts from the next year on and costs \
         nothing where it does not act."
    )
}

/// In how many futures a policy that waits acts, and since when.
pub fn acts_in(chance: &str, first: [Option<Year>; 3]) -> String {
    match first {
        [Some(low), Some(middle), Some(high)] if low == high => {
            format!("It acts in {chance} futures, first in {middle}.")
        }
        [Some(low), Some(middle), Some(high)] => format!(
            "It acts in {chance} futures, first in {middle} in the middle one of these (8 in 10 of them: {low} to {high})."
        ),
        _ => format!("{}.", upper_first(NEVER_ACTS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_name_a_few_and_count_the_rest() {
        assert_eq!(links(&["A"], 1), "1 link open to A");
        assert_eq!(links(&["A", "B"], 3), "3 links open to A and B");
        assert_eq!(campus(1200.0, "A", "B"), "1,200 beds of A open in B");
        assert_eq!(
            handed_over(&["A", "B", "C", "D", "E", "F"]),
            "A, B, C, D and 2 more handed to their provinces"
        );
        assert_eq!(handed_over(&["A"]), "A handed to its province");
        let amount = a_year(500.0, "billion crowns");
        assert_eq!(
            money(&amount, &[purpose("new_beds"), purpose("equipment")]),
            "nine tenths spent of 500 billion crowns a year, for new beds and equipment and repair"
        );
        assert_eq!(multiple(0.7), "a cut of 30% of ordinary capital");
        assert_eq!(multiple(1.5), "50% more ordinary capital");
    }

    #[test]
    fn what_a_policy_waits_for_reads_as_a_sentence() {
        let beds = what("Hospital beds per 10,000 people", None);
        assert_eq!(
            waits_behind(&beds, Unit::Per10k, 0.5, Year(2030)),
            "hospital beds per 10,000 people: behind the straight line to the target of 2030 by more than 0.5"
        );
        let full = what("Occupancy of central hospitals", Some("Nörth"));
        assert_eq!(
            waits_above(&full, Unit::Share, 0.9),
            "occupancy of central hospitals (Nörth): above 90%"
        );
        assert_eq!(distance(Unit::Share, 0.02), "2 points");
        assert_eq!(
            acts_in("about 4 in 10", [2027, 2029, 2031].map(|y| Some(Year(y)))),
            "It acts in about 4 in 10 futures, first in 2029 in the middle one of these (8 in 10 of them: 2027 to 2031)."
        );
        assert_eq!(acts_in("", [None; 3]), "It acts in no future lived.");
    }

    #[test]
    fn small_costs_keep_a_decimal() {
        assert_eq!(cost(4.25, 3.0, 5.5), "4.2 (3 to 5.5)");
        assert_eq!(cost(12345.6, 12345.6, 12345.6), "12,346");
        assert_eq!(cost(-3000.0, -4000.0, -2000.0), "−3,000 (−4,000 to −2,000)");
    }
}
