//! What is said of when decisions must be taken.

use super::hindcast::and;
use super::number::{self, grouped};
use super::report::{self, upper_first};
use super::tasks::named;
use crate::results::comparison::{Mean, Paired, Question, Verdict};
use crate::results::timing::{AskedTarget, Decision, Enough, LastStart, Timing};
use crate::units::Year;

/// Said where this ends before its results were written.
pub const NOTHING_WRITTEN: &str = "Nothing was written; what was there before is as it was.";

/// Title of the page.
pub fn page_title(title: &str) -> String {
    format!("{title}: when each decision must be taken")
}

/// Said before anything is lived.
pub fn setting_out(name: &str, decisions: usize, futures: u32) -> String {
    let decisions = match decisions {
        1 => "1 decision".to_owned(),
        n => format!("{n} decisions"),
    };
    format!(
        "{name}: {decisions}, left out and started later, {} futures each",
        grouped(f64::from(futures))
    )
}

/// A scenario without policies.
pub fn nothing_decided(name: &str) -> String {
    format!(
        "{name} decides nothing: it has no policies whose start could be moved. Ask of a scenario with policies (`carecast list scenarios`)."
    )
}

/// A scenario whose targets are all due after its years, or before them.
pub fn nothing_asked(name: &str) -> String {
    format!(
        "{name} asks no target that is due in its years, so waiting has nothing to cost. Write `targets` into it, or years that reach one."
    )
}

/// What a target asks, beginning small.
pub fn claim(asked: &AskedTarget) -> String {
    let q = &asked.question;
    let bound = (
        q.better.unwrap_or(crate::base::Direction::AtLeast),
        q.threshold.unwrap_or_default(),
        q.form,
    );
    let claim = report::claim(&q.indicator, &q.title, q.unit, bound, q.year);
    match &asked.place {
        None => claim,
        Some(place) => format!("{claim} ({place})"),
    }
}

/// Points of a chance: `12 points`.
fn points(share: f64) -> String {
    report::points(share * 100.0)
}

/// The verdict, in two sentences.
pub fn verdict(t: &Timing) -> Vec<String> {
    let all = &t.decisions;
    let idle = all
        .iter()
        .filter(|d| d.without.is_some() && d.serves().is_empty() && d.start <= t.to);
    let idle = idle.count();
    let now: Vec<&str> = all
        .iter()
        .filter(|d| d.cannot_wait())
        .map(|d| d.id.as_str())
        .collect();
    let waits = match now.len() {
        0 => "none clearly costs a chance that is asked if it starts a year later".to_owned(),
        1 => format!(
            "1 clearly costs a chance that is asked if it starts a year later: `{}`",
            now[0]
        ),
        n => {
            let marked: Vec<String> = now.iter().map(|id| format!("`{id}`")).collect();
            format!(
                "{n} clearly cost a chance that is asked if they start a year later: {}",
                named(&marked)
            )
        }
    };
    let many = match all.len() {
        1 => "Of the one decision of this plan".to_owned(),
        n => format!("Of the {n} decisions of this plan"),
    };
    let mut said = vec![format!("{many}, {waits}.")];
    if idle > 0 {
        said.push(match idle {
            1 => "Leaving out 1 changes none of the chances asked clearly: what it is for is not asked, or others do it too.".to_owned(),
            n => format!("Leaving out any one of {n} changes none of the chances asked clearly: what they are for is not asked, or others do it too."),
        });
    }
    if let Some((decision, target, loss)) = dearest(t) {
        said.push(format!(
            "Waiting a year costs most with `{}`: {} of the chance of {}.",
            decision.id,
            points(loss),
            claim(&t.asked[target])
        ));
    }
    said
}

/// The decision of which a year's wait clearly costs most, the target, and how much of its chance.
pub fn dearest(t: &Timing) -> Option<(&Decision, usize, f64)> {
    let of = |d: &'_ Decision| {
        let next = d.later.first()?;
        let lost = next.shift.chances.iter().enumerate();
        let lost = lost.filter(|(_, (_, p))| p.verdict == Verdict::Worse);
        lost.map(|(target, (_, p))| (target, -p.mean))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    };
    let all = t
        .decisions
        .iter()
        .filter_map(|d| of(d).map(|(at, loss)| (d, at, loss)));
    all.fold(
        None,
        |best: Option<(&Decision, usize, f64)>, one| match best {
            Some(held) if held.2 >= one.2 => Some(held),
            _ => Some(one),
        },
    )
}

/// Heading of the first table.
pub const DECIDE: &str = "What must be decided, and by when";
/// What the first table is.
pub fn decide_lead(t: &Timing) -> String {
    format!(
        "For each decision, the target to which it gives most: the points of chance that would be missing without it, and the last year of \
         start that still gives all of them, half of them or any. Starts are tried to {}, each alone, the rest of the plan as it stands.",
        t.to
    )
}
/// Its columns.
pub const DECIDE_COLUMNS: [&str; 7] = [
    "Decision",
    "Gives most to",
    "Points it gives",
    "Starts",
    "Last start for all / half / any of it",
    "A year's wait",
    "Money saved without it",
];

/// The last years of start.
pub fn last_starts(last: LastStart, to: Year) -> String {
    let told = |year: Option<Year>| match year {
        None => "none".to_owned(),
        Some(year) if year >= to => format!("{year} or later"),
        Some(year) => year.to_string(),
    };
    [last.all, last.half, last.any].map(told).join(" / ")
}

/// What stands in place of years where a decision gives nothing clear.
pub const NOTHING_CLEAR: &str = "nothing clear to any target asked";
/// The same, with what it does to the value it exists for.
pub fn nothing_clear_but(lead: &str) -> String {
    format!("{NOTHING_CLEAR}; {lead}")
}
/// The value that a decision exists for, and what it adds to it, with its unit.
pub fn adds(lead: &Question, without: &Paired, currency: &str) -> Option<String> {
    if !without.verdict.is_clear() {
        return None;
    }
    let scale = super::compare::scale(lead.kind, lead.unit);
    let gives = super::compare::change(less(without), scale);
    let title = report::lower_first(&lead.title);
    let unit = unit(lead, " ", currency);
    Some(format!("{title} in {}: {}{unit}", lead.year, gives.value))
}
/// The unit of a change of a value behind some opening; nothing where it has none.
fn unit(lead: &Question, opening: &str, currency: &str) -> String {
    match super::compare::unit_of_difference(lead.kind, lead.unit, currency).as_str() {
        "" => String::new(),
        unit => [opening, unit].concat(),
    }
}
/// The value a decision exists for, with its year, as a row of what waiting costs.
pub fn lead(lead: &Question, currency: &str) -> String {
    format!(
        "{} in {}{}",
        lead.title,
        lead.year,
        unit(lead, ", ", currency)
    )
}
/// How that value changes, with its interval.
pub fn lead_changes(lead: &Question, d: &Paired) -> String {
    match d.verdict.is_clear() {
        true => super::compare::difference(lead, d).with_interval(),
        false => super::compare::verdict_short(d.verdict).to_owned(),
    }
}
/// What is given, where this is what is lost without it.
fn less(d: &Paired) -> Mean {
    Mean {
        value: -d.mean,
        low: -d.high,
        high: -d.low,
    }
}
/// Points of chance that a decision gives, by what is lost without it.
pub fn given(without: &Paired) -> String {
    super::compare::change(less(without), 100.0).with_interval()
}
/// What stands where it starts after the last target counted.
pub fn after(to: Year) -> String {
    format!("nothing counted here: it starts after {to}")
}
/// What stands where others cannot do without it.
pub const NEEDED: &str = "the rest of the plan cannot be lived without it";

/// A change of a chance, in points with its interval.
pub fn change(d: &Paired) -> String {
    match d.verdict {
        Verdict::Better | Verdict::Worse => {
            let mean = Mean {
                value: d.mean,
                low: d.low,
                high: d.high,
            };
            super::compare::change(mean, 100.0).with_interval()
        }
        other => super::compare::verdict_short(other).to_owned(),
    }
}

/// What is saved by leaving out or waiting: money with its interval.
pub fn saved(money: Mean) -> String {
    let less = Mean {
        value: -money.value,
        low: -money.high,
        high: -money.low,
    };
    grouped(less.value)
}

/// Heading of the second table.
pub const ENOUGH: &str = "To what year the plan is enough";
/// What the second table is.
pub fn enough_lead(t: &Timing) -> String {
    format!(
        "The plan is enough for a target in a year where the chance that it holds at that year's end is at least one half; the tipping year \
         is the first from which it is not any more, to the end of {}.",
        t.years.1
    )
}
/// Its columns.
pub const ENOUGH_COLUMNS: [&str; 4] = ["Target", "Chance in its year", "Enough", "Tipping year"];

/// From when to when.
pub fn enough(enough: Enough, last: Year) -> [String; 2] {
    match enough {
        Enough::Never => ["in no year".to_owned(), "it is never enough".to_owned()],
        Enough::From(first) => [format!("from {first} on"), format!("none to {last}")],
        Enough::Until(first, tips) => [format!("from {first} to {}", tips.0 - 1), tips.to_string()],
    }
}

/// How sure the chance of a target is.
pub fn sure(asked: &AskedTarget) -> String {
    report::sure(Some(asked.chance.word()), &asked.chance)
}

/// Heading of what waiting costs.
pub const WAITING: &str = "The price of waiting";
/// What stands there.
pub fn waiting_lead(t: &Timing) -> String {
    format!(
        "Points of chance lost or won against the plan where a decision starts later, or never (95% intervals from the {} matched futures), \
         and what is saved of {} to {} in {}, in the mean. Only targets that the decision clearly serves are listed, and the value it exists for.",
        grouped(f64::from(t.replicates.len() as u32)),
        super::public::whose(&t.public.counted),
        t.public.counted.to,
        t.currency,
    )
}
/// First column of the price of waiting.
pub const TARGET: &str = "Target";
/// Its last row.
pub const SAVED: &str = "money saved";
/// Its last column.
pub const LEFT_OUT: &str = "left out";
/// A start.
pub fn starts_in(year: Year) -> String {
    format!("starts {year}")
}

/// Heading of one decision.
pub fn decision(d: &Decision) -> String {
    let responsible = d.responsible.as_ref();
    let responsible = responsible.map_or(String::new(), |who| format!(", {who}"));
    let starts = match d.opens {
        true => "opens",
        false => "starts",
    };
    format!("{} ({}; {starts} {}{responsible})", d.id, d.kind, d.start)
}

/// A product that comes after the targets.
pub fn too_late(d: &Decision, to: Year) -> Option<String> {
    match d.product {
        Some(year) if year > to => Some(format!(
            "`{}`: its product is there in {year} in the middle future, after the last target counted here ({to}).",
            d.id
        )),
        None if d.is_money => Some(format!(
            "`{}`: in half of the futures or more nine tenths of its money are never spent.",
            d.id
        )),
        None => Some(format!(
            "`{}`: in half of the futures or more its product is in none of the years lived.",
            d.id
        )),
        _ => None,
    }
}
/// Heading of products that come too late.
pub const TOO_LATE: &str = "Products that come after the targets";

/// Heading of how it was done.
pub const HOW: &str = "How it was done";

/// How it was done.
pub fn how(t: &Timing) -> Vec<String> {
    vec![
        format!(
            "Each variant of the plan lives the same {} futures (seed {}): two differ only by the one decision that is left out or moved. \
             Intervals are those of sampling (95%); what is not known about the world is in the report of a run.",
            grouped(f64::from(t.replicates.len() as u32)),
            t.seed
        ),
        "A decision that starts later keeps its last year, its yearly amounts and whoever pays; one that opens a site opens later.".to_owned(),
        "A start counts as giving all where its loss is not clear, half where it loses at most half of the points, any where more is left than the smallest difference that matters. Only a row of years without a gap counts.".to_owned(),
        "Where leaving a decision out clearly changes neither a chance asked nor the value it exists for, its start is not moved: there is nothing to lose by waiting, as far as these can tell.".to_owned(),
        "Decisions are moved one at a time. Two that stand in for one another can each look needless; leave out both to see (`carecast compare`).".to_owned(),
    ]
}

/// Heading of the files.
pub const FILES: &str = "Files";

/// The workbook and what else lies there.
pub const FILES_LIST: [&str; 3] = [
    "`timing.json`: all of the above, for programs",
    "`charts/`: pictures as SVG, each with the figures it shows as CSV",
    "`scenario.resolved.ron`, `manifest.json`: the plan as it was lived, and what left these files",
];

/// What one row of a table is.
pub(crate) mod tables {
    pub(crate) const LAST_STARTS: &str =
        "each decision and target: what it gives, and the last years of start";
    pub(crate) const WAITING: &str =
        "each decision, start and target: the chance, its difference from the plan, the money";
    pub(crate) const ENOUGH: &str =
        "each target at each year-end under the plan, and the tipping year";
}

/// How it went.
pub fn went(
    name: &str,
    variants: usize,
    t: &Timing,
    seconds: f64,
    files: usize,
    page: &str,
) -> String {
    format!(
        "{name}: {variants} variants of the plan, {} futures each, in {}\n{files} files; start with {page}",
        grouped(f64::from(t.replicates.len() as u32)),
        super::command::duration(seconds)
    )
}

/// Title of the picture: what waiting costs most.
pub fn picture_title(t: &Timing) -> String {
    match dearest(t) {
        None => "No decision clearly loses a chance asked by waiting one year".to_owned(),
        Some((d, _, loss)) => format!("Waiting a year costs most with {}: {}", d.id, points(loss)),
    }
}
/// What the picture shows.
pub fn picture_subtitle(t: &Timing) -> String {
    let targets = and(&served(t)
        .iter()
        .map(|at| claim(&t.asked[*at]))
        .collect::<Vec<_>>());
    match served(t).len() {
        1..=2 => format!("Points of chance that remain of what a decision gives, by its year of start. {}.", upper_first(&targets)),
        _ => "Points of chance that remain of what a decision gives to the target it serves most, by its year of start".to_owned(),
    }
}
/// The targets that some decision serves most.
pub fn served(t: &Timing) -> Vec<usize> {
    let mut all: Vec<usize> = t
        .decisions
        .iter()
        .filter_map(|d| d.serves().first().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
/// Where the picture comes from.
pub fn footer(t: &Timing) -> String {
    format!(
        "Source: carecast, {}, seed {}, {} futures each. A loss that is not clear counts as none.",
        t.scenario,
        t.seed,
        grouped(f64::from(t.replicates.len() as u32))
    )
}
/// What remains, in a cell.
pub fn remains(points: f64) -> String {
    number::trimmed(points * 100.0, if points.abs() < 0.0995 { 1 } else { 0 })
}
